import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ImmEndpointInfo } from "../../../src/contract/contract-types.ts";
import { readExplorer } from "../../../src/gateway/explorer/explorer-files.ts";
import { createGateway } from "../../../src/gateway/gateway.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { startProcess } from "../../support/process/process.ts";

const built = pathToFileURL("dist/explorer/");
const info: ImmEndpointInfo = { region: "cn-hangzhou", endpoint: "imm.cn-hangzhou.aliyuncs.com" };
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
const preflighted = { "apollo-require-preflight": "true" };

/** A gateway with the built explorer, or without one. */
async function open(
  explorer = readExplorer(built, info) as Promise<Awaited<ReturnType<typeof readExplorer>> | undefined>,
) {
  const { imm } = gatewayTo("http://127.0.0.1:1");
  const served = createGateway({
    imm: { for: () => imm, abort: () => {}, [Symbol.asyncDispose]: () => Promise.resolve() },
    explorer: await explorer,
  });
  return (path: string, headers: Record<string, string> = {}, method = "GET") =>
    served.fetch(`http://localhost${path}`, { method, headers });
}

const withoutExplorer = () => open(Promise.resolve(undefined));

async function pageOf(get: Awaited<ReturnType<typeof open>>) {
  return (await get("/graphql", { accept: browser })).text();
}

describe("the explorer's page", () => {
  it("is what /graphql answers a browser, with all that keeps it safe", async () => {
    const get = await open();

    const response = await get("/graphql", { accept: browser });

    expect(response.status).toBe(200);
    expect(await response.text()).toContain("<title>imm-graphql explorer</title>");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-cache",
      "content-security-policy":
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
      "content-type": "text/html; charset=utf-8",
      "referrer-policy": "no-referrer",
      vary: "accept",
      "x-content-type-options": "nosniff",
    });
  });

  it("is told which IMM the code is for", async () => {
    const html = await pageOf(await open());

    expect(html).toContain('name="imm-region" content="cn-hangzhou"');
    expect(html).toContain('name="imm-endpoint" content="imm.cn-hangzhou.aliyuncs.com"');
  });

  it.each(["application/json", "*/*", "application/graphql-response+json, text/html;q=0.5", ""])(
    "leaves GraphQL to who accepts %j",
    async (accept) => {
      const get = await open();

      const response = await get("/graphql?query={__typename}", {
        ...preflighted,
        ...(accept !== "" && { accept }),
      });

      expect(await response.json()).toEqual({ data: { __typename: "Query" } });
    },
  );

  it("keeps the query of who is led to it", async () => {
    const get = await open();

    const response = await get("/graphql/?query=%7B__typename%7D", { accept: browser });

    expect(response.headers.get("location")).toBe("../graphql?query=%7B__typename%7D");
  });

  it.each(["/", "/graphql/", "//graphql", "///graphql/"])(
    "is where a browser is led from %s, with a prefix before it and without",
    async (path) => {
      const get = await open();

      const response = await get(path, { accept: browser });

      expect(response.status).toBe(302);
      const location = response.headers.get("location")!;
      for (const gateway of ["https://imm.example", "https://example.com/imm", "https://example.com/a/b"]) {
        expect(new URL(location, gateway + path).href).toBe(`${gateway}/graphql`);
      }
      expect((await (await withoutExplorer())(path, { accept: browser })).status).toBe(404);
    },
  );

  it("leads none but a browser from where no path is asked for", async () => {
    const get = await open();

    expect((await get("/")).status).toBe(404);
  });

  it("answers HEAD, and leaves POST to GraphQL", async () => {
    const get = await open();

    expect((await get("/graphql", { accept: browser }, "HEAD")).status).toBe(200);
    expect((await get("/graphql", { accept: browser, "content-type": "text/plain" }, "POST")).status).toBe(
      415,
    );
  });

  it("loads nothing but what the gateway serves, each piece by a name of its content", async () => {
    const get = await open();
    const names = [...(await pageOf(get)).matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(
      ([, name]) => name!,
    );

    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      expect(name).toMatch(/^\.\/explorer\//);
      const path = name.slice(1);
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(path).toMatch(/-[\w-]{8}\.(css|js)$/);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "cache-control": "public, max-age=31536000, immutable",
        "content-type": path.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8",
        vary: "accept-encoding",
        "x-content-type-options": "nosniff",
      });
    }
  });

  it.each([
    ["br, gzip", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["identity", null],
    ["deflate", null],
  ])("is compressed as the client accepts it: %s → %s", async (accepted, encoding) => {
    const get = await open();
    const path = /src="\.(\/explorer\/[^"]+)"/.exec(await pageOf(get))![1]!;
    const plain = await readFile(new URL(`.${path}`, built));

    const response = await get(path, { "accept-encoding": accepted });

    const body = Buffer.from(await response.arrayBuffer());
    const decode =
      { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ""] ?? ((bytes: Buffer) => bytes);
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(createHash("sha256").update(decode(body)).digest("hex")).toBe(
      createHash("sha256").update(plain).digest("hex"),
    );
  });

  it.each(["/explorer/", "/explorer/index.html", "/explorer/none.js", "/explorer/..%2f..%2fmain.js"])(
    "has nothing else: %s",
    async (path) => {
      const get = await open();

      expect((await get(path)).status).toBe(404);
    },
  );

  it("isn't there for a host that isn't this machine", async () => {
    const get = await open();

    expect((await get("/graphql", { accept: browser, host: "evil.example" })).status).toBe(403);
    expect((await get("/explorer/x.js", { host: "evil.example" })).status).toBe(403);
  });

  it("is 404 with its assets where it is off, and GraphQL goes on", async () => {
    const path = /src="\.(\/explorer\/[^"]+)"/.exec(await pageOf(await open()))![1]!;
    const get = await withoutExplorer();

    expect((await get("/graphql", { accept: browser })).status).toBe(404);
    expect((await get(path)).status).toBe(404);
    expect(await (await get("/graphql?query={__typename}", preflighted)).json()).toEqual({
      data: { __typename: "Query" },
    });
  });

  it("says what to do where it isn't built", async () => {
    await using empty = await temporaryFolder();

    await expect(readExplorer(pathToFileURL(`${empty.path}/`), info)).rejects.toThrow(
      "The explorer isn't built: run `npm run build`, or set IMM_EXPLORER=off.",
    );
  });
});

describe("the settings IMM_EXPLORER and IMM_TRACE_CALLS", () => {
  const cloud = { IMM_BACKEND: "cloud", IMM_REGION: "cn-hangzhou" };
  const page = (url: string) => fetch(url, { headers: { accept: browser } });
  const trace = async (url: string) => {
    const headers = { ...preflighted, "x-imm-trace-calls": "1" };
    const response = await fetch(`${url}?query={__typename}`, { headers });
    return ((await response.json()) as { extensions?: unknown }).extensions;
  };

  it("are on for the local IMM, and can be off", async () => {
    await using folder = await temporaryFolder();
    await using on = await startProcess({ IMM_LOCAL_DIR: `${folder.path}/on` });
    await using off = await startProcess({
      IMM_LOCAL_DIR: `${folder.path}/off`,
      IMM_EXPLORER: "off",
      IMM_TRACE_CALLS: "off",
    });

    expect([(await page(on.url)).status, (await page(off.url)).status]).toEqual([200, 404]);
    expect([await trace(on.url), await trace(off.url)]).toEqual([{ imm: { calls: [] } }, undefined]);
  });

  it("are off for the cloud, and can be on, with code for the endpoint that is set", async () => {
    await using off = await startProcess(cloud);
    await using on = await startProcess({
      ...cloud,
      IMM_EXPLORER: "on",
      IMM_TRACE_CALLS: "on",
      IMM_ENDPOINT: "https://imm-vpc.cn-hangzhou.aliyuncs.com",
    });

    expect([(await page(on.url)).status, (await page(off.url)).status]).toEqual([200, 404]);
    expect([await trace(on.url), await trace(off.url)]).toEqual([{ imm: { calls: [] } }, undefined]);
    expect(await (await page(on.url)).text()).toContain(
      'name="imm-endpoint" content="imm-vpc.cn-hangzhou.aliyuncs.com"',
    );
  });
});
