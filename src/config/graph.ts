import type { Reader } from "./reader.ts";

/** What the gateway serves, and to whom it shows how it works. */
export interface GraphConfig {
  /** How the graph is a part of a larger one; undefined where it stands alone. */
  readonly subgraph: { readonly renames: Readonly<Record<string, string>> } | undefined;
  /** Whether the gateway serves its explorer. */
  readonly explorer: boolean;
  /** Whether a request may ask which calls to IMM it caused. */
  readonly traceCalls: boolean;
  /** Whether the graph tells what it has. */
  readonly introspection: boolean;
  /** Whether an error may suggest a name. */
  readonly suggestions: boolean;
  /** A manifest of the only operations that run; undefined where any does. */
  readonly trustedDocumentsFile: string | undefined;
}

/** Reads what the gateway serves. In production, and before the cloud, it shows less. */
export function readGraph(
  reader: Reader,
  { isLocal, isProduction }: { isLocal: boolean; isProduction: boolean },
): GraphConfig {
  const isSubgraph = reader.choice("IMM_GRAPH", "standalone", ["standalone", "subgraph"]) === "subgraph";
  const renames = reader.text("IMM_GRAPH_RENAME", "", renamesRule, {
    isMet: isSubgraph,
    what: "IMM_GRAPH=subgraph",
  });
  return {
    subgraph: isSubgraph ? { renames: readRenames(renames) } : undefined,
    explorer: reader.isOn("IMM_EXPLORER", isLocal && !isProduction),
    traceCalls: reader.isOn("IMM_TRACE_CALLS", isLocal && !isProduction),
    introspection: reader.isOn("IMM_INTROSPECTION", !isProduction),
    suggestions: reader.isOn("IMM_SUGGESTIONS", !isProduction),
    trustedDocumentsFile: reader.file("IMM_TRUSTED_DOCUMENTS"),
  };
}

const renamesRule = {
  allowed: "a list of new names such as Project=ImmProject,Query.project=immProject, each thing named once",
  isValid: (value: string) =>
    /^(\s*[\w.]+\s*=\s*\w+\s*(,|$))*$/.test(value) &&
    Object.keys(readRenames(value)).length === value.split("=").length - 1,
};

function readRenames(list: string): Record<string, string> {
  const pairs = list.split(",").filter((pair) => pair.trim() !== "");
  return Object.fromEntries(pairs.map((pair) => pair.split("=").map((name) => name.trim())));
}
