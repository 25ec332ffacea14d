import { step as projectsAndDatasets } from "./1-projects-and-datasets.ts";
import { step as tasks } from "./2-tasks.ts";
import { step as files } from "./3-files.ts";
import { step as bindings } from "./4-bindings.ts";
import { step as searches } from "./5-searches.ts";

/**
 * The schema, one step after another; `PRAGMA user_version` says how many a file has taken.
 * A step that has been released is never changed: what comes later is a step of its own.
 */
export const migrations: readonly string[] = [projectsAndDatasets, tasks, files, bindings, searches];
