import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { defaultTabs } from "../../src/explorer/editor/default-tabs.ts";
import { startServer } from "../../src/gateway/server.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";
import { compile } from "../support/process/run-typescript.ts";
import { startFileUpstream } from "../support/upstream/file-upstream.ts";
import { codeOf, hasCurl, programsOf, samplePackages } from "./write-sample.ts";

const starter = defaultTabs.find(({ query }) => query.includes("subscription Wait"))!;
const { uris } = JSON.parse(starter.variables) as { uris: string[] };
const fields = `fileIndexed(projectName: "atlas", datasetName: "photos"`;
const operations = {
  Starter: { ...starter, query: starter.query.replace("fileReason", "") },
  Wait: {
    query: `subscription Wait($uris: [FileUri!]!) { ${fields}, uris: $uris) { uri objectStatus } }`,
    variables: JSON.stringify({ uris }),
    headers: JSON.stringify({ "x-request-id": "one" }),
  },
  Literal: { query: `subscription { ${fields}, uris: ${JSON.stringify(uris)}) { uri objectStatus } }` },
};
const events = uris.map((uri) => ({ fileIndexed: { uri, objectStatus: "Indexed" } }));

async function open() {
  const ObjectStatus = "Indexed";
  const upstream = await startFileUpstream({
    files: Object.fromEntries(uris.map((uri) => [uri, { ObjectStatus }])),
  });
  const service = gatewayTo(upstream.url);
  const server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
  return {
    endpoint: server.url,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

/** Values of JSON, one after the other. */
function valuesOf(text: string): unknown[] {
  return text.split(/\n(?=\{)/).map((value) => JSON.parse(value) as unknown);
}

const byUri = (found: unknown[]) => found.map((event) => JSON.stringify(event)).toSorted();

it("show each event of a subscription, as programs", async () => {
  await using gateway = await open();
  const programs = await programsOf(["fetch", "typed-client"], operations, gateway.endpoint);
  await using compiled = await compile(programs, [...samplePackages, "graphql-sse"]);

  for (const name of Object.keys(programs)) {
    expect([name, byUri(valuesOf(await compiled.run(name)))]).toEqual([name, byUri(events)]);
  }
});

it.skipIf(!hasCurl)("show each event of a subscription, by curl", async () => {
  await using gateway = await open();
  for (const operation of Object.values(operations)) {
    const command = await codeOf("curl", operation, gateway.endpoint);
    const { stdout } = await promisify(execFile)("sh", ["-c", command]);

    const sent = [...stdout.matchAll(/^data: (.+)$/gm)].map(
      ([, json]) => JSON.parse(json!) as { data: unknown },
    );
    expect(byUri(sent.map(({ data }) => data))).toEqual(byUri(events));
    expect(stdout).toMatch(/event: complete\ndata:\n\n$/);
  }
});

it("call IMM as a poll does, by its SDKs", async () => {
  const code = await codeOf("sdk-typescript", operations.Wait);

  expect(code).toContain("client.batchGetFileMeta(");
  expect(code).toContain(`"${uris[1]}"`);
});
