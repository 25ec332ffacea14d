import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { parseTokens, tokenCallers } from "../../src/gateway/callers/static-tokens.ts";
import { defaultLimits } from "../../src/gateway/operations/limits.ts";
import { schema } from "../../src/graphql/schema.ts";
import { startLocalImm } from "../../src/local-imm/server.ts";
import { temporaryFolder } from "../support/folder.ts";
import { testKey } from "../support/gateway/gateway.ts";
import { sign, signingKey, startIssuer } from "../support/gateway/issuer.ts";
import { startProcess } from "../support/process/process.ts";

const page = await readFile("docs/going-to-production.md", "utf8");

/** The block of code that begins so. */
function block(language: string, beginning: string): string {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(
    ([, code]) => code!,
  );
  const found = blocks.filter((code) => code.startsWith(beginning));
  expect(found).toHaveLength(1);
  return found[0]!;
}

const settings = Object.fromEntries(
  block("sh", "NODE_ENV=")
    .trim()
    .split("\n")
    .map((line) => line.split("=", 2) as [string, string]),
);

/** The page's example as a process, its cloud being a local IMM with the project `media`. */
async function startExample() {
  const folder = await temporaryFolder();
  const key = await signingKey("one");
  const issuer = await startIssuer(key);
  const local = await startLocalImm({
    dir: folder.path,
    port: 0,
    region: settings["IMM_REGION"]!,
    accountId: settings["IMM_ACCOUNT_ID"]!,
    keys: [testKey],
  });
  const policies = join(folder.path, "policies.json");
  await writeFile(policies, block("json", '{\n  "reader"'));
  const app = await startProcess({
    ...settings,
    PORT: "0",
    IMM_ENDPOINT: local.url,
    IMM_JWT_JWKS: issuer.url,
    IMM_POLICIES: policies,
    IMM_TRUSTED_PROXIES: "loopback",
    ALIBABA_CLOUD_ACCESS_KEY_ID: testKey.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: testKey.accessKeySecret,
  });
  const tokenOf = (roles: string[]) =>
    sign(key, {
      iss: settings["IMM_JWT_ISSUER"],
      aud: settings["IMM_JWT_AUDIENCE"],
      sub: "ann",
      roles,
      exp: Math.floor(Date.now() / 1000) + 60,
    });
  return {
    app,
    tokenOf,
    async ask(query: string, roles: string[], headers: Record<string, string> = {}) {
      return app.send(query, {}, { authorization: `Bearer ${await tokenOf(roles)}`, ...headers });
    },
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await local.close();
      await issuer[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const create =
  'mutation { createDataset(input: { projectName: "media", datasetName: "photos" }) { dataset { datasetName } } }';
const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

describe("going to production by its example", () => {
  let example: Awaited<ReturnType<typeof startExample>>;
  beforeAll(async () => {
    example = await startExample();
  });
  afterAll(() => example[Symbol.asyncDispose]());

  it("lets each caller do what it says and nothing else", async () => {
    const https = { "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.5" };

    expect(codes(await example.app.send("{ __typename }"))).toEqual(["UNAUTHENTICATED"]);
    expect(await example.ask('{ project(projectName: "media") { description } }', ["reader"])).toEqual({
      data: { project: null },
    });
    expect(
      codes(await example.ask('{ project(projectName: "payroll") { description } }', ["reader"])),
    ).toEqual(["FORBIDDEN"]);
    expect(codes(await example.ask(create, ["reader"], https))).toEqual(["FORBIDDEN"]);
    expect(codes(await example.ask(create, ["editor"]))).toEqual(["FORBIDDEN"]);
    expect(codes(await example.ask(create, ["editor"], https))).toEqual(["NOT_FOUND"]);
    expect(codes(await example.ask("{ __schema { types { name } } }", ["reader"]))).toEqual([
      "GRAPHQL_VALIDATION_FAILED",
    ]);
    // Nor by a list, which would show it with the others.
    expect(codes(await example.ask("{ projects { nodes { description } } }", ["reader"]))).toEqual([
      "FORBIDDEN",
    ]);
    expect(await example.ask('{ datasets(projectName: "news") { nodes { id } } }', ["reader"])).toMatchObject(
      {
        errors: [{ extensions: { code: "NOT_FOUND" } }],
      },
    );
  });

  it("shows what its commands to try it from outside answer", async () => {
    const commands = block("sh", "curl -i https://imm.example.com").replaceAll(
      "https://imm.example.com/graphql",
      example.app.url.replace("0.0.0.0", "127.0.0.1"),
    );
    const [anonymous, introspecting, preflight] = await Promise.all(
      commands
        .trim()
        .split("\n")
        .map(async (command) => {
          const env = { ...process.env, token: await example.tokenOf(["reader"]) };
          return (await promisify(execFile)("sh", ["-c", command.replace("curl", "curl -s")], { env }))
            .stdout;
        }),
    );

    expect(anonymous).toMatch(/^HTTP\/1\.1 401 [^]*"code":"UNAUTHENTICATED"/);
    expect(introspecting).toContain("Introspection is off here");
    expect(introspecting).not.toContain('"data"');
    expect(preflight).not.toMatch(/access-control-/i);
  });
});

describe("going to production", () => {
  it("has an example whose every setting there is", () => {
    expect(Object.keys(settings).length).toBeGreaterThan(10);
    expect(readConfig(settings)).toMatchObject({
      host: "0.0.0.0",
      introspection: false,
      suggestions: false,
      explorer: false,
      traceCalls: false,
      authentication: { kind: "jwt" },
    });
  });

  it("makes tokens by a command whose hash the gateway takes", async () => {
    const command = block("sh", "token=$(openssl").replace("$(openssl rand -hex 32)", "a-token");
    const { stdout } = await promisify(execFile)("sh", ["-c", command]);
    const [token, hash] = stdout.trim().split(/\s+/);
    const [listed] = parseTokens(JSON.parse(block("json", '[{ "name": "router"')));
    const request = new Request("http://localhost", { headers: { authorization: `Bearer ${token}` } });

    expect(await tokenCallers([{ ...listed!, sha256: hash! }])(request)).toEqual({
      name: "router",
      roles: ["reader"],
    });
  });

  it("asks what a caller may do by a query of this graph", () => {
    const query = block("graphql", "query {");

    expect(validate(schema, parse(query))).toEqual([]);
  });

  it("names every limit with its setting and its default", () => {
    const rows = [...page.matchAll(/^\| `(IMM_MAX_\w+)` \| (\d+) \|/gm)].map(([, name, value]) => [
      name,
      value,
    ]);

    const environment = Object.fromEntries(rows.map(([name]) => [name!, "7"]));
    expect(Object.values(readConfig(environment).limits)).toEqual(Object.keys(defaultLimits).map(() => 7));
    expect(rows.map(([, value]) => Number(value))).toEqual(Object.values(defaultLimits));
  });
});
