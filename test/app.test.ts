import { describe, expect, it } from "vitest";
import { startApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { temporaryFolder } from "./support/folder.ts";

const explorerFolder = new URL("../dist/explorer/", import.meta.url);
const logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Starts all of it with these settings, and asks it one thing. */
async function ask(settings: Record<string, string>, query: string): Promise<unknown> {
  await using folder = await temporaryFolder();
  const ports = { PORT: "0", IMM_LOCAL_PORT: "0", IMM_LOCAL_DIR: folder.path, IMM_EXPLORER: "off" };
  await using app = await startApp(readConfig({ ...ports, ...settings }), { logger, explorerFolder });
  const [, url = ""] = /^gateway +(\S+)$/.exec(app.addresses[0]!) ?? [];
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe("the setting IMM_GRAPH", () => {
  it("makes the graph stand alone, or leaves out what only one subgraph can have", async () => {
    const query = '{ node(id: "UHJvamVjdDphdGxhcw==") { id } }';

    expect(await ask({}, query)).toEqual({ data: { node: null } });
    expect(await ask({ IMM_GRAPH: "subgraph" }, query)).toMatchObject({
      errors: [{ message: 'Cannot query field "node" on type "Query".' }],
    });
  });

  it("gives names anew by IMM_GRAPH_RENAME, and says which can't be", async () => {
    const names = (IMM_GRAPH_RENAME: string) => ({ IMM_GRAPH: "subgraph", IMM_GRAPH_RENAME });
    const query = '{ immProject(projectName: "atlas") { __typename } }';

    expect(await ask(names("Project=ImmProject,Query.project=immProject"), query)).toEqual({
      data: { immProject: null },
    });
    await expect(ask(names("Projects=P,Query.project=dataset"), query)).rejects.toThrow(
      [
        "These names of the graph can't be changed so:",
        "  Projects: the graph has no type or root field of that name that could be renamed.",
        "  Query.project: dataset is the name of Query.dataset already.",
      ].join("\n"),
    );
  });
});
