import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parse, print, visit } from "graphql";

const compiler = fileURLToPath(import.meta.resolve("relay-compiler/cli.js"));
const documents = fileURLToPath(import.meta.resolve("./relay"));
const schema = readFileSync(fileURLToPath(import.meta.resolve("../schema/schema.graphql")), "utf8");

/**
 * Compiles the documents in a folder apart, where what Relay writes is gone with it.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} sdl
 */
function compile(t, sdl) {
  const root = mkdtempSync(join(tmpdir(), "relay-"));
  t.after(() => rmSync(root, { recursive: true }));
  const cwd = join(root, ".ci/relay");
  cpSync(documents, cwd, { recursive: true });
  mkdirSync(join(root, "schema"));
  writeFileSync(join(root, "schema/schema.graphql"), sdl);
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, "--noWatchman"], {
    cwd,
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

/**
 * The graph without one field, argument or interface.
 *
 * @param {string} path
 */
function without(path) {
  const rest = visit(parse(schema), {
    enter(node, _key, _parent, _path, ancestors) {
      const names = [...ancestors, node].flatMap((part) => ("name" in part ? [part.name?.value] : []));
      return names.join(".") === path ? null : undefined;
    },
  });
  return print(rest);
}

describe("Relay's documents", () => {
  it("compile with the graph", (t) => {
    const { status, output } = compile(t, schema);

    assert.equal(status, 0, output);
  });

  for (const [path, reason] of [
    ["PageInfo.hasNextPage", /pageInfo \{ hasNextPage \}/],
    ["DatasetEdge.cursor", /edges \{ cursor \}/],
    ["Project.datasets.after", /Unknown argument 'after'/],
    ["Project.Node", /Invalid use of @refetchable on fragment 'datasets_project'/],
    ["Query.node", /no field `node`/],
    ["DeleteDatasetPayload.deletedDatasetId", /no field `deletedDatasetId`/],
  ]) {
    it(`don't compile without ${path}`, (t) => {
      const { status, output } = compile(t, without(path));

      assert.equal(status, 1, output);
      assert.match(output, reason);
    });
  }
});
