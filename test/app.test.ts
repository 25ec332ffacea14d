import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startApp, type App } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { temporaryFolder } from "./support/folder.ts";
import { mediaProgram } from "./support/media/media-program.ts";
import { loggerTo } from "./support/gateway/gateway.ts";

const explorerFolder = new URL("../dist/explorer/", import.meta.url);
const logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Settings that keep it apart from all else. */
const alone = (folder: string) => ({
  ...{ PORT: "0", IMM_LOCAL_PORT: "0", IMM_LOCAL_DIR: folder, IMM_EXPLORER: "off" },
});

/** Starts all of it with these settings, and asks it one thing. */
async function ask(settings: Record<string, string>, query: string): Promise<unknown> {
  await using folder = await temporaryFolder();
  await using app = await startApp(readConfig({ ...alone(folder.path), ...settings }), {
    logger,
    explorerFolder,
    mediaProgram,
  });
  return await send(app, query);
}

/** Sends an operation to the address that it says. */
async function send(app: App, query: string): Promise<unknown> {
  const [, url = ""] = /^gateway +(\S+)$/.exec(app.addresses[0]!) ?? [];
  const response = await fetch(url, {
    method: "POST",
    // A stop waits a second for the next request of a connection that is kept.
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe("the setting HOST", () => {
  it.each([
    ["127.0.0.1", "http://127.0.0.1:"],
    ["[::1]", "http://[::1]:"],
    ["0:0:0:0:0:0:0:1", "http://[::1]:"],
    ["::ffff:127.0.0.1", "http://127.0.0.1:"],
    ["LOCALHOST", "http://"],
    ["localhost.", "http://"],
    ["imm.localhost", "http://"],
  ])("%s is where it listens, at an address that can be opened", async (HOST, beginning) => {
    await using folder = await temporaryFolder();
    await using app = await startApp(readConfig({ ...alone(folder.path), HOST }), {
      logger,
      explorerFolder,
      mediaProgram,
    });

    expect(app.addresses[0]).toContain(beginning);
    expect(await send(app, "{ __typename }")).toEqual({ data: { __typename: "Query" } });
  });

  it.each(["nowhere.invalid", "192.0.2.1"])("%s is told to be no address of this machine", async (HOST) => {
    await using folder = await temporaryFolder();
    const tokens = join(folder.path, "tokens.json");
    await writeFile(tokens, JSON.stringify([{ name: "ann", roles: [], sha256: "0".repeat(64) }]));
    const settings = { ...alone(folder.path), HOST, IMM_AUTH: "token", IMM_TOKENS: tokens };

    await expect(startApp(readConfig(settings), { logger, explorerFolder, mediaProgram })).rejects.toThrow(
      new RegExp(
        `^HOST: ${HOST} is not an address or a name of this machine \\((ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL)\\): set it to one, such as 127\\.0\\.0\\.1\\.$`,
      ),
    );
  });
});

describe("the start", () => {
  it.each([
    ["production", "profile: production, which shows nothing unless asked (NODE_ENV=production)"],
    ["staging", "profile: development, which shows more than production does (NODE_ENV is not production)"],
  ])("says first which profile NODE_ENV=%s turns on", async (NODE_ENV, line) => {
    await using folder = await temporaryFolder();
    const lines: string[] = [];
    const app = await startApp(readConfig({ ...alone(folder.path), NODE_ENV }), {
      logger: loggerTo(lines),
      explorerFolder,
      mediaProgram,
    });
    await app[Symbol.asyncDispose]();

    expect(lines[0]).toBe(line);
  });
});

describe("the setting IMM_JWT_JWKS", () => {
  it("stops the start if its file has no key that can be used, and says why", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "keys.json");
    await writeFile(file, '{"keys":[{"kty":"oct","kid":"one","k":"s3cret"},{"kty":"RSA","kid":"two"}]}');
    const settings = { IMM_AUTH: "jwt", IMM_JWT_ISSUER: "a", IMM_JWT_AUDIENCE: "b", IMM_JWT_JWKS: file };

    await expect(
      startApp(readConfig({ ...alone(folder.path), ...settings }), { logger, explorerFolder, mediaProgram }),
    ).rejects.toThrow(
      `IMM_JWT_*: The keys can't be read from ${file}: none of its keys can be used: keys.0 is a shared secret; keys.1 has no base64url as its "n".`,
    );
  });
});

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
