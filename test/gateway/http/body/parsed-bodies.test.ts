import express from "express";
import type { FastifyInstance } from "fastify";
import { describe, expect, it } from "vitest";
import {
  byExpress,
  byFastify,
  byNode,
  startFrameworkServer,
  type Embed,
} from "../../../support/gateway/framework-server.ts";
import { startSeededGateway } from "../../../support/gateway/seeded-gateway.ts";

const write =
  'mutation { updateProject(input: { projectName: "atlas", description: "seen" }) { requestId } }';
const json = JSON.stringify({ query: write });
const form = `query=${encodeURIComponent(write)}`;
const multipart = `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${write}\r\n--x--\r\n`;

const always = () => true;

/** Has Fastify read each body by one parser, of whatever type it is. */
const reading =
  (parse: (text: string) => unknown, type: string | RegExp = "*") =>
  (app: FastifyInstance) => {
    if (type === "*") app.removeAllContentTypeParsers();
    app.addContentTypeParser(type, { parseAs: "string" }, (_request, text, done) =>
      done(null, parse(text as string)),
    );
  };

const parseForm = (text: string) => Object.fromEntries(new URLSearchParams(text));

const embeddings: readonly (readonly [name: string, embed: Embed, unreadable?: number])[] = [
  ["node:http", byNode],
  ["Express", byExpress()],
  ["Express, json", byExpress(express.json())],
  ["Express, urlencoded", byExpress(express.urlencoded())],
  ["Express, text", byExpress(express.text())],
  ["Express, raw", byExpress(express.raw())],
  ["Express, all four", byExpress(express.json(), express.urlencoded(), express.text(), express.raw())],
  // It refuses itself what it can't read.
  ["Express, json of any type", byExpress(express.json({ type: always })), 400],
  ["Express, text of any type", byExpress(express.text({ type: always }))],
  ["Express, raw of any type", byExpress(express.raw({ type: always }))],
  [
    "Express, a type that is written over",
    byExpress(express.urlencoded(), (request, _response, next) => {
      request.headers["content-type"] = "application/json";
      next();
    }),
  ],
  ["Fastify, json", byFastify()],
  ["Fastify, urlencoded", byFastify(reading(parseForm, "application/x-www-form-urlencoded"))],
  ["Fastify, text of any type", byFastify(reading((text) => text))],
  ["Fastify, raw of any type", byFastify(reading((text) => Buffer.from(text)))],
  [
    "Fastify, json of any type",
    byFastify(reading((text) => (text.startsWith("{") ? (JSON.parse(text) as object) : parseForm(text)))),
  ],
  [
    "Fastify, no parser",
    byFastify((app) => {
      app.removeAllContentTypeParsers();
      app.addContentTypeParser("*", (_request, _payload, done) => done(null));
    }),
  ],
  [
    "Fastify, a stream",
    byFastify((app) => {
      app.removeAllContentTypeParsers();
      app.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    }),
  ],
];

const bodies: readonly (readonly [type: string | undefined, body: string])[] = [
  ["application/x-www-form-urlencoded", form],
  ["application/x-www-form-urlencoded", json],
  ["text/plain", json],
  [undefined, json],
  ["multipart/form-data; boundary=x", multipart],
  ["multipart/form-data; boundary=x", json],
  ["application/octet-stream", json],
];

const rows = embeddings.map(([name, embed, unreadable = 415]) => ({ name, embed, unreadable }));

describe.each(rows)("a body that a server may read before the gateway: $name", ({ embed, unreadable }) => {
  it("is refused by the type that its socket says, whatever was made of it", async () => {
    await using service = await startSeededGateway();
    await using embedded = await startFrameworkServer(service.gateway, embed);

    for (const [type, body] of bodies) {
      const headers = {
        "content-length": `${body.length}`,
        ...(type !== undefined && { "content-type": type }),
      };
      const { status } = await embedded.send({ headers, body });
      expect([type, status]).toEqual([type, body === json ? 415 : unreadable]);
    }
    expect(service.calls).toEqual([]);
  });

  it("is run as JSON", async () => {
    await using service = await startSeededGateway();
    await using embedded = await startFrameworkServer(service.gateway, embed);

    const types = [
      "application/json",
      "application/json; charset=utf-8",
      'APPLICATION/JSON ; charset="UTF-8"',
    ];
    for (const type of types) {
      const { status, body } = await embedded.send({ headers: { "content-type": type }, body: json });
      expect([status, JSON.parse(body)]).toMatchObject([
        200,
        { data: { updateProject: { requestId: expect.any(String) as string } } },
      ]);
    }
    expect(service.calls.map(({ action }) => action)).toEqual(types.map(() => "UpdateProject"));
  });
});

it("runs nothing of JSON that a server read as a form", async () => {
  await using service = await startSeededGateway();
  const embed = byExpress(express.urlencoded({ type: always }));
  await using embedded = await startFrameworkServer(service.gateway, embed);

  const answer = await embedded.send({ headers: { "content-type": "application/json" }, body: json });

  expect(answer.status).toBe(400);
  expect(service.calls).toEqual([]);
});

describe("a body that is handed to fetch", () => {
  it.each(bodies)("is refused by its type: %s", async (type, body) => {
    await using service = await startSeededGateway();
    const headers = type === undefined ? undefined : { "content-type": type };
    const init = { method: "POST", body: new TextEncoder().encode(body), ...(headers && { headers }) };

    expect((await service.gateway.fetch("http://localhost/graphql", init)).status).toBe(415);
    expect((await service.gateway.fetch(new Request("http://localhost/graphql", init))).status).toBe(415);
    expect(service.calls).toEqual([]);
  });
});
