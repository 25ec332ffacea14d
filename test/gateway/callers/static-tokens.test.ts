import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseTokens, tokenCallers } from "../../../src/gateway/callers/static-tokens.ts";
import { gatewayTo, loggerTo } from "../../support/gateway/gateway.ts";

const sha256 = (token: string) => createHash("sha256").update(token).digest("hex");

const list = [
  { name: "router", roles: ["reader"], sha256: sha256("router-token-1") },
  { name: "router", roles: ["reader", "writer"], sha256: sha256("router-token-2").toUpperCase() },
  { name: "script", roles: [], sha256: sha256("script-token") },
];

function open() {
  const log: string[] = [];
  const authenticate = tokenCallers(parseTokens(list), { logger: loggerTo(log) });
  const service = gatewayTo("http://127.0.0.1:1", { authenticate });
  return {
    ...service,
    log,
    async ask(authorization: string) {
      const response = await service.gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: JSON.stringify({ query: "{ projects { nodes { id } } }" }),
      });
      return [response.status, await response.text()];
    },
  };
}

describe("a static token", () => {
  it.each([
    ["router-token-1", "router", ["reader"]],
    ["router-token-2", "router", ["reader", "writer"]],
    ["script-token", "script", []],
  ])("%s tells its caller, wherever in the list it stands", async (token, name, roles) => {
    await using service = open();

    expect((await service.ask(`Bearer ${token}`))[0]).toBe(200);

    expect([...service.callers.values()]).toMatchObject([{ name, roles }]);
    expect(service.log).toEqual([]);
  });

  it.each([
    "",
    "Bearer",
    "Bearer ",
    "Bearer router-token-",
    "Bearer router-token-11",
    "Bearer ROUTER-TOKEN-1",
    "Bearer router-token-1 router-token-2",
    "Bearer router-token-1, Bearer router-token-2",
    "Basic router-token-1",
    "router-token-1",
    `Bearer ${sha256("router-token-1")}`,
  ])("is refused as %j, like any other", async (authorization) => {
    await using service = open();

    expect(await service.ask(authorization)).toEqual([
      401,
      '{"errors":[{"message":"The gateway must know its callers: send a token that is valid, by Authorization: Bearer <token>.","extensions":{"code":"UNAUTHENTICATED"}}]}',
    ]);

    expect(service.calls).toEqual([]);
    expect(service.log).toEqual([
      expect.stringMatching(/^A caller is refused: (no bearer token|a token that isn't listed)\.$/),
    ]);
  });
});

describe("a list of tokens", () => {
  it("is taken as it is written", () => {
    expect(parseTokens(list)).toEqual(list);
  });

  it("names each of its problems, and no token", () => {
    const text = messageOf([
      { name: "", roles: [""], sha256: "plain-secret" },
      { name: "a", roles: "reader", sha256: sha256("a") },
      { roles: [], sha256: sha256("a").toUpperCase(), token: "plain-secret" },
      "plain-secret",
    ]);

    expect(text.split("\n")).toEqual([
      "The tokens are not valid.",
      "  tokens.0.name: must not be empty",
      "  tokens.0.roles.0: must not be empty",
      "  tokens.0.sha256: must be the token's SHA-256 in 64 hexadecimal digits",
      "  tokens.1.roles: Invalid input: expected array, received string",
      "  tokens.2.name: Invalid input: expected string, received undefined",
      '  tokens.2: Unrecognized key: "token"',
      "  tokens.3: Invalid input: expected object, received string",
      "  tokens.2.sha256: must be another than tokens.1's",
    ]);
  });

  it.each([
    [[], "tokens: must hold at least one token"],
    [{}, "tokens: Invalid input: expected array, received object"],
    [null, "tokens: Invalid input: expected array, received null"],
    [[null], "tokens.0: Invalid input: expected object, received null"],
  ])("isn't %j", (document, problem) => {
    expect(messageOf(document)).toBe(`The tokens are not valid.\n  ${problem}`);
  });
});

function messageOf(document: unknown): string {
  try {
    parseTokens(document);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("It was taken.");
}
