import { connect, type Socket } from "node:net";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import express, { type RequestHandler } from "express";
import { describe, expect, it } from "vitest";
import { startServer } from "../../../../src/gateway/server.ts";
import {
  byExpress,
  byFastify,
  byNode,
  startFrameworkServer,
  type Embed,
} from "../../../support/gateway/framework-server.ts";
import { gatewayTo } from "../../../support/gateway/gateway.ts";
import { post } from "../../../support/gateway/post.ts";
import { json, startUpstream, unreachableUrl } from "../../../support/upstream/upstream.ts";

const here = { host: "127.0.0.1", port: 0 };

/** A request of so many bytes. */
const bodyOf = (bytes: number) => {
  const query = '{"query":"{ __typename }"}';
  return query + " ".repeat(bytes - query.length);
};

const tooLarge = (requested?: number) => ({
  errors: [
    {
      message: `The body of a request may have 65536 bytes: share it out over several requests. Asked: ${requested ?? "more than 65536"}.`,
      extensions: {
        code: "OPERATION_TOO_LARGE",
        limit: "bodyBytes",
        ...(requested !== undefined && { asked: requested }),
        allowed: 65_536,
      },
    },
  ],
});

const servers: readonly (readonly [name: string, embed: Embed])[] = [
  ["node:http", byNode],
  ["Express", byExpress()],
  ["Express that reads bodies itself", byExpress(express.json({ limit: "1mb" }))],
  ["Fastify", byFastify()],
];

async function serve(embed: Embed) {
  const service = gatewayTo(unreachableUrl);
  const embedded = await startFrameworkServer(service.gateway, embed);
  return {
    /** Sends a body with its length, or in chunks; answers the status, the body and what becomes of the connection. */
    async send(body: string, how: "chunked" | "whole") {
      const headers = {
        "content-type": "application/json",
        ...(how === "whole" && { "content-length": `${body.length}` }),
      };
      const answer = await embedded.send({ headers, body });
      return [answer.status, JSON.parse(answer.body), answer.headers.connection];
    },
    async [Symbol.asyncDispose]() {
      await embedded[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

const answer = { data: { __typename: "Query" } };

describe.each(servers)("a body, by %s", (_name, embed) => {
  it.each(["whole", "chunked"] as const)("is read up to its limit: %s", async (how) => {
    await using served = await serve(embed);

    for (const bytes of [65_535, 65_536]) {
      expect((await served.send(bodyOf(bytes), how)).slice(0, 2)).toEqual([200, answer]);
    }
  });

  it("is refused by its length, with 413, and its connection closed", async () => {
    await using served = await serve(embed);

    expect(await served.send(bodyOf(65_537), "whole")).toEqual([413, tooLarge(65_537), "close"]);
  });

  it("is refused while it is read where its length isn't told", async () => {
    await using served = await serve(embed);
    // What reads JSON for the gateway hands it over without its spaces.
    const query = `{ __typename } # ${"x".repeat(65_537)}`;

    expect(await served.send(JSON.stringify({ query }), "chunked")).toEqual([413, tooLarge(), "close"]);
  });
});

describe("a body that is handed to fetch", () => {
  it("is counted", async () => {
    await using service = gatewayTo(unreachableUrl);

    expect((await post(service.gateway, bodyOf(65_536))).data).toEqual({ __typename: "Query" });
    expect(await post(service.gateway, bodyOf(65_537))).toEqual({ status: 413, ...tooLarge(65_537) });
  });

  it("is counted in bytes, of a stream too", async () => {
    await using service = gatewayTo(unreachableUrl);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 10_000;
        controller.enqueue(new TextEncoder().encode("界".repeat(3_000) + " ".repeat(1_000)));
      },
    });

    const response = await service.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: endless,
      duplex: "half",
    } as RequestInit);

    expect([response.status, await response.json()]).toEqual([413, tooLarge()]);
    expect(sent).toBeLessThan(200_000);
  });
});

describe("a request that is handed to fetch", () => {
  const body = JSON.stringify({ query: "{ __typename }" });
  const url = "http://localhost/graphql";

  it.each([["5"], ["0"], ["-1"], ["x"]])(
    "is counted, whatever length it has in a header: %s",
    async (length) => {
      await using service = gatewayTo(unreachableUrl);
      const ask = async (sent: string) => {
        const headers = { "content-type": "application/json", "content-length": length };
        const init = { method: "POST", headers, body: sent };
        const responses = [
          await service.gateway.fetch(url, init),
          await service.gateway.fetch(new Request(url, init)),
          await service.gateway.fetch(new Request(url, { method: "POST" }), init),
        ];
        return Promise.all(responses.map(async (response) => [response.status, await response.json()]));
      };

      expect(await ask(bodyOf(65_536))).toEqual(Array.from({ length: 3 }, () => [200, answer]));
      expect(await ask(bodyOf(65_537))).toEqual(Array.from({ length: 3 }, () => [413, tooLarge()]));
    },
  );

  it("is left as it was", async () => {
    await using service = gatewayTo(unreachableUrl);
    const type = { "content-type": "application/json" };
    const frozen = Object.freeze({ method: "POST", headers: Object.freeze({ ...type }), body });
    const list = Object.entries(type);
    const headers = new Headers(type);
    const request = new Request(url, { method: "POST", headers: type, body });

    const responses = [
      await service.gateway.fetch(url, frozen),
      await service.gateway.fetch(new URL(url), { method: "POST", headers: list, body }),
      await service.gateway.fetch(url, { method: "POST", headers, body }),
      await service.gateway.fetch(request),
    ];

    for (const response of responses) expect(await response.json()).toEqual(answer);
    expect(list).toEqual(Object.entries(type));
    expect(Object.fromEntries(headers)).toEqual(type);
    expect(Object.fromEntries(request.headers)).toEqual(type);
  });
});

describe("a body that is far too large", () => {
  const head = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";

  /** What a server answers before it has read what was announced. */
  async function answered(write: (socket: Socket) => void): Promise<string> {
    await using service = gatewayTo(unreachableUrl);
    await using server = await startServer(service.gateway, here);
    const socket = connect(Number(new URL(server.url).port), here.host);
    write(socket);
    const received = await text(socket);
    expect(service.log).toEqual([]);
    return received;
  }

  it.each([1_000_000, 1_000_000_000_000])("is refused before it is sent: %d bytes", async (bytes) => {
    const received = await answered((socket) => socket.write(`${head}content-length: ${bytes}\r\n\r\n{`));

    expect(received).toMatch(/^HTTP\/1\.1 413 .*\r\nconnection: close\r\n.*"asked":1000000/is);
  });

  it("is refused after a chunk too many, and the rest isn't read", async () => {
    const chunk = `${(10_000).toString(16)}\r\n${" ".repeat(10_000)}\r\n`;

    const received = await answered((socket) =>
      socket.write(`${head}transfer-encoding: chunked\r\n\r\n${chunk.repeat(7)}`),
    );

    expect(received).toMatch(/^HTTP\/1\.1 413 .*\r\nconnection: close\r\n.*"limit":"bodyBytes"/is);
  });
});

describe("a request that is sent slowly", () => {
  it.each([
    ["its head", "POST /graphql HTTP/1.1\r\nhost: localhost\r\n"],
    [
      "its body",
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 26\r\n\r\n{"query":',
    ],
    [
      "its chunks",
      "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n",
    ],
  ])("is answered 408 where %s doesn't end in time, and its connection closed", async (_part, begun) => {
    await using service = gatewayTo(unreachableUrl);
    await using server = await startServer(service.gateway, { ...here, requestMs: 20 });
    const socket = connect(Number(new URL(server.url).port), here.host);

    socket.write(begun);

    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n/);
    expect(service.calls).toEqual([]);
    expect(service.log).toEqual([]);
  });

  it("is answered where it is whole, however long the answer takes", async () => {
    const waiting: (() => void)[] = [];
    await using imm = await startUpstream((incoming, response) => {
      waiting.push(() => json(200, { Projects: [] })(incoming, response));
    });
    await using service = gatewayTo(imm.url);
    await using server = await startServer(service.gateway, { ...here, requestMs: 100 });
    const query = encodeURIComponent("{ projects { nodes { id } } }");
    const headers = { "apollo-require-preflight": "true" };
    const answered = fetch(`${server.url}?query=${query}`, { headers });

    // By then one that began later has had its time.
    const slow = connect(Number(new URL(server.url).port), here.host);
    slow.write("POST /graphql HTTP/1.1\r\n");
    expect(await text(slow)).toMatch(/^HTTP\/1\.1 408 /);
    await expect.poll(() => waiting.length).toBe(1);
    for (const reply of waiting) reply();

    expect(await (await answered).json()).toEqual({ data: { projects: { nodes: [] } } });
  });
});

const later = (next: () => void) => setTimeout(next, 20);

describe.each<[what: string, before: RequestHandler]>([
  ["nothing", (_request, _response, next) => next()],
  ["what waits", (_request, _response, next) => later(next)],
  ["what pauses it", (request, _response, next) => (request.pause(), later(next))],
  ["what pauses it for a while", (request, _response, next) => (request.pause().resume().pause(), next())],
  ["what listens for it", (request, _response, next) => (request.on("readable", () => {}), next())],
  [
    "what listens and pauses it",
    (request, _response, next) => (request.on("readable", () => {}).pause(), next()),
  ],
  ["what makes text of it", (request, _response, next) => (request.setEncoding("utf8"), next())],
  [
    "what leads it through another stream",
    (request, _response, next) => {
      request.body = request.pipe(new PassThrough()).pause();
      later(next);
    },
  ],
])("a body behind %s", (_what, before) => {
  it.each([2, 65_000, 70_000])("is read whole, or refused: %i bytes more", async (more) => {
    await using served = await serve(byExpress(before));

    const [status] = await served.send(bodyOf(26 + more), "chunked");
    expect(status).toBe(more > 65_510 ? 413 : 200);
  });
});

describe("gateway.fetch", () => {
  const content = '{"query":"{ __typename }"}';

  it.each<[string, BodyInit]>([
    ["text", content],
    ["a Blob with a type", new Blob([content], { type: "application/json" })],
    ["a Blob without", new Blob([content])],
    ["bytes", new TextEncoder().encode(content)],
    ["a stream", new Blob([content]).stream()],
  ])("reads a body that is %s, at an address with a host or without", async (_what, body) => {
    await using service = gatewayTo(unreachableUrl);
    const hasType = body instanceof Blob && body.type !== "";
    const headers = hasType ? {} : { "content-type": "application/json" };
    const url = body instanceof ReadableStream ? "http://localhost/graphql" : "/graphql";

    const response = await service.gateway.fetch(url, { method: "POST", headers, body });

    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });

  it("counts the bytes of a Blob", async () => {
    await using service = gatewayTo(unreachableUrl);
    const body = new Blob([`{"query":"{ __typename }"${" ".repeat(70_000)}}`], { type: "application/json" });

    expect((await service.gateway.fetch("/graphql", { method: "POST", body })).status).toBe(413);
  });
});
