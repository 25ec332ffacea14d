import { once } from "node:events";
import { request as ask, type IncomingMessage } from "node:http";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Authenticate } from "../../../src/gateway/callers/authenticate.ts";
import { readExplorer } from "../../../src/gateway/explorer/explorer-files.ts";
import { startServer } from "../../../src/gateway/server.ts";
import { createFixedWindows } from "../../../src/gateway/callers/fixed-windows.ts";
import { testClock } from "../../support/clock.ts";
import { gatewayTo, type TestGatewayOptions } from "../../support/gateway/gateway.ts";

/** Everybody is who they say. */
const byHeader: Authenticate = ({ headers }) => {
  const name = headers.get("authorization");
  return name ? { name, roles: [] } : undefined;
};

function open(options: TestGatewayOptions) {
  const clock = testClock();
  const service = gatewayTo("http://127.0.0.1:1", { clock, ...options });
  const send = (authorization = "", path = "/graphql", init: RequestInit = {}) =>
    service.gateway.fetch(`http://localhost${path}`, {
      method: "POST",
      body: '{"query":"{ __typename }"}',
      ...init,
      headers: { "content-type": "application/json", authorization, ...init.headers },
    });
  return {
    ...service,
    clock,
    send,
    /** The statuses of some requests, one after the other. */
    async statuses(count: number, authorization?: string) {
      const statuses: number[] = [];
      for (let sent = 0; sent < count; sent += 1) statuses.push((await send(authorization)).status);
      return statuses;
    },
  };
}

describe("the rate limit", () => {
  it("lets a caller send so many requests, and no more", async () => {
    await using service = open({ authenticate: byHeader, rateLimit: { requests: 3, seconds: 60 } });

    expect(await service.statuses(5, "ann")).toEqual([200, 200, 200, 429, 429]);
  });

  it("tells what it is, and when to come back", async () => {
    await using service = open({ authenticate: byHeader, rateLimit: { requests: 1, seconds: 60 } });
    await service.send("ann");
    const refused = async () => {
      const response = await service.send("ann");
      return [response.status, response.headers.get("retry-after"), await response.json()];
    };
    const answer = (wait: string, retryAfterMs: number) => [
      429,
      wait.split(" ")[0],
      {
        errors: [
          {
            message: `A caller may send 1 request in 60 seconds: come back in ${wait}.`,
            extensions: { code: "THROTTLED", retryAfterMs },
          },
        ],
      },
    ];

    expect(await refused()).toEqual(answer("60 seconds", 60_000));
    await service.clock.advance(30_500);
    expect(await refused()).toEqual(answer("30 seconds", 29_500));
    await service.clock.advance(29_499);
    expect(await refused()).toEqual(answer("1 second", 1));
  });

  it("begins anew when its time is over, refused requests or not", async () => {
    await using service = open({ authenticate: byHeader, rateLimit: { requests: 2, seconds: 10 } });

    expect(await service.statuses(3, "ann")).toEqual([200, 200, 429]);
    await service.clock.advance(9_999);
    expect(await service.statuses(1, "ann")).toEqual([429]);
    await service.clock.advance(1);
    expect(await service.statuses(3, "ann")).toEqual([200, 200, 429]);
  });

  it("holds for requests that come all at once", async () => {
    await using service = open({ authenticate: byHeader, rateLimit: { requests: 10, seconds: 10 } });

    const responses = await Promise.all(Array.from({ length: 50 }, () => service.send("ann")));

    expect(responses.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(40);
  });

  it("counts each caller apart", async () => {
    await using service = open({ authenticate: byHeader, rateLimit: { requests: 1, seconds: 60 } });

    for (const name of ["ann", "bob", "Ann", "ann2", "__proto__", "127.0.0.1"]) {
      expect(await service.statuses(2, name)).toEqual([200, 429]);
    }
  });

  it("counts neither who isn't known nor what is anybody's", async () => {
    const explorer = await readExplorer(pathToFileURL("dist/explorer/"), { region: "x", endpoint: "y" });
    await using service = open({
      ...{ authenticate: byHeader, explorer },
      rateLimit: { requests: 1, seconds: 60 },
    });
    const get = { method: "GET", body: null };

    expect(await service.statuses(3)).toEqual([401, 401, 401]);
    expect((await service.send("ann", "/graphql", { ...get, headers: { accept: "text/html" } })).status).toBe(
      200,
    );
    expect((await service.send("ann", "/explorer/assets/none.js", get)).status).toBe(404);

    expect(await service.statuses(2, "ann")).toEqual([200, 429]);
  });

  it("counts all together where neither name nor address is known", async () => {
    await using service = open({ rateLimit: { requests: 2, seconds: 60 } });

    expect([...(await service.statuses(2, "ann")), ...(await service.statuses(1, "bob"))]).toEqual([
      200, 200, 429,
    ]);
  });

  it("counts by the address where nobody has a name", async () => {
    await using service = open({ rateLimit: { requests: 1, seconds: 60 }, trustedProxies: ["127.0.0.1"] });
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    const send = async (localAddress: string, forwarded: string) => {
      const headers = { "content-type": "application/json", "x-forwarded-for": forwarded };
      const outgoing = ask(server.url, { method: "POST", localAddress, headers, agent: false });
      outgoing.end('{"query":"{ __typename }"}');
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };

    expect([await send("127.0.0.8", "203.0.113.1"), await send("127.0.0.8", "203.0.113.2")]).toEqual([
      200, 429,
    ]);
    expect([await send("127.0.0.9", ""), await send("127.0.0.9", "")]).toEqual([200, 429]);
    expect([await send("127.0.0.1", "203.0.113.1"), await send("127.0.0.1", "203.0.113.2")]).toEqual([
      200, 200,
    ]);
    expect(await send("127.0.0.1", "203.0.113.1")).toBe(429);
  });

  it("remembers no caller when their time is over and another comes", async () => {
    const clock = testClock();
    const windows = createFixedWindows({ requests: 1, seconds: 60 }, clock);
    for (let index = 0; index < 1000; index += 1) windows.count(`caller-${index}`);
    await clock.advance(30_000);
    for (let index = 0; index < 10; index += 1) windows.count(`later-${index}`);
    expect(windows.size).toBe(1010);

    await clock.advance(30_000);
    expect(windows.count("another")).toBeUndefined();

    expect(windows.size).toBe(11);
    expect(windows.count("later-0")).toBe(30_000);
  });

  it.each([
    [{ requests: 0, seconds: 60 }, "requests must be an integer of 1..9007199254740991, not 0"],
    [{ requests: 1.5, seconds: 60 }, "requests must be an integer of 1..9007199254740991, not 1.5"],
    [{ requests: Number.NaN, seconds: 60 }, "requests must be an integer of 1..9007199254740991, not NaN"],
    [{ requests: 1, seconds: 0 }, "seconds must be an integer of 1..86400, not 0"],
    [{ requests: 1, seconds: 86_401 }, "seconds must be an integer of 1..86400, not 86401"],
  ])("can't be %j", (rateLimit, problem) => {
    expect(() => open({ rateLimit })).toThrow(`The rate limit's ${problem}.`);
  });
});
