import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { parse, validate } from "graphql";
import { createClient } from "graphql-sse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, type GatewayServer } from "../../src/gateway/server.ts";
import { schema } from "../../src/graphql/schema.ts";
import { gatewayTo, type TestGateway } from "../support/gateway/gateway.ts";
import { compile, type Programs } from "../support/process/run-typescript.ts";
import { startFileUpstream } from "../support/upstream/file-upstream.ts";
import type { Upstream } from "../support/upstream/upstream.ts";

const page = await readFile("docs/subscriptions.md", "utf8");

/** The blocks of code in a language. */
function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, code]) => code!);
}

const address = "http://127.0.0.1:4000/graphql";
const events = ["oss://photos/a.jpg", "oss://photos/b.jpg"].map((uri) =>
  JSON.stringify({ fileIndexed: { uri, objectStatus: "Indexed" } }),
);

describe("the page about subscriptions", () => {
  let upstream: Upstream;
  let service: TestGateway;
  let server: GatewayServer;
  let programs: Programs;
  beforeAll(async () => {
    const ObjectStatus = "Indexed";
    upstream = await startFileUpstream({
      files: { "oss://photos/a.jpg": { ObjectStatus }, "oss://photos/b.jpg": { ObjectStatus } },
    });
    service = gatewayTo(upstream.url);
    server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    const samples = blocks("ts").filter((code) => !code.includes("@apollo/client"));
    const named = { sse: samples[0]!, urql: samples[1]! };
    programs = await compile(
      Object.fromEntries(
        Object.entries(named).map(([name, code]) => [name, code.replaceAll(address, server.url)]),
      ),
      ["@0no-co/graphql.web", "@urql/core", "graphql", "graphql-sse", "wonka"],
    );
  });
  afterAll(async () => {
    await programs[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
    await service[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
  });

  it("has operations that the graph takes", () => {
    const documents = [
      ...blocks("graphql"),
      ...blocks("ts").flatMap((code) =>
        [...code.matchAll(/`\s*(subscription [^`]*)`/g)].map(([, text]) => text!),
      ),
    ];
    expect(documents).toHaveLength(4);
    for (const document of documents) expect(validate(schema, parse(document))).toEqual([]);
  });

  it("has a command of curl that prints what it says", async () => {
    const command = blocks("sh")[0]!.replace(address, server.url);
    const { stdout } = await promisify(execFile)("sh", ["-c", command]);

    // Under test, comments come more often.
    expect(stdout.replace(/^(:\n\n)+/, ":\n\n")).toBe(blocks("text")[0]);
  });

  it.each(["sse", "urql"])("has a program that shows each event: %s", async (name) => {
    const lines = (await programs.run(name)).trim().split("\n");

    expect(lines.toSorted()).toEqual(events);
  });

  // Apollo Client isn't among what the tests install: this is what its link hands to graphql-sse.
  it("has a link for Apollo Client that sends what the gateway takes", async () => {
    const link = blocks("ts").find((code) => code.includes("@apollo/client"))!;
    expect(link).toContain("request({ query, variables, operationName, extensions }: ApolloLink.Operation)");
    const client = createClient({ url: server.url, retryAttempts: 0 });
    const query = /gql`([^`]*)`/.exec(link)![1]!;
    const variables = { uris: ["oss://photos/a.jpg", "oss://photos/b.jpg"] };

    const received: string[] = [];
    for await (const { data } of client.iterate({
      query,
      variables,
      operationName: "Wait",
      extensions: {},
    })) {
      received.push(JSON.stringify(data));
    }

    expect(received.toSorted()).toEqual(events);
    client.dispose();
  });
});
