import { aliyunCli } from "./aliyun-cli.ts";
import { curl } from "./curl.ts";
import { fetchSample } from "./fetch.ts";
import type { ImmSample } from "./imm-sample.ts";
import type { Sample } from "./sample.ts";
import { sdkPython } from "./sdk-python.ts";
import { sdkTypescript } from "./sdk-typescript.ts";

/** What code can be written in: to call the graph, or to call IMM as the graph does. */
export type Language = {
  readonly id: string;
  readonly name: string;
  /** The grammar that its colours come from. */
  readonly syntax: "python" | "shell" | "typescript";
} & (
  | { readonly of: "graph"; readonly write: Sample<Promise<string> | string> }
  | { readonly of: "imm"; readonly write: ImmSample }
);

// It brings a generator of types along, which is loaded where somebody wants it.
const typedClient: Sample<Promise<string>> = async (...operation) =>
  (await import("./typed-client.ts")).typedClient(...operation);

/** Every language, in the order in which they are offered. */
export const languages: readonly Language[] = [
  { id: "curl", name: "curl", syntax: "shell", of: "graph", write: curl },
  { id: "fetch", name: "fetch", syntax: "typescript", of: "graph", write: fetchSample },
  { id: "typed-client", name: "Typed client", syntax: "typescript", of: "graph", write: typedClient },
  { id: "sdk-typescript", name: "TypeScript SDK", syntax: "typescript", of: "imm", write: sdkTypescript },
  { id: "sdk-python", name: "Python SDK", syntax: "python", of: "imm", write: sdkPython },
  { id: "aliyun-cli", name: "aliyun CLI", syntax: "shell", of: "imm", write: aliyunCli },
];
