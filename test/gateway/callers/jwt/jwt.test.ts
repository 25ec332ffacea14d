import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { generateKeyPair, importJWK, SignJWT, type CryptoKey } from "jose";
import { describe, expect, it } from "vitest";
import type { JwtOptions } from "../../../../src/gateway/callers/jwt/jwt-options.ts";
import { jwtCallers } from "../../../../src/gateway/callers/jwt/jwt.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { keySet, sign, signingKey, startIssuer } from "../../../support/gateway/issuer.ts";
import { claims, open, start } from "../../../support/gateway/jwt-gateway.ts";
import { bytes, closedPort, json, neverRespond, type Responder } from "../../../support/upstream/upstream.ts";

const [one, two, stranger] = await Promise.all([signingKey("one"), signingKey("two"), signingKey("one")]);

const ecKey = await signingKey("ec", "ES256");
const token = (changes: object = {}, header: Record<string, unknown> = {}) =>
  sign(one, { ...claims, ...changes }, header);

const unauthenticated = {
  status: 401,
  challenge: "Bearer",
  body: {
    errors: [
      {
        message:
          "The gateway must know its callers: send a token that is valid, by Authorization: Bearer <token>.",
        extensions: { code: "UNAUTHENTICATED" },
      },
    ],
  },
};
const unchecked = {
  status: 503,
  challenge: null,
  body: {
    errors: [
      {
        message: "The gateway can't check the caller's token at this time: try again later.",
        extensions: { code: "UPSTREAM_UNAVAILABLE" },
      },
    ],
  },
};

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const secret = (text: string) => new TextEncoder().encode(text);

describe("a JSON Web Token", () => {
  it("names its caller and their roles", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);

    expect(await service.callerOf(await token())).toEqual(["ann", "reader"]);
    expect(service.text()).not.toContain("refused");
  });

  it.each<[string, () => Promise<string> | string]>([
    ["that isn't signed", () => `${encode({ alg: "none", kid: "one" })}.${encode(claims)}.`],
    [
      "that isn't signed, with the signature of another",
      async () =>
        `${encode({ alg: "none", kid: "one" })}.${encode(claims)}.${(await token()).split(".").at(-1)}`,
    ],
    [
      "signed by HMAC with the public key",
      () => new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret(one.publicPem)),
    ],
    [
      "signed by HMAC with the public key's number",
      () =>
        new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret(one.publicJwk.n!)),
    ],
    [
      "signed by an algorithm that isn't taken",
      async () => {
        const { privateKey } = await generateKeyPair("ES256");
        return new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "one" }).sign(privateKey);
      },
    ],
    ["that brings its own key", async () => sign(stranger, claims, { jwk: stranger.publicJwk })],
    ["signed with a stranger's key of the same name", () => sign(stranger, claims)],
    [
      "whose claims were changed",
      async () => {
        const [head, , signature] = (await token()).split(".");
        return [head, encode({ ...claims, sub: "root" }), signature].join(".");
      },
    ],
    ["of another issuer", () => token({ iss: "https://issuer.example/" })],
    ["of no issuer", () => token({ iss: undefined })],
    ["for another audience", () => token({ aud: ["imm", "imm-graphql-2"] })],
    ["for no audience", () => token({ aud: undefined })],
    ["for an empty audience", () => token({ aud: [] })],
    ["that has expired", () => token({ exp: start - 1 })],
    ["that never expires", () => token({ exp: undefined })],
    ["whose expiry is text", () => token({ exp: String(start + 60) })],
    ["that isn't valid yet", () => token({ nbf: start + 1 })],
    ["of nobody", () => token({ sub: undefined })],
    ["of an empty name", () => token({ sub: "" })],
    ["whose name is a number", () => token({ sub: 7 })],
    ["signed with a key that isn't known", () => token({}, { kid: "three" })],
    ["that names no key", () => token({}, { kid: undefined })],
    [
      "with an extension that must be understood",
      () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: "RS256", kid: "one", crit: ["later"], later: true })
          .sign(one.privateKey, { crit: { later: true } }),
    ],
    ["of one part", () => "garbage"],
    ["of three parts that are none", () => "gar.ba.ge"],
    ["of five parts", () => "gar.ba.ge.gar.ba"],
  ])("%s is refused like any other", async (_name, make) => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const bad = await make();

    expect(await service.ask(`Bearer ${bad}`)).toEqual(unauthenticated);

    expect(service.calls).toEqual([]);
    expect(service.text()).toContain("A caller is refused: ");
    for (const part of bad.split(".").filter(Boolean)) expect(service.text()).not.toContain(part);
  });

  it.each<[string, (token: string) => string | undefined]>([
    ["no header", () => undefined],
    ["the scheme alone", () => "Bearer"],
    ["an empty token", () => "Bearer "],
    ["another scheme", (good) => `Basic ${good}`],
    ["no scheme", (good) => good],
    ["a scheme that begins so", (good) => `Bearers ${good}`],
    ["quotes", (good) => `Bearer "${good}"`],
    ["two tokens", (good) => `Bearer ${good} ${good}`],
    ["two headers, as Fetch joins them", (good) => `Bearer ${good}, Bearer ${good}`],
  ])("is refused where it comes by %s", async (_name, write) => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);

    expect(await service.ask(write(await token()))).toEqual(unauthenticated);
    expect(service.calls).toEqual([]);
    expect(issuer.requests).toEqual([]);
  });

  it.each(["Bearer", "bearer", "BEARER", "Bearer  "])("is taken by the scheme %j", async (scheme) => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);

    expect(await service.ask(`${scheme} ${await token()}`)).toMatchObject({
      status: 200,
      body: { data: { viewer: { name: "ann" } } },
    });
  });

  it("may have 8192 characters, and is not looked at with one more", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);

    expect(await service.callerOf(await ofLength(8192))).toEqual(["ann", "reader"]);
    expect(await service.ask(`Bearer ${await ofLength(8193)}`)).toEqual(unauthenticated);
    expect(service.text()).toContain("a token of more than 8192 characters");
  });

  it.each([
    ["a list", "roles", { roles: ["reader", "writer"] }, ["reader", "writer"]],
    ["words", "scope", { scope: "reader  writer" }, ["reader", "writer"]],
    [
      "words after commas",
      "scope",
      { scope: "reader,writer, admin ,\teditor" },
      ["reader", "writer", "admin", "editor"],
    ],
    ["an empty text", "scope", { scope: "" }, []],
    ["commas alone", "scope", { scope: " , ," }, []],
    ["an empty list", "roles", { roles: [] }, []],
    ["names that have commas in a list", "roles", { roles: ["a,b", "c d"] }, ["a,b", "c d"]],
    [
      "a pointer past a name with a dot",
      "/resource_access/my.client/roles",
      { resource_access: { "my.client": { roles: ["reader"] }, my: { client: { roles: ["writer"] } } } },
      ["reader"],
    ],
    [
      "a pointer with a slash and a tilde",
      "/a~1b/c~0d/~01",
      { "a/b": { "c~d": { "~1": ["reader"] } } },
      ["reader"],
    ],
    ["a pointer into a list", "/groups/1/roles", { groups: [{}, { roles: "reader" }] }, ["reader"]],
    ["a pointer to an empty name", "/", { "": ["reader"] }, ["reader"]],
    ["a pointer, never the claim of that very name", "/roles", { "/roles": ["admin"] }, ["reader"]],
    [
      "a pointer to nothing",
      "/resource_access/imm/roles",
      { resource_access: { other: { roles: ["a"] } } },
      [],
    ],
    ["a pointer to what every object has", "/constructor/name", {}, []],
    ["a claim within one", "realm_access.roles", { realm_access: { roles: ["reader"] } }, ["reader"]],
    [
      "a claim whose name has dots",
      "https://imm.example/roles",
      { "https://imm.example/roles": ["reader"] },
      ["reader"],
    ],
    ["the claim of that very name first", "a.b", { "a.b": ["exact"], a: { b: ["within"] } }, ["exact"]],
    ["nothing", "roles", { roles: undefined }, []],
    ["null", "roles", { roles: null }, []],
    ["null on the way", "realm_access.roles", { realm_access: null }, []],
    ["what every object has", "constructor.name", {}, []],
  ])("tells roles by %s", async (_name, rolesClaim, changes, roles) => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url, { rolesClaim });

    expect(await service.callerOf(await token(changes))).toEqual(["ann", ...roles]);
    expect(service.text()).not.toContain("roles");
  });

  it.each<[string, string, object, string]>([
    ["a number", "roles", { roles: 7001 }, '"roles" is a number, not an array of strings or a string.'],
    ["an object", "roles", { roles: { s3cret: true } }, '"roles" is an object, not an array'],
    ["true", "a.b", { a: { b: true } }, '"a.b" is a boolean, not an array'],
    [
      "a list with a number",
      "roles",
      { roles: ["s3cret", 7001] },
      '"roles" is an array with a number among its strings.',
    ],
    [
      "a list with null",
      "/roles",
      { roles: ["s3cret", null] },
      '"/roles" is an array with null among its strings.',
    ],
    [
      "a list in a list",
      "roles",
      { roles: [["s3cret"]] },
      '"roles" is an array with an array among its strings.',
    ],
    [
      "a text on the way",
      "realm_access.roles",
      { realm_access: "s3cret" },
      '"realm_access.roles" has a string on its way, not an object.',
    ],
    [
      "a name with a dot on the way",
      "resource_access.my.client.roles",
      { resource_access: { "my.client": { roles: ["s3cret"] } } },
      '"resource_access.my.client.roles" meets a name that has a dot: write the claim as /resource_access/my.client/roles.',
    ],
    [
      "a claim with a dot and a slash before it",
      "https://imm.example/auth.roles",
      { "https://imm.example/auth": { roles: ["s3cret"] } },
      '"https://imm.example/auth.roles" meets a name that has a dot: write the claim as /https:~1~1imm.example~1auth/roles.',
    ],
  ])("has no roles by %s, which the log says", async (_name, rolesClaim, changes, problem) => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url, { rolesClaim });

    expect(await service.callerOf(await token(changes))).toEqual(["ann"]);
    expect(service.text()).toContain(`A caller has no roles: in their token, ${problem}`);
    expect(service.text()).not.toMatch(/s3cret|7001/);
  });

  it("whose roles can't be read is told of once a minute at most", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const warnings = () => service.text().split("A caller has no roles").length - 1;
    const bad = await token({ roles: 7 });

    await service.callerOf(bad);
    service.clock.seconds += 59;
    await service.callerOf(bad);
    await service.callerOf(await token({ roles: { reader: true } }));
    expect(warnings()).toBe(1);
    service.clock.seconds += 1;
    await service.callerOf(bad);
    expect(warnings()).toBe(2);
  });

  it.each([
    ["the last second before its expiry, tolerance added", { exp: start }, 4, 200],
    ["its expiry, tolerance added", { exp: start }, 5, 401],
    ["a second after that", { exp: start }, 6, 401],
    ["a second before its beginning, tolerance taken off", { nbf: start }, -6, 401],
    ["its beginning, tolerance taken off", { nbf: start }, -5, 200],
    ["a second after that", { nbf: start }, -4, 200],
  ])("at %s", async (_name, changes, seconds, status) => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url, { clockToleranceSeconds: 5 });
    service.clock.seconds += seconds;

    expect(await service.ask(`Bearer ${await token(changes)}`)).toMatchObject({ status });
  });

  it("is taken for any of several audiences, and by any of several algorithms", async () => {
    const privateKey = (await importJWK(two.privateJwk, "PS256")) as CryptoKey;
    const other = { ...two, alg: "PS256", privateKey };
    await using issuer = await startIssuer(one, other);
    await using service = open(issuer.url, {
      audience: ["imm", "imm-graphql"],
      algorithms: ["RS256", "PS256"],
    });
    await using usual = open(issuer.url);
    const byOther = await sign(other, claims);

    expect(await service.callerOf(await token({ aud: ["other", "imm"] }))).toEqual(["ann", "reader"]);
    expect(await service.callerOf(byOther)).toEqual(["ann", "reader"]);
    expect(await usual.ask(`Bearer ${byOther}`)).toEqual(unauthenticated);
  });
});

/** A good token of just that many characters; not every length can be had with every header. */
async function ofLength(length: number): Promise<string> {
  for (const typ of ["JWT", "JWT1", "JWT22"]) {
    const { length: least } = await token({ pad: "" }, { typ });
    const room = Math.floor(((length - least) * 3) / 4);
    for (const pad of [room - 1, room, room + 1]) {
      const made = await token({ pad: "x".repeat(pad) }, { typ });
      if (made.length === length) return made;
    }
  }
  throw new Error(`No token has ${length} characters.`);
}

describe("keys that change", () => {
  it("are known, old and new, after the cool-down; the old one is forgotten with the keys' age", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const [old, young] = [await token(), await sign(two, { ...claims, sub: "bob" })];
    const names = async () => [
      (await service.ask(`Bearer ${old}`)).status,
      (await service.ask(`Bearer ${young}`)).status,
    ];

    expect(await names()).toEqual([200, 401]);
    issuer.publish(one, two);
    service.clock.seconds += 29;
    expect(await names()).toEqual([200, 401]);
    service.clock.seconds += 1;
    expect(await names()).toEqual([200, 200]);

    issuer.publish(two);
    service.clock.seconds += 599;
    expect(await names()).toEqual([200, 200]);
    service.clock.seconds += 1;
    expect(await names()).toEqual([401, 200]);
    expect(issuer.requests).toHaveLength(3);
  });

  it("are asked for once, however many unknown ones are named", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const flood = async () => {
      const tokens = await Promise.all(
        Array.from({ length: 50 }, (_, index) => token({}, { kid: `x${index}` })),
      );
      const answers = await Promise.all(tokens.map((bad) => service.ask(`Bearer ${bad}`)));
      return new Set(answers.map(({ status }) => status));
    };

    expect(await flood()).toEqual(new Set([401]));
    expect(issuer.requests).toHaveLength(1);
    service.clock.seconds += 30;
    expect(await flood()).toEqual(new Set([401]));
    expect(issuer.requests).toHaveLength(2);

    issuer.answer = json(500, "{}");
    service.clock.seconds += 30;
    expect(await flood()).toEqual(new Set([503]));
    expect(await flood()).toEqual(new Set([503]));
    expect(issuer.requests).toHaveLength(3);
  });

  it("go on to be taken where they can't be read again", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const good = await token({ exp: start + 100_000 });
    expect(await service.callerOf(good)).toEqual(["ann", "reader"]);

    issuer.answer = json(500, "{}");
    service.clock.seconds += 6000;
    expect(await service.callerOf(good)).toEqual(["ann", "reader"]);
    expect(service.text()).toContain("the address answers 500. Those that are known stay in use.");

    issuer.publish(two);
    service.clock.seconds += 30;
    expect(await service.ask(`Bearer ${good}`)).toEqual(unauthenticated);
  });

  it("are not waited for at an address that failed before and hangs", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const good = await token({ exp: start + 100_000 });
    await service.callerOf(good);
    issuer.answer = json(500, "{}");
    service.clock.seconds += 6000;
    await service.callerOf(good);

    issuer.answer = neverRespond;
    service.clock.seconds += 30;

    expect(await service.callerOf(good)).toEqual(["ann", "reader"]);
    expect(issuer.requests).toHaveLength(3);
  });

  it.each<[string, object[], string]>([
    ["is empty", [], "it holds no keys."],
    [
      "holds their private keys",
      [one.publicJwk, one.privateJwk],
      "none of its keys can be used: keys.0 is the public half of a private key beside it; keys.1 is a private key.",
    ],
    ["holds none to use", [ecKey.publicJwk], "none of its keys can be used: keys.0 is for EC P-256"],
  ])("are not used any more once their set %s", async (_what, left, reason) => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const good = await token({ exp: start + 100_000 });
    expect(await service.callerOf(good)).toEqual(["ann", "reader"]);

    issuer.answer = json(200, { keys: left });
    service.clock.seconds += 600;
    expect(await service.ask(`Bearer ${good}`)).toEqual(unchecked);
    expect(await service.ask(`Bearer ${good}`)).toEqual(unchecked);
    expect(issuer.requests).toHaveLength(2);
    expect(service.text()).toContain(`The issuer's keys can't be read: ${reason}`);
    expect(service.text().split("Those that were known are not used any more.")).toHaveLength(2);
    expect(service.text().includes("by which anyone who reads it can forge tokens")).toBe(
      left.includes(one.privateJwk),
    );

    issuer.answer = json(500, "{}");
    service.clock.seconds += 1;
    expect(await service.ask(`Bearer ${good}`)).toEqual(unchecked);
    issuer.publish(one);
    service.clock.seconds += 1;
    expect(await service.callerOf(good)).toEqual(["ann", "reader"]);
  });

  it("are not used any more once an unknown one shows that their set is empty", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    await service.callerOf(await token());

    issuer.answer = json(200, { keys: [] });
    service.clock.seconds += 30;
    expect(await service.ask(`Bearer ${await token({}, { kid: "x" })}`)).toEqual(unchecked);
    expect(await service.ask(`Bearer ${await token()}`)).toEqual(unchecked);
  });

  it("are not used any more once their file holds none", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "keys.json");
    await writeFile(file, JSON.stringify(keySet(one)));
    await using service = open(file);
    expect(await service.callerOf(await token())).toEqual(["ann", "reader"]);

    await writeFile(file, JSON.stringify({ keys: [] }));
    service.clock.seconds += 600;

    expect(await service.ask(`Bearer ${await token()}`)).toEqual(unchecked);
  });

  it("are read from a file as well", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "keys.json");
    await writeFile(file, JSON.stringify(keySet(one)));
    await using service = open(file);
    const young = await sign(two, { ...claims, sub: "bob" });

    expect(await service.callerOf(await token())).toEqual(["ann", "reader"]);
    await writeFile(file, JSON.stringify(keySet(one, two)));
    expect(await service.ask(`Bearer ${young}`)).toEqual(unauthenticated);
    service.clock.seconds += 30;
    expect(await service.callerOf(young)).toEqual(["bob", "reader"]);
    await writeFile(file, "{");
    service.clock.seconds += 600;
    expect(await service.callerOf(young)).toEqual(["bob", "reader"]);
  });
});

describe("keys that come compressed", () => {
  const text = JSON.stringify(keySet(one));

  it.each([
    ["gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["br", brotliCompressSync(text)],
  ])("by %s are read", async (encoding, body) => {
    await using issuer = await startIssuer(one);
    issuer.answer = bytes(200, body, { "content-encoding": encoding });
    await using service = open(issuer.url);

    expect(await service.callerOf(await token())).toEqual(["ann", "reader"]);
  });
});

const tooLarge = JSON.stringify({ ...keySet(one), extra: "x".repeat(4 * 1024 * 1024) });

describe("keys that can't be read", () => {
  const redirect: Responder = ({ path }, response) => {
    if (path === "/moved") json(200, keySet(one))({} as never, response);
    else response.writeHead(302, { location: "/moved" }).end();
  };

  it.each<[string, Responder, string]>([
    ["500", json(500, keySet(one)), "the address answers 500"],
    ["a redirect", redirect, "the address answers 302"],
    ["more than 4 MiB", bytes(200, tooLarge), "the answer is larger than 4 MiB."],
    [
      "what becomes more",
      bytes(200, gzipSync(tooLarge), { "content-encoding": "gzip" }),
      "the answer is larger than 4 MiB.",
    ],
    ["no gzip", bytes(200, "{}", { "content-encoding": "gzip" }), "Z_DATA_ERROR."],
    ["nothing at all", bytes(200, ""), "it isn't JSON."],
    ["HTML", bytes(200, "<html>", { "content-type": "text/html" }), "it isn't JSON"],
    ["no keys", json(200, { keys: [] }), "it holds no keys."],
    ["no set of keys", json(200, { error: "s3cret" }), 'it is not an object with an array of "keys".'],
    ["a list", json(200, [one.publicJwk]), 'it is not an object with an array of "keys".'],
    ["null", json(200, "null"), 'it is not an object with an array of "keys".'],
    [
      "nothing to use",
      json(200, { keys: [null, one.privateJwk, { ...one.publicJwk, use: "enc" }, ecKey.publicJwk] }),
      'none of its keys can be used: keys.0 is null, not an object; keys.1 is a private key; keys.2 has "use" enc, not sig; keys.3 is for EC P-256, and tokens are taken by RS256 alone.',
    ],
    [
      "more of that than anybody reads",
      json(200, { keys: Array.from({ length: 12 }, () => "s3cret") }),
      `none of its keys can be used: ${Array.from({ length: 10 }, (_, index) => `keys.${index} is a string, not an object; `).join("")}and 2 more.`,
    ],
    ["nothing in time", neverRespond, "The operation was aborted due to timeout"],
  ])("since the address answers %s let nobody in, until they can", async (_name, answer, reason) => {
    await using issuer = await startIssuer(one);
    issuer.answer = answer;
    // What answers has all the time that a busy machine takes.
    await using service = open(issuer.url, answer === neverRespond ? { timeoutMs: 200 } : {});
    const good = await token();

    expect(await service.ask(`Bearer ${good}`)).toEqual(unchecked);
    expect(await service.ask(`Bearer ${good}`)).toEqual(unchecked);

    expect(service.calls).toEqual([]);
    expect(issuer.requests).toHaveLength(1);
    expect(service.text()).toContain(`The issuer's keys can't be read: ${reason}`);
    for (const part of good.split(".")) expect(service.text()).not.toContain(part);
    expect(service.text()).not.toContain(one.privateJwk.d);
    expect(service.text()).not.toContain("s3cret");
    if (answer === neverRespond) return;

    issuer.publish(one);
    service.clock.seconds += 1;
    expect(await service.callerOf(good)).toEqual(["ann", "reader"]);
  });

  it("since nothing listens let nobody in", async () => {
    await using service = open(await closedPort());

    expect(await service.ask(`Bearer ${await token()}`)).toEqual(unchecked);
    expect(service.text()).toContain("The issuer's keys can't be read: ECONNREFUSED.");
  });

  it("are asked for once by all who wait for them", async () => {
    await using issuer = await startIssuer(one);
    await using service = open(issuer.url);
    const good = await token();

    const answers = await Promise.all(Array.from({ length: 20 }, () => service.ask(`Bearer ${good}`)));

    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(issuer.requests).toHaveLength(1);
  });
});

describe("what tokens are taken by", () => {
  const options = { issuer: "https://issuer.example", audience: "imm", jwks: "https://issuer.example/keys" };

  it.each<[string, Partial<JwtOptions>, string]>([
    ["HMAC", { algorithms: ["RS256", "HS256"] }, "Tokens can't be signed by HS256:"],
    ["no signature", { algorithms: ["none"] }, "Tokens can't be signed by none:"],
    ["no algorithm", { algorithms: [] }, "Tokens can't be signed by no algorithm:"],
    ["a clock behind its own", { clockToleranceSeconds: -1 }, "must be 0..300 seconds, not -1"],
    ["any clock", { clockToleranceSeconds: Infinity }, "must be 0..300 seconds, not Infinity"],
    [
      "roles by half a pointer",
      { rolesClaim: "/a~2" },
      "The roles' claim must be the name of a claim, a path",
    ],
    ["no issuer", { issuer: "" }, "The issuer of tokens must be named."],
    ["no audience", { audience: [] }, "The audience of tokens must be named:"],
    ["an empty audience", { audience: ["imm", ""] }, "The audience of tokens must be named:"],
    [
      "keys that anybody on the way could change",
      { jwks: "http://issuer.example/keys" },
      "must begin with https://",
    ],
    [
      "keys by a name that only begins with this machine's",
      { jwks: "http://localhost.example/" },
      "must begin with https://",
    ],
    ["keys by FTP", { jwks: "ftp://issuer.example/keys" }, "must begin with https://"],
    ["keys behind a password", { jwks: "https://ann:pass@issuer.example/" }, "hold no password"],
  ])("is never %s", (_name, changes, message) => {
    expect(() => jwtCallers({ ...options, ...changes })).toThrow(message);
  });

  it.each<[string, string | undefined, string]>([
    ["isn't there", undefined, "ENOENT"],
    ["isn't JSON", "-----BEGIN PUBLIC KEY-----", "it isn't JSON"],
    ["is no set of keys", JSON.stringify(one.publicJwk), 'it is not an object with an array of "keys"'],
    ["holds no key", JSON.stringify({ keys: [] }), "it holds no keys"],
    [
      "holds a key without a name",
      JSON.stringify({ keys: [{ ...one.publicJwk, kid: undefined }] }),
      'none of its keys can be used: keys.0 has no "kid"',
    ],
    [
      "holds a private key and its public half alone",
      JSON.stringify({ keys: [one.publicJwk, one.privateJwk] }),
      "none of its keys can be used: keys.0 is the public half of a private key beside it; keys.1 is a private key",
    ],
    [
      "holds a shared secret",
      JSON.stringify({ keys: [{ kty: "oct", kid: "one", k: "c2VjcmV0" }] }),
      "none of its keys can be used: keys.0 is a shared secret",
    ],
    [
      "holds no key for the algorithms that are taken",
      JSON.stringify({ keys: [ecKey.publicJwk] }),
      "none of its keys can be used: keys.0 is for EC P-256, and tokens are taken by RS256 alone",
    ],
  ])("is no file that %s", async (_name, text, reason) => {
    await using folder = await temporaryFolder();
    const jwks = join(folder.path, "keys.json");
    if (text !== undefined) await writeFile(jwks, text);

    expect(() => jwtCallers({ ...options, jwks })).toThrow(`The keys can't be read from ${jwks}: ${reason}`);
  });
});
