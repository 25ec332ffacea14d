import { once } from "node:events";
import { createServer, request as ask, type RequestOptions } from "node:http";
import { createServer as createSecureServer, request as askSecurely } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createClientInfoReader } from "../../../src/gateway/http/client-info.ts";
import { readAddress } from "../../../src/ram/address.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";

const query = JSON.stringify({ query: "{ projects { nodes { id } } }" });

interface From {
  /** The address that the connection comes from. Default: 127.0.0.1. */
  readonly peer?: string;
  readonly headers?: Record<string, string | string[]>;
}

/** A gateway behind those proxies, on a socket of this machine. */
async function open(trustedProxies: readonly string[] = [], { host = "127.0.0.1", isSecure = false } = {}) {
  const service = gatewayTo("http://127.0.0.1:1", { trustedProxies });
  // Keys known to both ends need no certificate.
  const secret = { psk: Buffer.from("secret"), identity: "client" };
  const tls = { ciphers: "PSK", maxVersion: "TLSv1.2" } as const;
  const server: Server = isSecure
    ? createSecureServer({ ...tls, pskCallback: () => secret.psk }, service.gateway)
    : createServer(service.gateway);
  await once(server.listen(0, host), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    /** Who IMM's client was made for, on behalf of a client. */
    async callerOf({ peer, headers = {} }: From = {}) {
      service.callers.clear();
      const options: RequestOptions = {
        ...{ host: host === "::1" ? host : "127.0.0.1", port, path: "/graphql", method: "POST" },
        ...{ localAddress: peer, agent: false },
        headers: { "content-type": "application/json", host: "localhost", ...headers },
      };
      // The types of https leave this way of TLS out.
      const known: object = { ...tls, pskCallback: () => secret, checkServerIdentity: () => undefined };
      const outgoing = isSecure ? askSecurely({ ...options, ...known }) : ask(options);
      outgoing.end(query);
      const [response] = await once(outgoing, "response");
      response.resume();
      await once(response, "end");
      return [...service.callers.values()][0];
    },
    async [Symbol.asyncDispose]() {
      await new Promise((closed) => void server.close(closed));
      await service[Symbol.asyncDispose]();
    },
  };
}

const forwarded = (value: string | string[]) => ({ "x-forwarded-for": value });

describe("a client's address", () => {
  it("is the socket's where no proxy is trusted, whatever the client says", async () => {
    await using server = await open();

    for (const said of ["10.0.0.1", "127.0.0.1", "10.0.0.1, 127.0.0.1", "::1", "garbage", ""]) {
      const headers = {
        ...forwarded(said),
        "x-real-ip": said,
        forwarded: `for=${said}`,
        "x-client-ip": said,
      };
      expect(await server.callerOf({ peer: "127.0.0.9", headers })).toMatchObject({ sourceIp: "127.0.0.9" });
    }
  });

  it("is the socket's where the peer isn't among the proxies", async () => {
    await using server = await open(["127.0.0.1", "10.0.0.0/8"]);

    for (const said of ["203.0.113.7", "10.0.0.1", "203.0.113.7, 127.0.0.1"]) {
      expect(await server.callerOf({ peer: "127.0.0.9", headers: forwarded(said) })).toMatchObject({
        sourceIp: "127.0.0.9",
      });
    }
  });

  it.each<[string, string | string[] | undefined, string]>([
    ["the proxy's own, as it forwards nothing", undefined, "127.0.0.1"],
    ["the proxy's own, as it forwards an empty list", " , ", "127.0.0.1"],
    ["the one that the proxy tells", "203.0.113.7", "203.0.113.7"],
    [
      "the last, what is before it being the client's word",
      "10.0.0.1, 127.0.0.1, 203.0.113.7",
      "203.0.113.7",
    ],
    ["the last that isn't a proxy's", "198.51.100.1, 203.0.113.7, 10.1.2.3", "203.0.113.7"],
    [
      "the last that isn't a proxy's, in two headers",
      ["198.51.100.1, 203.0.113.7", "10.1.2.3"],
      "203.0.113.7",
    ],
    ["the first where all are proxies'", "10.0.0.1, 10.0.0.2", "10.0.0.1"],
    ["without the port that a proxy adds", "198.51.100.1, 203.0.113.7:52312, 10.1.2.3:443", "203.0.113.7"],
    ["of IPv6", "198.51.100.1, 2001:db8::7, 10.1.2.3", "2001:db8::7"],
    ["of IPv6 in brackets, with a port", "[2001:db8::7]:52312, 10.1.2.3", "2001:db8::7"],
    ["of IPv6 behind a proxy of IPv6", "203.0.113.7, fd00::1", "203.0.113.7"],
    ["of IPv4 in the spelling of IPv6", "::ffff:203.0.113.7, ::ffff:10.1.2.3", "203.0.113.7"],
    ["with blanks around it", "  203.0.113.7 ,\t10.1.2.3 ", "203.0.113.7"],
  ])("is %s", async (_name, said, sourceIp) => {
    await using server = await open(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);

    expect(await server.callerOf(said === undefined ? {} : { headers: forwarded(said) })).toMatchObject({
      sourceIp,
    });
  });

  it.each([
    "garbage",
    "unknown",
    "203.0.113.7, _hidden",
    "203.0.113.7, 256.1.1.1",
    "203.0.113.7, 10.1",
    "203.0.113.7, 0x0a.0.0.1",
    "203.0.113.7, 167772161",
    "203.0.113.7, 010.0.0.1",
    "203.0.113.7, 10.0.0.0/8",
    "203.0.113.7, fe80::1%eth0",
    "203.0.113.7, [garbage]:1",
    "203.0.113.7, []",
  ])("is none, and nothing before it counts, where a proxy tells %j", async (said) => {
    await using server = await open(["127.0.0.1", "10.0.0.0/8"]);

    const { sourceIp = "missing" } = (await server.callerOf({ headers: forwarded(said) }))!;

    expect(sourceIp).toBe(
      said
        .split(", ")
        .at(-1)!
        .replace(/^\[(.*)\](:1)?$/, "$1"),
    );
    expect(readAddress(sourceIp)).toBeUndefined();
  });

  it.each([
    ["loopback", "127.0.0.1", "203.0.113.7"],
    ["127.0.0.0/24", "127.0.0.200", "203.0.113.7"],
    ["127.0.0.0/24", "127.0.1.1", "127.0.1.1"],
    ["::ffff:127.0.0.1", "127.0.0.1", "203.0.113.7"],
    ["::1", "127.0.0.1", "127.0.0.1"],
    ["uniquelocal", "127.0.0.1", "127.0.0.1"],
  ])("behind %s, a request from %s, is %s", async (proxy, peer, sourceIp) => {
    await using server = await open([proxy]);

    expect(await server.callerOf({ peer, headers: forwarded("203.0.113.7") })).toMatchObject({ sourceIp });
  });

  it("is told as IPv4 by a server that listens on IPv6 too", async () => {
    await using server = await open(["127.0.0.0/30"], { host: "::" });

    expect(await server.callerOf({ peer: "127.0.0.9" })).toMatchObject({ sourceIp: "127.0.0.9" });
    expect(await server.callerOf({ peer: "127.0.0.2", headers: forwarded("203.0.113.7") })).toMatchObject({
      sourceIp: "203.0.113.7",
    });
  });

  it("is one of IPv6 where the client has one", async () => {
    await using server = await open(["loopback"], { host: "::1" });

    expect(await server.callerOf()).toMatchObject({ sourceIp: "::1" });
    expect(await server.callerOf({ headers: forwarded("2001:db8::7, ::1") })).toMatchObject({
      sourceIp: "2001:db8::7",
    });
  });

  it("isn't known on a socket that has none, nor is what is forwarded there believed", async () => {
    await using folder = await temporaryFolder();
    await using service = gatewayTo("http://127.0.0.1:1", { trustedProxies: ["loopback"] });
    const socketPath = join(folder.path, "gateway.sock");
    const server = createServer(service.gateway);
    await once(server.listen(socketPath), "listening");
    const headers = {
      ...{ "content-type": "application/json", host: "localhost" },
      ...{ "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" },
    };

    const outgoing = ask({ socketPath, path: "/graphql", method: "POST", headers, agent: false });
    outgoing.end(query);
    const [response] = await once(outgoing, "response");
    response.resume();
    await new Promise((closed) => void server.close(closed));

    expect([...service.callers.values()]).toEqual([{ name: "anonymous", roles: [], isSecure: false }]);
  });

  it("isn't known without a server", async () => {
    await using service = gatewayTo("http://127.0.0.1:1", { trustedProxies: ["loopback"] });
    const headers = {
      ...{ "content-type": "application/json", "user-agent": "script/1" },
      ...{ "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" },
    };

    await service.gateway.fetch("https://localhost/graphql", { method: "POST", headers, body: query });

    const anonymous = { name: "anonymous", roles: [], isSecure: false, userAgent: "script/1" };
    expect([...service.callers.values()]).toEqual([anonymous]);
  });
});

describe("a client's scheme", () => {
  const proto = (value: string | string[]) => ({ headers: { "x-forwarded-proto": value } });

  it.each<[boolean, string | string[]]>([
    [true, "https"],
    [true, "HTTPS"],
    [true, "https, https"],
    [true, ["https", "https"]],
    [false, "http"],
    [false, "https, http"],
    [false, "http, https"],
    [false, ["https", "http"]],
    [false, "https,"],
    [false, "wss"],
    [false, ""],
  ])("is secure: %s, where a proxy tells %j", async (isSecure, said) => {
    await using server = await open(["127.0.0.1"]);

    expect(await server.callerOf(proto(said))).toMatchObject({ isSecure });
    expect(await server.callerOf({ ...proto(said), peer: "127.0.0.9" })).toMatchObject({ isSecure: false });
  });

  it("isn't secure where nobody tells", async () => {
    await using server = await open(["127.0.0.1"]);

    expect(await server.callerOf()).toMatchObject({ isSecure: false });
  });

  it("is secure on a socket that is", async () => {
    await using server = await open([], { isSecure: true });

    expect(await server.callerOf(proto("http"))).toMatchObject({ isSecure: true, sourceIp: "127.0.0.1" });
  });
});

describe("a client's program", () => {
  it("is what it says of itself", async () => {
    await using server = await open();

    expect(await server.callerOf({ headers: { "user-agent": "curl/8" } })).toMatchObject({
      userAgent: "curl/8",
    });
    expect((await server.callerOf())?.userAgent).toBeUndefined();
  });
});

describe("trusted proxies", () => {
  it("that can't be read are named, all of them", () => {
    const bad = [
      "10/8",
      "10.0.0.0/33",
      "0.0.0.0/0",
      "::/0",
      "10.0.0.0/255.0.0.0",
      "example.com",
      "",
      "Loopback",
    ];

    expect(() => createClientInfoReader(["loopback", "10.0.0.0/8", "fd00::/8", ...bad])).toThrow(
      `Trusted proxies must be addresses, CIDR blocks of at least /1, or loopback, linklocal, uniquelocal: not ${JSON.stringify(bad)}.`,
    );
  });

  it("keep a gateway from being made", () => {
    expect(() => gatewayTo("http://127.0.0.1:1", { trustedProxies: ["10/8"] })).toThrow('not ["10/8"].');
  });
});
