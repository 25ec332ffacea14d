import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import express from "express";
import { describe, expect, it } from "vitest";
import {
  byExpress,
  byFastify,
  byNode,
  startFrameworkServer,
  type Embed,
} from "../../../support/gateway/framework-server.ts";
import { gatewayTo } from "../../../support/gateway/gateway.ts";
import { unreachableUrl } from "../../../support/upstream/upstream.ts";

/** A request of so many bytes, most of which its compression saves. */
const bodyOf = (bytes: number) => {
  const query = '{"query":"{ __typename }","operationName":null';
  return `${query}${" ".repeat(bytes - query.length - 1)}}`;
};
const body = bodyOf(100);

/** A document that is still as large once its JSON is parsed. */
const commentedOf = (bytes: number) => JSON.stringify({ query: `{ __typename } # ${"x".repeat(bytes)}` });

type Compress = (text: string) => Uint8Array;

const encodings: readonly (readonly [encoding: string, compress: Compress])[] = [
  ["gzip", gzipSync],
  ["GZIP", gzipSync],
  ["x-gzip", gzipSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["br", brotliCompressSync],
  ["identity", Buffer.from],
  ["identity, gzip", gzipSync],
];

const answer = { data: { __typename: "Query" } };
const tooLarge = {
  errors: [
    {
      message:
        "The body of a request may have 65536 bytes: share it out over several requests. Asked: more than 65536.",
      extensions: { code: "OPERATION_TOO_LARGE", limit: "bodyBytes", allowed: 65_536 },
    },
  ],
};

interface Service extends AsyncDisposable {
  send(
    encoding: string,
    body: string | Uint8Array,
  ): Promise<{ status: number; accepts: unknown; json: unknown }>;
}

async function serve(embed: Embed): Promise<Service> {
  const service = gatewayTo(unreachableUrl);
  const embedded = await startFrameworkServer(service.gateway, embed);
  return {
    async send(encoding, sent) {
      const headers = { "content-type": "application/json", "content-encoding": encoding };
      const received = await embedded.send({ headers, body: sent });
      const accepts = received.headers["accept-encoding"];
      return { status: received.status, accepts, json: JSON.parse(received.body) };
    },
    async [Symbol.asyncDispose]() {
      await embedded[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

async function byFetch(): Promise<Service> {
  const service = gatewayTo(unreachableUrl);
  return {
    async send(encoding, sent) {
      const response = await service.gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", "content-encoding": encoding },
        body: sent as Uint8Array<ArrayBuffer>,
      });
      const accepts = response.headers.get("accept-encoding") ?? undefined;
      return { status: response.status, accepts, json: await response.json() };
    },
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  };
}

const entryPoints: readonly (readonly [name: string, open: () => Promise<Service>])[] = [
  ["fetch", byFetch],
  ["node:http", () => serve(byNode)],
  ["Express", () => serve(byExpress())],
  [
    "Fastify that leaves bodies to it",
    () =>
      serve(
        byFastify((app) => {
          app.removeAllContentTypeParsers();
          app.addContentTypeParser("*", (_request, _payload, done) => done(null));
        }),
      ),
  ],
];

describe.each(entryPoints)("a compressed body, by %s", (_name, open) => {
  it.each(encodings)("is read: %s", async (encoding, compress) => {
    await using service = await open();

    expect(await service.send(encoding, compress(body))).toMatchObject({ status: 200, json: answer });
  });

  it.each(encodings)("is read up to the limit of what comes out of it: %s", async (encoding, compress) => {
    await using service = await open();

    expect(await service.send(encoding, compress(bodyOf(65_536)))).toMatchObject({
      status: 200,
      json: answer,
    });
    const { status, json } = await service.send(encoding, compress(bodyOf(65_537)));
    expect([status, json]).toMatchObject([413, { errors: [{ extensions: { limit: "bodyBytes" } }] }]);
  });

  it.each(["compress", "zstd", "gzip, gzip", "gzip, br", "constructor", "none"])(
    "is refused where its encoding is %j, with those that are read",
    async (encoding) => {
      await using service = await open();

      expect(await service.send(encoding, gzipSync(gzipSync(body)))).toEqual({
        status: 415,
        accepts: "gzip, deflate, br",
        json: {
          errors: [
            {
              message: `A body may be compressed once, by gzip, deflate or br; got content-encoding ${JSON.stringify(encoding)}.`,
              extensions: { code: "BAD_REQUEST" },
            },
          ],
        },
      });
    },
  );

  it.each(["gzip", "deflate", "br"])("is refused where it isn't %s, or not to its end", async (encoding) => {
    await using service = await open();
    const [, compress] = encodings.find(([name]) => name === encoding)!;

    for (const broken of [Buffer.from(body), compress(body).subarray(0, -9), Buffer.alloc(0)]) {
      const { status, json } = await service.send(encoding, broken);
      expect([status, json]).toMatchObject([400, { errors: [{ extensions: { code: "BAD_REQUEST" } }] }]);
    }
  });

  it("is refused where it says less than it is", async () => {
    await using service = await open();
    // A thousand times as much, which would be inflated one after the other.
    const bomb = gzipSync(Buffer.alloc(20_000_000, " "));
    expect(bomb.byteLength).toBeLessThan(65_536);

    expect(await service.send("gzip", bomb)).toMatchObject({ status: 413, json: tooLarge });
  });

  it("is refused where even what is compressed is too much", async () => {
    await using service = await open();
    const empty = gzipSync("");
    const many = Buffer.concat(Array.from({ length: 5000 }, () => empty));

    expect((await service.send("gzip", many)).status).toBe(413);
  });
});

describe("a compressed body that a server decompresses and reads", () => {
  const limit = "1mb";

  it.each([
    ["json", byExpress(express.json({ limit }))],
    ["text", byExpress(express.text({ limit, type: () => true }))],
    ["raw", byExpress(express.raw({ limit, type: () => true }))],
  ])("is counted as what came out of it: %s", async (_name, embed) => {
    await using service = await serve(embed);

    expect(await service.send("gzip", gzipSync(body))).toMatchObject({ status: 200, json: answer });
    expect(await service.send("gzip", gzipSync(commentedOf(65_536)))).toMatchObject({
      status: 413,
      json: tooLarge,
    });
  });
});

describe("the text of a body", () => {
  it.each(entryPoints)("may have a byte order mark, by %s", async (_name, open) => {
    await using service = await open();

    expect(await service.send("identity", `\uFEFF${body}`)).toMatchObject({ status: 200, json: answer });
    expect((await service.send("identity", `\uFEFF\uFEFF${body}`)).status).toBe(400);
  });

  it.each(entryPoints)("isn't read where its bytes are no UTF-8, by %s", async (_name, open) => {
    await using service = await open();
    const latin1 = Buffer.from(
      JSON.stringify({ query: '{ project(projectName: "\xE9") { id } }' }),
      "latin1",
    );

    expect(await service.send("identity", latin1)).toMatchObject({
      status: 400,
      json: { errors: [{ message: "The JSON of the request can't be read." }] },
    });
  });

  it.each(["null", "1", '"x"', "true"])("must be an object: %s", async (text) => {
    await using service = await byFetch();

    const { status, json } = await service.send("identity", text);
    expect([status, json]).toMatchObject([
      400,
      { errors: [{ message: expect.stringMatching(/^The body must be a JSON object, not /) as string }] },
    ]);
  });
});
