import { afterAll } from "vitest";
import { endProcesses } from "./process.ts";

// In each file's own setup: the files of a worker share their modules.
afterAll(endProcesses);
