import { describe, expect, it } from "vitest";
import { parseKeys } from "../../src/local-imm/keys.ts";

const key = { accessKeyId: "testid", accessKeySecret: "s3cret" };

function messageOf(document: unknown): string {
  try {
    parseKeys(document);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

describe("the keys file", () => {
  it("is read into keys and their policies", () => {
    const policies = [{ Version: "1", Statement: [{ Effect: "Allow", Action: "imm:*", Resource: "*" }] }];

    const keys = parseKeys([
      key,
      { ...key, accessKeyId: "STS.a", securityToken: "tok/en+1==" },
      { ...key, accessKeyId: "b", policies },
    ]);

    expect(keys.slice(0, 2)).toEqual([key, { ...key, accessKeyId: "STS.a", securityToken: "tok/en+1==" }]);
    expect(keys[2]).toMatchObject({ policies: [{ statements: [{ effect: "Allow" }] }] });
  });

  it("is refused with all that is wrong, and without a secret", () => {
    const message = messageOf([
      { accessKeyId: "a b", accessKeySecret: 12345 },
      { ...key, accessKeySecret: "", securityToken: "to ken", color: "red" },
      {
        ...key,
        policies: [
          { Version: "2", Statement: [] },
          { Version: "1", Statement: [{ Effect: "allow" }] },
        ],
      },
      null,
    ]);

    expect(message.split("\n")).toEqual([
      "IMM_LOCAL_KEYS: the keys are not valid.",
      "  keys.0.accessKeyId: must be letters, digits, '.', '_' and '-'",
      "  keys.0.accessKeySecret: Invalid input: expected string, received number",
      "  keys.1.accessKeySecret: must not be empty",
      "  keys.1.securityToken: must be visible ASCII characters",
      '  keys.1: Unrecognized key: "color"',
      '  keys.2.policies.0: Version: "2" is not allowed. Allowed: "1".',
      '  keys.2.policies.1: Statement[0].Effect: "allow" is not allowed. Allowed: "Allow" or "Deny".',
      "  keys.3: Invalid input: expected object, received null",
      "  keys.2.accessKeyId: must be another than keys.1's",
    ]);
    expect(message).not.toMatch(/12345|to ken|s3cret/);
  });

  it.each([
    ["nothing", undefined, "keys: Invalid input: expected array, received undefined"],
    ["one key that is not in a list", key, "keys: Invalid input: expected array, received object"],
    ["no key", [], "keys: must hold at least one key"],
    ["two keys of one name", [key, key], "keys.1.accessKeyId: must be another than keys.0's"],
    [
      "no secret",
      [{ accessKeyId: "a" }],
      "keys.0.accessKeySecret: Invalid input: expected string, received undefined",
    ],
  ])("is refused with %s in it", (_what, document, problem) => {
    expect(messageOf(document)).toBe(`IMM_LOCAL_KEYS: the keys are not valid.\n  ${problem}`);
  });

  it("is refused where a policy depends on what can't be known here", () => {
    const Statement = [
      { Effect: "Deny", Action: "*", Resource: "*", Condition: { Bool: { "acs:MFAPresent": "false" } } },
    ];

    expect(messageOf([{ ...key, policies: [{ Version: "1", Statement }] }])).toMatch(
      /keys\.0\.policies\.0: .*acs:MFAPresent.*Allowed: acs:SourceIp, acs:SecureTransport, acs:CurrentTime, acs:UserAgent\.$/,
    );
  });
});
