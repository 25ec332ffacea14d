import { cp, readFile } from "node:fs/promises";
import { isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { albumsSubgraph } from "../../examples/supergraph/src/albums.ts";
import { compose } from "../../examples/supergraph/src/compose.ts";
import { startImmSubgraph } from "../../examples/supergraph/src/imm.ts";
import { listen } from "../../examples/supergraph/src/listen.ts";
import { createRouter } from "../../examples/supergraph/src/router.ts";
import { readConfig } from "../../src/config.ts";
import { actions } from "../../src/contract/contract.ts";
import type { Action } from "../../src/contract/wire.ts";
import { schema } from "../../src/graphql/schema.ts";
import { callsOf, type FieldCalls } from "../../src/graphql/schema/action-extensions.ts";
import { imitated } from "../../src/local-imm/operations/index.ts";
import { temporaryFolder } from "../support/folder.ts";
import { startTestGateway, testKey } from "../support/gateway/gateway.ts";
import { compile } from "../support/process/run-typescript.ts";
import { closedPort } from "../support/upstream/upstream.ts";

const readme = await readFile("README.md", "utf8");

/** Each `curl` of the README with the answer that is shown below it. */
const examples = [
  ...readme.matchAll(
    /```sh\ncurl (\S+) -H 'content-type: application\/json'( -H 'x-imm-trace-calls: 1')? -d '([^']*)'\n```\n\n```json\n(.*)\n```/g,
  ),
].map(([, url, trace, body, answer]) => ({
  url: url!,
  headers: { "content-type": "application/json", ...(trace && { "x-imm-trace-calls": "1" }) },
  body: body!,
  answer: answer!,
}));

/** An answer without what differs each time. */
function settled(answer: string): string {
  return answer.replace(/"ms":\d+/, '"ms":0').replace(/"requestId":"[\w*-]+"/, '"requestId":""');
}

async function expectAnswer(
  { fetch }: { fetch: (url: string, init: RequestInit) => Promise<Response> | Response },
  { url, headers, body, answer }: (typeof examples)[number],
): Promise<void> {
  const response = await fetch(url, { method: "POST", headers, body });
  expect(settled(await response.text())).toBe(settled(answer));
}

describe("the README", () => {
  it("gives its two commands, each on a line of its own", () => {
    expect(readme.match(/^npm ci && npm start$/gm)).toHaveLength(1);
    expect(readme.match(/^npm ci && npm test$/gm)).toHaveLength(1);
  });

  it("shows what its examples really answer, to the letter", async () => {
    await using service = await startTestGateway();
    const alone = examples.filter(({ url }) => url === "http://127.0.0.1:4000/graphql");
    expect(alone).toHaveLength(7);
    const pictures = service.makeBucket("photos");
    await cp("docs/pictures", pictures, { recursive: true });

    for (const example of alone) {
      if (example.body.includes("exifTag")) await service.settled();
      await expectAnswer(service.gateway, example);
    }
  });

  it("shows what the supergraph really answers", async () => {
    await using folder = await temporaryFolder();
    await using imm = await startImmSubgraph(folder.path);
    await using albums = await listen(albumsSubgraph);
    await using router = createRouter(await compose({ imm: imm.url, albums: albums.url }));
    const federated = examples.filter(({ url }) => url === "http://127.0.0.1:4200/graphql");
    expect(federated).toHaveLength(2);

    for (const example of federated) await expectAnswer(router, example);
    expect(examples).toHaveLength(9);
  });

  it("has code that compiles strictly and runs: a codegen.ts, and three servers with the gateway in them", async () => {
    await using service = await startTestGateway();
    const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code!);
    const codegen = blocks.find((code) => code.includes('from "imm-graphql/codegen"'))!;
    const gateway = blocks.find((code) => code.includes("createGateway("))!;
    const servers = blocks.filter((code) => /^\/\/ (node:http|Express|Fastify)$/m.test(code));
    expect(servers).toHaveLength(3);
    const ports = await Promise.all(servers.map(async () => new URL(await closedPort()).port));
    const listening = servers.map((code, index) => code.replace("4000", ports[index]!)).join("\n");

    await using programs = await compile(
      {
        codegen,
        generate: `
          import { generate } from "@graphql-codegen/cli";
          import config from "./codegen.js";
          const files: { content: string }[] = await generate(config, false);
          console.log(files.map(({ content }) => content).join("\\n"));`,
        servers: `${gateway.replace("https://imm.cn-shanghai.aliyuncs.com", service.endpoint)}\n${listening}
          const query = '{ projects { nodes { projectName } } }';
          for (const port of [${ports.join(", ")}]) {
            const headers = { "content-type": "application/json" };
            const request = { method: "POST", headers, body: JSON.stringify({ query }) };
            console.log(await (await fetch(\`http://127.0.0.1:\${port}/graphql\`, request)).text());
          }
          process.exit(0);`,
      },
      [
        "imm-graphql",
        "@graphql-codegen/cli",
        "@graphql-codegen/client-preset",
        "@graphql-typed-document-node/core",
        "@types/express",
        "express",
        "fastify",
        "graphql",
      ],
      {
        "src/page.ts":
          "export const list = graphql(`query List { projects { nodes { projectName fileCount } } }`);",
      },
    );

    const key = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: testKey.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: testKey.accessKeySecret,
    };
    const [generated, answers] = await Promise.all([programs.run("generate"), programs.run("servers", key)]);
    expect(answers.trim().split("\n")).toEqual(
      Array.from({ length: 3 }, () => '{"data":{"projects":{"nodes":[]}}}'),
    );
    expect(generated).toContain("projectName: string, fileCount: string | null");
  });

  it("has every setting that the gateway reads, and no other", () => {
    const readNames = new Set<string>();
    const environment = new Proxy<Record<string, string>>(
      {},
      { get: (_, name) => void readNames.add(String(name)) },
    );
    readConfig(environment);
    const table = readme.slice(readme.indexOf("## Configuration"), readme.indexOf("## What the local IMM"));
    const named = [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(
      ([, names]) => names!.match(/\w+(?=`)/g) ?? [],
    );

    const own = [...readNames].filter((name) => name !== "NODE_ENV" && !name.startsWith("IMM_MAX_"));
    expect(named.toSorted()).toEqual(own.toSorted());
    expect(table).toContain("| `IMM_MAX_*` |");
  });

  it("says of each action whether the graph has it and the local IMM imitates it", () => {
    const rows = actions.map((action) => {
      const fields = fieldsOf(action).map((field) => `\`${field}\``);
      return `| ${action} | ${fields.join(", ") || "–"} | ${imitated.includes(action) ? "yes" : "–"} |`;
    });

    const header = "| action | in the graph | local IMM |\n|---|---|---|\n";
    expect(readme).toContain(`${header}${rows.join("\n")}\n`);
    expect(rows).toHaveLength(54);
  });
});

/** The fields that call an action: a root's by its name, else all others as `Type.field`. */
function fieldsOf(action: Action): string[] {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const fields = objects.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => callsOf<FieldCalls>(field)?.action === action)
      .map(({ name }) => ({ name, type, isRoot: roots.includes(type) })),
  );
  const root = fields.find(({ isRoot }) => isRoot);
  return root ? [root.name] : fields.map(({ name, type }) => `${type.name}.${name}`);
}
