import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startServer } from "../../../src/gateway/server.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer<ArrayBuffer> | undefined;
}

type Service = Awaited<ReturnType<typeof startSeededGateway>>;
type Send = (service: Service, sent: Sent) => Promise<{ status: number; body: string }>;

/** A `Request` holds headers otherwise than what comes over a socket. */
const entryPoints: readonly (readonly [name: string, send: Send])[] = [
  [
    "fetch",
    async ({ gateway }, { path, body, ...init }) => {
      const sent = new Request(`http://localhost${path}`, { ...init, body: body ?? null });
      const response = await gateway.fetch(sent);
      return { status: response.status, body: await response.text() };
    },
  ],
  [
    "a socket",
    async ({ gateway }, { body, ...options }) => {
      await using server = await startServer(gateway, { host: "127.0.0.1", port: 0 });
      const { hostname, port } = new URL(server.url);
      const outgoing = request({ hostname, port, ...options, agent: false }).end(body);
      const [response] = await once(outgoing, "response");
      return { status: response.statusCode, body: await text(response) };
    },
  ],
];

const query = '{ project(projectName: "atlas") { datasetCount } }';
const json = JSON.stringify({ query });
const form = `query=${encodeURIComponent(query)}`;
const multipart = `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${query}\r\n--x--\r\n`;

interface Row {
  method: "GET" | "HEAD" | "POST";
  type?: string;
  body?: string;
  /** The status where the header is absent, empty and set. */
  absent: number;
  empty: number;
  set: number;
}

const table: readonly Row[] = [
  { method: "GET", absent: 400, empty: 400, set: 200 },
  { method: "GET", type: "", absent: 400, empty: 400, set: 200 },
  { method: "GET", type: "application/x-www-form-urlencoded", absent: 415, empty: 415, set: 415 },
  { method: "GET", type: "multipart/form-data; boundary=x", absent: 415, empty: 415, set: 415 },
  { method: "GET", type: "text/plain", absent: 415, empty: 415, set: 415 },
  { method: "GET", type: "application/json", absent: 200, empty: 200, set: 200 },
  { method: "GET", type: "application/json; charset=utf-8", absent: 200, empty: 200, set: 200 },
  { method: "GET", type: "application/json, text/plain", absent: 415, empty: 415, set: 415 },
  { method: "GET", type: "text/plain; application/json", absent: 415, empty: 415, set: 415 },
  { method: "GET", type: "garbage", absent: 415, empty: 415, set: 415 },
  { method: "HEAD", absent: 400, empty: 400, set: 405 },
  { method: "HEAD", type: "text/plain", absent: 415, empty: 415, set: 415 },
  { method: "POST", body: json, absent: 415, empty: 415, set: 415 },
  { method: "POST", type: "", body: json, absent: 415, empty: 415, set: 415 },
  {
    method: "POST",
    type: "application/x-www-form-urlencoded",
    body: form,
    absent: 415,
    empty: 415,
    set: 415,
  },
  {
    method: "POST",
    type: "multipart/form-data; boundary=x",
    body: multipart,
    absent: 415,
    empty: 415,
    set: 415,
  },
  { method: "POST", type: "text/plain", body: json, absent: 415, empty: 415, set: 415 },
  { method: "POST", type: "application/json", body: json, absent: 200, empty: 200, set: 200 },
  { method: "POST", type: "application/json; charset=utf-8", body: json, absent: 200, empty: 200, set: 200 },
  { method: "POST", type: "application/json, text/plain", body: json, absent: 415, empty: 415, set: 415 },
  { method: "POST", type: "text/plain; application/json", body: json, absent: 415, empty: 415, set: 415 },
  { method: "POST", type: "garbage", body: json, absent: 415, empty: 415, set: 415 },
  ...[
    "APPLICATION/JSON",
    'application/json ; charset="utf-8"',
    "application/json;charset=UTF8;",
    "Application/Json\t; q=1",
  ].map((type) => ({ method: "POST", type, body: json, absent: 200, empty: 200, set: 200 }) as const),
  ...[
    "application/json; charset=utf-8, text/plain",
    "application/json, application/json",
    "application/json; charset",
    "application/json text/plain",
    "application/jsonp",
    "application/json; charset=utf-16",
    'application/json; charset="iso-8859-1"',
  ].map((type) => ({ method: "POST", type, body: json, absent: 415, empty: 415, set: 415 }) as const),
];

describe.each(entryPoints)("what a page of another origin can send unasked, by %s", (_name, send) => {
  it.each(table)("$method of $type: $absent, $empty, $set", async ({ method, type, body, ...expected }) => {
    await using service = await startSeededGateway();
    const path = method === "POST" ? "/graphql" : `/graphql?${form}`;
    const ask = async (header: Record<string, string>) => {
      service.calls.length = 0;
      const headers = { ...(type !== undefined && { "content-type": type }), ...header };
      const { status } = await send(service, {
        method,
        path,
        headers,
        body: body === undefined ? body : Buffer.from(body),
      });
      // What was turned away cost no call.
      expect(service.calls.map(({ action }) => action)).toEqual(status === 200 ? ["GetProject"] : []);
      return status;
    };

    expect(await ask({})).toBe(expected.absent);
    expect(await ask({ "apollo-require-preflight": "" })).toBe(expected.empty);
    expect(await ask({ "x-apollo-operation-name": "" })).toBe(expected.empty);
    expect(await ask({ "apollo-require-preflight": "true" })).toBe(expected.set);
    expect(await ask({ "x-apollo-operation-name": "Project" })).toBe(expected.set);
  });

  it("says what to send instead", async () => {
    await using service = await startSeededGateway();
    const plain = { "content-type": "text/plain" };
    const ask = async (method: string, headers: Record<string, string>) =>
      JSON.parse((await send(service, { method, path: `/graphql?${form}`, headers })).body);
    const refusal = (message: string) => ({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });

    expect(await ask("GET", {})).toEqual(
      refusal(
        "A GET needs the header apollo-require-preflight: true, or x-apollo-operation-name with the operation's name.",
      ),
    );
    expect(await ask("GET", plain)).toEqual(refusal("A GET has no content-type, or application/json."));
    expect(await ask("POST", plain)).toEqual(
      refusal("A POST needs the header content-type: application/json."),
    );
  });

  // Yoga finds the graph at each of these.
  it.each([
    ["/graphql/", 400],
    ["/elsewhere/graphql", 400],
    [`/elsewhere?${form}&to=/graphql`, 404],
    [`/elsewhere/&${form}&to=/graphql`, 400],
  ])("refuses it at %s too", async (path, status) => {
    await using service = await startSeededGateway();
    const sent = { method: "GET", path: path.includes(form) ? path : `${path}?${form}` };

    expect((await send(service, { ...sent, headers: {} })).status).toBe(status);
    expect(service.calls).toEqual([]);
  });

  it("answers at no other address to who asks without a header, nor at the one of Yoga's own for probes", async () => {
    await using service = await startSeededGateway();
    const ask = async (path: string) => (await send(service, { method: "GET", path, headers: {} })).status;

    const paths = ["/", "/elsewhere", "/health", "/graphql/health", "/anything/health?x=/health"];
    expect(await Promise.all(paths.map(ask))).toEqual(paths.map(() => 404));
  });

  it("leaves a page to who prefers HTML, and asks nothing of IMM for it", async () => {
    await using service = await startSeededGateway();
    const headers = { accept: "text/html" };

    // There is no explorer here.
    expect(await send(service, { method: "GET", path: `/graphql?${form}`, headers })).toEqual({
      status: 404,
      body: "",
    });
    expect(service.calls).toEqual([]);
  });
});

it("is refused with two content types, also of the same", async () => {
  await using service = await startSeededGateway();
  await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
  const { hostname, port } = new URL(server.url);
  const ask = async (types: string[]) => {
    const outgoing = request({ hostname, port, path: "/graphql", method: "POST", agent: false });
    outgoing.setHeader("content-type", types as never).end(json);
    const [response] = await once(outgoing, "response");
    response.resume();
    return response.statusCode;
  };

  expect(await ask(["text/plain", "application/json"])).toBe(415);
  expect(await ask(["application/json", "text/plain"])).toBe(415);
  expect(await ask(["application/json", "application/json"])).toBe(415);
  expect(await ask(["application/json"])).toBe(200);
});
