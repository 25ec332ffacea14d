import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { jwtCallers } from "../../../../src/gateway/callers/jwt/jwt.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { keySet, sign, signingKey, startIssuer, type SigningKey } from "../../../support/gateway/issuer.ts";
import { claims, open } from "../../../support/gateway/jwt-gateway.ts";
import { cpuRatio } from "../../../support/process/cpu-ratio.ts";
import { bytes, json } from "../../../support/upstream/upstream.ts";

const [one, two, three, ec] = await Promise.all([
  signingKey("one"),
  signingKey("two"),
  signingKey("three"),
  signingKey("ec", "ES256"),
]);
const small = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey.export({ format: "jwk" });
const odd = two.publicJwk;
const algorithms = ["RS256", "ES256", "EdDSA"];
const token = (key: SigningKey, changes: object = {}) => sign(key, { ...claims, ...changes });

/** Whether anything that makes a key, or that an entry hides, is in a log. */
function expectNoMaterial(text: string): void {
  for (const { publicJwk, privateJwk } of [one, two, three, ec]) {
    const parts = [publicJwk.n, publicJwk.x, privateJwk.d].filter((part) => part !== undefined);
    for (const part of parts) expect(text).not.toContain(part);
  }
  expect(text).not.toContain("s3cret");
}

describe("a key set with an entry", () => {
  const notTokens = "holds keys that aren't needed to check tokens:";
  const broken = "has faults:";

  it.each<[string, unknown, string]>([
    ["null", null, `${broken} keys.0 is null, not an object.`],
    ["that is text", "s3cret", `${broken} keys.0 is a string, not an object.`],
    ["that is a list", [odd], `${broken} keys.0 is an array, not an object.`],
    ["without a type", { ...odd, kty: undefined }, `${broken} keys.0 has no "kty".`],
    ["whose type is a number", { ...odd, kty: 7 }, `${broken} keys.0 has a number as its "kty".`],
    ["without a name", { ...odd, kid: undefined }, `${broken} keys.0 has no "kid".`],
    ["whose name is null", { ...odd, kid: null }, `${broken} keys.0 has null as its "kid", not a string.`],
    [
      "whose name is a number",
      { ...odd, kid: 7 },
      `${broken} keys.0 has a number as its "kid", not a string.`,
    ],
    ["of no known type", { ...odd, kty: "AKP" }, `${notTokens} keys.0 is of a type that isn't known, AKP.`],
    [
      "whose type may be a secret",
      { ...odd, kty: "s3cret ".repeat(9) },
      `${notTokens} keys.0 is of a type that isn't known, a string.`,
    ],
    [
      "of what every object has as its type",
      { ...odd, kty: "constructor" },
      `${notTokens} keys.0 is of a type that isn't known, constructor.`,
    ],
    [
      "of a curve that isn't known",
      { ...ec.publicJwk, crv: "secp256k1" },
      `${notTokens} keys.0 is of a type that isn't known, EC secp256k1.`,
    ],
    ["to encrypt", { ...odd, use: "enc" }, `${notTokens} keys.0 has "use" enc, not sig.`],
    ["of no known use", { ...odd, use: null }, `${notTokens} keys.0 has "use" null, not sig.`],
    [
      "that verifies nothing",
      { ...odd, key_ops: ["encrypt"] },
      `${notTokens} keys.0 has "key_ops" without verify.`,
    ],
    [
      "whose operations are a text",
      { ...odd, key_ops: "verify" },
      `${notTokens} keys.0 has "key_ops" without verify.`,
    ],
    [
      "for an algorithm to encrypt",
      { ...odd, alg: "RSA-OAEP" },
      `${notTokens} keys.0 is for RSA-OAEP, and tokens are taken by RS256, ES256, EdDSA alone.`,
    ],
    [
      "for another type's algorithm",
      { ...odd, alg: "ES256" },
      `${notTokens} keys.0 is for ES256, and tokens are taken by`,
    ],
    [
      "for an algorithm that isn't taken",
      { ...odd, alg: "PS256" },
      `${notTokens} keys.0 is for PS256, and tokens are taken by`,
    ],
    ["for a number", { ...odd, alg: 7 }, `${notTokens} keys.0 is for a number, and tokens are taken by`],
    ["without numbers", { kty: "RSA", kid: "two" }, `${broken} keys.0 has no base64url as its "n".`],
    ["whose numbers are numbers", { ...odd, e: 65_537 }, `${broken} keys.0 has no base64url as its "e".`],
    [
      "that isn't base64",
      { ...odd, n: `${odd.n!.slice(0, 100)}!${odd.n!.slice(100)}` },
      `${broken} keys.0 has no base64url as its "n".`,
    ],
    [
      "too small to trust",
      { ...small, kid: "two" },
      `${broken} keys.0 is an RSA key of 1024 bits, and 2048 are needed.`,
    ],
    [
      "by which anybody could sign",
      { ...odd, e: "AQ" },
      `${broken} keys.0 is an RSA key with a bad exponent.`,
    ],
    [
      "off its curve",
      { ...ec.publicJwk, y: ec.publicJwk.x },
      `${broken} keys.0 has numbers that make no key.`,
    ],
    ["of half a point", { ...ec.publicJwk, x: "AQAB" }, `${broken} keys.0 has numbers that make no key.`],
    [
      "too short for its curve",
      { kty: "OKP", crv: "Ed25519", kid: "two", x: "AQAB" },
      `${broken} keys.0 has numbers that make no key.`,
    ],
  ])("%s leaves it out, says so once, and keeps the others", async (_name, entry, expected) => {
    await using issuer = await startIssuer();
    issuer.answer = json(200, { keys: [entry, ...keySet(one, three).keys], extra: "s3cret" });
    await using service = open(issuer.url, { algorithms });

    expect(await service.callerOf(await token(one))).toEqual(["ann", "reader"]);
    expect(await service.callerOf(await token(three))).toEqual(["ann", "reader"]);
    service.clock.seconds += 600;
    expect(await service.callerOf(await token(three))).toEqual(["ann", "reader"]);

    expect(issuer.requests).toHaveLength(2);
    expect(service.text().split("The issuer's key set").length - 1).toBe(1);
    expect(service.text()).toContain(expected);
    expectNoMaterial(service.text());
    expect(await service.ask(`Bearer ${await token(two)}`)).toMatchObject({ status: 401 });
  });

  it.each<[string, object, string]>([
    ["a private key", two.privateJwk, "keys.0 is a private key"],
    ["a private key of which a part alone is there", { ...odd, p: "s3cret" }, "keys.0 is a private key"],
    ["a private key of no known type", { kty: "AKP", priv: "s3cret" }, "keys.0 is a private key"],
    ["a shared secret", { kty: "oct", kid: "two", k: "s3cret" }, "keys.0 is a shared secret"],
  ])("that is %s warns of it, and lets in none of its tokens", async (_name, entry, expected) => {
    await using issuer = await startIssuer();
    issuer.answer = json(200, { keys: [entry, ...keySet(one).keys] });
    await using service = open(issuer.url, { algorithms });

    expect(await service.callerOf(await token(one))).toEqual(["ann", "reader"]);
    expect(await service.ask(`Bearer ${await token(two)}`)).toMatchObject({ status: 401 });
    expect(service.text()).toContain(
      `The issuer's key set holds secrets by which anyone who reads it can forge tokens: ${expected}. They are not used; the issuer must replace them.`,
    );
    expectNoMaterial(service.text());
  });

  it("that is a private key lets in none of its tokens by its public half either", async () => {
    await using issuer = await startIssuer();
    issuer.answer = json(200, { keys: [odd, two.privateJwk, one.publicJwk] });
    await using service = open(issuer.url);

    expect(await service.callerOf(await token(one))).toEqual(["ann", "reader"]);
    expect(await service.ask(`Bearer ${await token(two)}`)).toMatchObject({ status: 401 });
    expect(service.text()).toContain(
      "keys.0 is the public half of a private key beside it; keys.1 is a private key.",
    );
  });

  it.each<[string, object]>([
    [
      "with padding, in the alphabet that isn't for URLs",
      { n: Buffer.from(odd.n!, "base64url").toString("base64") },
    ],
    [
      "with a zero before its number",
      { n: Buffer.concat([Buffer.of(0), Buffer.from(odd.n!, "base64url")]).toString("base64url") },
    ],
    ["that verifies and more", { use: "sig", key_ops: ["sign", "verify"], ext: "yes" }],
    [
      "with members that nobody knows",
      { x5c: 7, crv: "s3cret", ["__proto__"]: { d: "s3cret" }, later: null },
    ],
    ["of an empty name", { kid: "" }],
  ])("%s takes it", async (_name, changes) => {
    const key = { ...two, publicJwk: { ...odd, ...changes } };
    await using issuer = await startIssuer(key);
    await using service = open(issuer.url);

    expect(await service.callerOf(await token(key))).toEqual(["ann", "reader"]);
    expect(service.text()).not.toContain("The issuer's key set");
  });
});

describe("keys of one name", () => {
  const named = ({ publicJwk, ...key }: SigningKey) => ({ ...key, publicJwk: { ...publicJwk, kid: "same" } });
  const [first, second, third] = [named(one), named(two), named(three)];

  it("are one where they are the same", async () => {
    await using issuer = await startIssuer(first, first);
    await using service = open(issuer.url);

    expect(await service.callerOf(await token(first))).toEqual(["ann", "reader"]);
    expect(service.text()).toContain(
      "The issuer's key set holds keys that aren't needed to check tokens: keys.1 repeats keys.0.",
    );
  });

  it("are each tried where they differ, and nobody else's", async () => {
    await using issuer = await startIssuer(first, second);
    await using service = open(issuer.url);

    expect(await service.callerOf(await token(first))).toEqual(["ann", "reader"]);
    expect(await service.callerOf(await token(second))).toEqual(["ann", "reader"]);
    expect(await service.ask(`Bearer ${await token(third)}`)).toMatchObject({ status: 401 });
    expect(await service.ask(`Bearer ${await token(second, { aud: "imm" })}`)).toMatchObject({ status: 401 });
    expect(service.text()).toContain('keys.1 has the "kid" of keys.0, so tokens are tried with both.');
  });

  it("are told apart by what they are for", async () => {
    const other = named(ec);
    await using issuer = await startIssuer(first, other);
    await using service = open(issuer.url, { algorithms });

    expect(await service.callerOf(await token(first))).toEqual(["ann", "reader"]);
    expect(await service.callerOf(await token(other))).toEqual(["ann", "reader"]);
    expect(service.text()).not.toContain("The issuer's key set");
  });
});

describe("what is odd about keys", () => {
  it("is told again when it changes, and not when they come in another order", async () => {
    await using issuer = await startIssuer();
    await using service = open(issuer.url);
    const warningsFor = async (...keys: unknown[]) => {
      issuer.answer = json(200, { keys });
      service.clock.seconds += 600;
      await service.callerOf(await token(one, { exp: claims.exp + 100_000 }));
      return service.text().split("The issuer's key set").length - 1;
    };
    const nameless = { ...odd, kid: null };

    expect(await warningsFor(one.publicJwk, null, nameless)).toBe(1);
    expect(await warningsFor(nameless, one.publicJwk, null)).toBe(1);
    expect(await warningsFor(one.publicJwk, null)).toBe(2);
    expect(await warningsFor(one.publicJwk)).toBe(2);
    expect(await warningsFor(one.publicJwk, null)).toBe(3);
  });

  it("is told at the start if they are in a file; a byte order mark before them is not odd", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "keys.json");
    await writeFile(file, `\uFEFF${JSON.stringify({ keys: [two.privateJwk, null, one.publicJwk] })}`);
    await using service = open(file);

    const warnings = () =>
      service
        .text()
        .split("\n")
        .filter((line) => line.startsWith("The issuer's key set"));
    const atStart = warnings();
    expect(atStart).toEqual([
      expect.stringContaining("keys.1 is null, not an object."),
      expect.stringContaining("keys.0 is a private key."),
    ]);
    expect(await service.callerOf(await token(one))).toEqual(["ann", "reader"]);
    expect(warnings()).toEqual(atStart);
  });

  it("is not a byte order mark at an address either", async () => {
    await using issuer = await startIssuer();
    issuer.answer = bytes(200, `\uFEFF${JSON.stringify(keySet(one))}`);
    await using service = open(issuer.url);

    expect(await service.callerOf(await token(one))).toEqual(["ann", "reader"]);
  });

  it("takes time in proportion to its keys", async () => {
    await using folder = await temporaryFolder();
    const fileOf = async (count: number) => {
      const keys = Array.from({ length: count }, (_, n) => ({
        kty: "OKP",
        crv: "Ed25519",
        kid: `key-${n}`,
        x: randomBytes(32).toString("base64url"),
      }));
      const file = join(folder.path, `${count}.json`);
      await writeFile(file, JSON.stringify({ keys }));
      return file;
    };
    const [few, many] = [await fileOf(500), await fileOf(4_000)];
    const read = (jwks: string) =>
      jwtCallers({ issuer: "https://issuer.test", audience: "imm", jwks, algorithms: ["EdDSA"] });

    // Each compared with each other, it would be 64.
    expect(
      await cpuRatio(
        () => read(few),
        () => read(many),
        { rounds: 5 },
      ),
    ).toBeLessThan(24);
  });
});
