import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { keySet, sign, signingKey } from "../support/gateway/issuer.ts";
import { cloudAt, startProcess } from "../support/process/process.ts";
import { startProxy } from "../support/upstream/forward-proxy.ts";
import { json, startUpstream } from "../support/upstream/upstream.ts";

const tls = (file: string) => fileURLToPath(new URL(`../support/tls/${file}`, import.meta.url));

/** Answers every request for whatever host by HTTPS, on a free port of this machine. */
async function startHttps(answer: (host: string) => object) {
  const [key, cert] = await Promise.all([readFile(tls("key.pem")), readFile(tls("certificate.pem"))]);
  const server = createServer({ key, cert }, (incoming, response) => {
    incoming.resume();
    response.end(JSON.stringify(answer(incoming.headers.host!)));
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((close) => void server.close(close));
      server.closeAllConnections();
      await closed;
    },
  };
}

const withPassword = (url: string) => url.replace("//", "//ann:s3cret@");
const authorization = `Basic ${Buffer.from("ann:s3cret").toString("base64")}`;
const query = '{ project(projectName: "atlas") { projectName } }';
const atlas = { RequestId: "R", Project: { ProjectName: "atlas" } };

describe("the process behind a proxy", () => {
  it("reaches IMM and the issuer's keys by it, over HTTPS, and logs it without its password", async () => {
    const key = await signingKey("k1");
    await using server = await startHttps((host) => (host === "id.test" ? keySet(key) : atlas));
    await using proxy = await startProxy(server.url);
    await using app = await startProcess({
      ...cloudAt("https://imm.test"),
      IMM_AUTH: "jwt",
      IMM_JWT_ISSUER: "https://id.test/",
      IMM_JWT_AUDIENCE: "imm",
      IMM_JWT_JWKS: "https://id.test/jwks.json",
      HTTPS_PROXY: withPassword(proxy.url),
      NO_PROXY: "example.com",
      NODE_EXTRA_CA_CERTS: tls("certificate.pem"),
    });
    const expires = Math.floor(Date.now() / 1000) + 600;
    const claims = { iss: "https://id.test/", aud: "imm", sub: "ann", exp: expires };

    const headers = { authorization: `Bearer ${await sign(key, claims)}` };
    const answers = [await app.send(query, {}, headers), await app.send(query, {}, headers)];

    for (const answer of answers) expect(answer).toEqual({ data: { project: { projectName: "atlas" } } });
    // A tunnel is used more than once.
    expect(proxy.requests).toEqual([
      { method: "CONNECT", target: "id.test:443", authorization },
      { method: "CONNECT", target: "imm.test:443", authorization },
    ]);
    expect(app.log.map(({ msg }) => msg)).toContain(
      `proxies: ${proxy.url} for https (HTTPS_PROXY), none for this machine and for example.com (NO_PROXY); Alibaba's credentials library doesn't support proxies`,
    );
    expect(app.stderr).not.toContain("s3cret");
  });

  it("says which proxy refuses, in the log's reason", async () => {
    await using proxy = await startProxy("http://127.0.0.1:1", ({ socket }) => {
      socket.end("HTTP/1.1 407 No\r\ncontent-length: 0\r\n\r\n");
    });
    await using app = await startProcess({ ...cloudAt("https://imm.test"), HTTPS_PROXY: proxy.url });

    const { errors } = await app.send(query);
    app.kill("SIGTERM");
    await app.exited;

    expect(errors?.[0]?.extensions.code).toBe("UPSTREAM_UNAVAILABLE");
    expect(app.log.filter(({ level }) => level > 40)).toMatchObject([
      { msg: "GetProject failed.", failure: "unreachable", reason: "PROXY_HTTP_407" },
    ]);
  });

  it("warns that Alibaba's SDK uses none, and calls IMM directly by it", async () => {
    await using folder = await temporaryFolder();
    const sdk = join(folder.path, "@alicloud/imm20200930");
    await mkdir(sdk, { recursive: true });
    const standIn = fileURLToPath(new URL("../support/upstream/sdk-stand-in/index.js", import.meta.url));
    await writeFile(join(sdk, "index.js"), `module.exports = require(${JSON.stringify(standIn)});`);
    await using upstream = await startUpstream(json(200, atlas));
    await using proxy = await startProxy("http://127.0.0.1:1");
    await using app = await startProcess({
      ...cloudAt(upstream.url),
      IMM_TRANSPORT: "sdk",
      HTTP_PROXY: proxy.url,
      NODE_PATH: folder.path,
    });

    expect(await app.send(query)).toEqual({ data: { project: { projectName: "atlas" } } });
    expect(proxy.requests).toEqual([]);
    expect(app.log.filter(({ level }) => level === 40)).toMatchObject([
      {
        msg: "proxies: Alibaba's SDK doesn't support proxies, so IMM is called directly; set IMM_TRANSPORT=openapi to use them.",
      },
    ]);
  });

  it("reaches the local IMM without it", async () => {
    await using folder = await temporaryFolder();
    await using proxy = await startProxy("http://127.0.0.1:1");
    await using app = await startProcess({
      IMM_LOCAL_DIR: folder.path,
      HTTP_PROXY: proxy.url,
      HTTPS_PROXY: "socks5://ann:s3cret@nowhere.test",
    });

    expect(await app.send(query)).toEqual({ data: { project: null } });
    expect(proxy.requests).toEqual([]);
    expect(app.log.filter(({ msg }) => msg.startsWith("proxies"))).toEqual([]);
  });

  it("reaches an endpoint on this machine without it", async () => {
    await using upstream = await startUpstream(json(200, atlas));
    await using proxy = await startProxy("http://127.0.0.1:1");
    await using app = await startProcess({ ...cloudAt(upstream.url), http_proxy: proxy.url });

    expect(await app.send(query)).toEqual({ data: { project: { projectName: "atlas" } } });
    expect(proxy.requests).toEqual([]);
  });

  it("doesn't start by an address that can't be a proxy's", async () => {
    await using app = await startProcess({
      ...cloudAt("https://imm.test"),
      HTTPS_PROXY: "socks5://ann:s3cret@nowhere.test",
    });

    expect(await app.exited).toBe(1);
    expect(app.stderr).toBe(
      "The settings are not usable:\n  HTTPS_PROXY: its value is not the address of an HTTP proxy such as http://proxy.example.com:3128.\n",
    );
  });
});
