import { describe, expect, it } from "vitest";
import { parsePolicy, PolicyError } from "../../../src/ram/policy/policy.ts";
import { allowAll, conditionKeys } from "../policies.ts";

/** A PolicyError of just this message. */
const refusal = (message: string) => expect.objectContaining({ name: "PolicyError", message });

const parse = (document: unknown) => () => parsePolicy(document, { conditionKeys });
const version1 = (statement: unknown) => ({ Version: "1", Statement: [allowAll, statement] });
const withCondition = (Condition: unknown) => version1({ ...allowAll, Condition });
const withAction = (Action: unknown) => version1({ ...allowAll, Action });
const withResource = (Resource: unknown) => version1({ ...allowAll, Resource });
const withValue = (operator: string, key: string, value: unknown) =>
  withCondition({ [operator]: { [key]: value } });

const actionRule = "Allowed: * or service:Action, like imm:Get*";
const arnRule = "Allowed: * or acs:service:region:account:resource";
const numberRule = 'Allowed: a decimal number as a string, like "10" or "-2.5"';
const timeRule =
  "Allowed: an ISO 8601 time with its offset, like 2026-01-31T08:00:00+08:00 or 2026-01-31T00:00:00Z";
const addressRule = "Allowed: an IPv4 or IPv6 address, or a CIDR block, like 10.0.0.0/8";

describe("a policy", () => {
  it.each<[unknown, string]>([
    [undefined, "Policy: is missing. Allowed: an object of Version, Statement."],
    [null, "Policy: null is not allowed. Allowed: an object of Version, Statement."],
    ["{}", 'Policy: "{}" is not allowed. Allowed: an object of Version, Statement.'],
    [[], "Policy: [] is not allowed. Allowed: an object of Version, Statement."],
    [{ ...version1(allowAll), Id: "a" }, 'Policy: "Id" is not allowed. Allowed: Version, Statement.'],
    [{ Statement: [allowAll] }, 'Version: is missing. Allowed: "1".'],
    [{ Version: 1, Statement: [allowAll] }, 'Version: 1 is not allowed. Allowed: "1".'],
    [{ Version: "2012-10-17", Statement: [allowAll] }, 'Version: "2012-10-17" is not allowed. Allowed: "1".'],
    [{ Version: "1" }, "Statement: is missing. Allowed: a list of at least one statement."],
    [
      { Version: "1", Statement: [] },
      "Statement: [] is not allowed. Allowed: a list of at least one statement.",
    ],
    [
      { Version: "1", Statement: { Effect: "Allow" } },
      'Statement: {"Effect":"Allow"} is not allowed. Allowed: a list of at least one statement.',
    ],
  ])("%j is refused", (document, message) => {
    expect(parse(document)).toThrow(refusal(message));
  });
});

describe("a statement", () => {
  const elements = "Effect, Action, NotAction, Resource, Condition";

  it.each<[string, unknown, string]>([
    ["a text", version1("x"), `: "x" is not allowed. Allowed: an object of ${elements}.`],
    ["null", version1(null), `: null is not allowed. Allowed: an object of ${elements}.`],
    [
      "Principal",
      version1({ ...allowAll, Principal: "*" }),
      `: "Principal" is not allowed. Allowed: ${elements}.`,
    ],
    ["Sid", version1({ ...allowAll, Sid: "a" }), `: "Sid" is not allowed. Allowed: ${elements}.`],
    [
      "NotResource",
      version1({ ...allowAll, NotResource: "*" }),
      `: "NotResource" is not allowed. Allowed: ${elements}.`,
    ],
    [
      "a small letter",
      version1({ ...allowAll, effect: "Deny" }),
      `: "effect" is not allowed. Allowed: ${elements}.`,
    ],
    [
      "Effect missing",
      version1({ Action: "*", Resource: "*" }),
      '.Effect: is missing. Allowed: "Allow" or "Deny".',
    ],
    [
      "Effect allow",
      version1({ ...allowAll, Effect: "allow" }),
      '.Effect: "allow" is not allowed. Allowed: "Allow" or "Deny".',
    ],
    [
      "Action and NotAction",
      version1({ ...allowAll, NotAction: "imm:*" }),
      ': "Action and NotAction" is not allowed. Allowed: one of Action and NotAction.',
    ],
    [
      "neither Action nor NotAction",
      version1({ Effect: "Allow", Resource: "*" }),
      `.Action: is missing. ${actionRule}.`,
    ],
    [
      "no actions",
      withAction([]),
      `.Action: [] is not allowed. ${actionRule}, or a list of at least one such.`,
    ],
    ["Action a number", withAction(5), `.Action: 5 is not allowed. ${actionRule}.`],
    ["Action null", withAction(null), `.Action: null is not allowed. ${actionRule}.`],
    ["no service", withAction("GetDataset"), `.Action: "GetDataset" is not allowed. ${actionRule}.`],
    ["no name", withAction(["*", "imm:"]), `.Action[1]: "imm:" is not allowed. ${actionRule}.`],
    ["a hole", withAction(["*", undefined]), `.Action[1]: null is not allowed. ${actionRule}.`],
    ["two colons", withAction("imm:a:b"), `.Action: "imm:a:b" is not allowed. ${actionRule}.`],
    ["a space", withAction("imm:Get *"), `.Action: "imm:Get *" is not allowed. ${actionRule}.`],
    ["two stars", withAction("**"), `.Action: "**" is not allowed. ${actionRule}.`],
    ["an empty action", withAction(""), `.Action: "" is not allowed. ${actionRule}.`],
    [
      "a bad NotAction",
      version1({ Effect: "Deny", NotAction: ["imm"], Resource: "*" }),
      `.NotAction[0]: "imm" is not allowed. ${actionRule}.`,
    ],
    ["Resource missing", version1({ Effect: "Allow", Action: "*" }), `.Resource: is missing. ${arnRule}.`],
    [
      "no resources",
      withResource([]),
      `.Resource: [] is not allowed. ${arnRule}, or a list of at least one such.`,
    ],
    ["a bare path", withResource("project/p"), `.Resource: "project/p" is not allowed. ${arnRule}.`],
    ["too few parts", withResource("acs:imm:*"), `.Resource: "acs:imm:*" is not allowed. ${arnRule}.`],
    ["another cloud", withResource("arn:s3:::b"), `.Resource: "arn:s3:::b" is not allowed. ${arnRule}.`],
    [
      "no resource in the name",
      withResource(["acs:imm:*:*:"]),
      `.Resource[0]: "acs:imm:*:*:" is not allowed. ${arnRule}.`,
    ],
    [
      "IMM without its region",
      withResource("acs:imm::111:project/p"),
      `.Resource: "acs:imm::111:project/p" is not allowed. ${arnRule}.`,
    ],
  ])("with %s is refused", (_name, document, message) => {
    expect(parse(document)).toThrow(refusal(`Statement[1]${message}`));
  });

  it.each(["acs:ram::111:role/imm", "acs:oss:*:*:*", "acs:imm:*:*:*", "acs:*:*:*:*", "*"])(
    "may be of %s",
    (resource) => {
      expect(parse(withResource(resource))().statements[1]?.resources).toEqual([resource]);
    },
  );
});

describe("a condition", () => {
  const keys =
    "acs:CurrentTime, acs:MFAPresent, acs:SecureTransport, acs:SourceIp, acs:UserAgent, test:Count";

  it.each<[string, unknown, string]>([
    ["a list", withCondition([]), ": [] is not allowed. Allowed: an object of operators."],
    ["null", withCondition(null), ": null is not allowed. Allowed: an object of operators."],
    [
      "an operator's keys as text",
      withCondition({ Bool: "true" }),
      '.Bool: "true" is not allowed. Allowed: an object of condition keys.',
    ],
    [
      "no keys",
      withCondition({ Bool: {} }),
      ".Bool: {} is not allowed. Allowed: an object of at least one condition key.",
    ],
    [
      "a key that can't be filled",
      withValue("StringLike", "acs:ResourceTag/team", "x"),
      `.StringLike: "acs:ResourceTag/team" is not allowed. Allowed: ${keys}.`,
    ],
    [
      "a key in other letters",
      withValue("IpAddress", "acs:sourceip", "10.0.0.1"),
      `.IpAddress: "acs:sourceip" is not allowed. Allowed: ${keys}.`,
    ],
    [
      "an address compared as text",
      withValue("StringEquals", "acs:SourceIp", "10.0.0.0/8"),
      '.StringEquals.acs:SourceIp: "StringEquals" is not allowed. Allowed: IpAddress, NotIpAddress.',
    ],
    [
      "a boolean compared as text",
      withValue("StringEquals", "acs:SecureTransport", "True"),
      '.StringEquals.acs:SecureTransport: "StringEquals" is not allowed. Allowed: Bool.',
    ],
    [
      "a value that is no text",
      withValue("StringEquals", "acs:UserAgent", 5),
      ".StringEquals.acs:UserAgent: 5 is not allowed. Allowed: a string.",
    ],
    [
      "no values",
      withValue("StringNotEquals", "acs:UserAgent", []),
      ".StringNotEquals.acs:UserAgent: [] is not allowed. Allowed: a string, or a list of at least one such.",
    ],
    [
      "one bad value among good ones",
      withValue("IpAddress", "acs:SourceIp", ["10.0.0.0/8", "10.0.0"]),
      `.IpAddress.acs:SourceIp[1]: "10.0.0" is not allowed. ${addressRule}.`,
    ],
  ])("with %s is refused", (_name, document, message) => {
    expect(parse(document)).toThrow(refusal(`Statement[1].Condition${message}`));
  });

  it.each(["StringMatches", "stringequals", "StringEqualsIfExists", "Null", "constructor", "__proto__"])(
    "of %s is refused: RAM has no such operator",
    (operator) => {
      const document = withCondition(JSON.parse(`{"${operator}":{"acs:UserAgent":"x"}}`));

      expect(parse(document)).toThrow(PolicyError);
      expect(parse(document)).toThrow(
        `Statement[1].Condition: "${operator}" is not allowed. Allowed: StringEquals, `,
      );
    },
  );

  const values = (operator: string, key: string, rule: string, refused: unknown[]) =>
    refused.map((value): [string, unknown, string] => [
      operator,
      value,
      `Statement[1].Condition.${operator}.${key}: ${JSON.stringify(value)} is not allowed. ${rule}.`,
    ]);

  it.each([
    ...values("NumericEquals", "test:Count", numberRule, [
      10,
      "",
      "ten",
      "1e3",
      "1,000",
      "+5",
      " 5",
      "5.",
      ".5",
    ]),
    ...values("NumericLessThan", "test:Count", numberRule, ["NaN", "Infinity", "0x10", "1".repeat(31)]),
    ...values("DateLessThan", "acs:CurrentTime", timeRule, [
      "2026-03-01",
      "2026-03-01T12:00:00",
      "2026-03-01T12:00Z",
      "2026-03-01 12:00:00Z",
      "2026-02-30T12:00:00Z",
      "2026-13-01T12:00:00Z",
      "2026-03-01T24:00:00Z",
      "2026-03-01T12:60:00Z",
      "2026-03-01T12:00:00+24:00",
      "2026-03-01T12:00:00+08:60",
      "2026-03-01T12:00:00.1234567890Z",
      "1767225600",
    ]),
    ...values("Bool", "acs:SecureTransport", 'Allowed: "true" or "false"', [true, "True", "1", "yes", ""]),
    ...values("IpAddress", "acs:SourceIp", addressRule, [
      "",
      "10.0.0.256",
      "10.0.0.01",
      "10.0.0.0/33",
      "10.0.0.0/08",
      "10.0.0.0/-1",
      "10.0.0.0/",
      "10.0.0.0/8/8",
      "10.0.0.*",
      "10.0.0.1 ",
      "2001:db8::/129",
      "2001:db8:::1",
      "fe80::1%eth0",
      "localhost",
    ]),
  ])("%s takes no %j", (operator, value, message) => {
    const key = { N: "test:Count", D: "acs:CurrentTime", B: "acs:SecureTransport", I: "acs:SourceIp" };
    const document = withValue(operator, key[operator[0] as "N" | "D" | "B" | "I"], value);

    expect(parse(document)).toThrow(refusal(message));
  });

  it("can't be on a key where none can be filled", () => {
    const document = withValue("Bool", "acs:SecureTransport", "true");

    expect(() => parsePolicy(document, { conditionKeys: [] })).toThrow(
      'Statement[1].Condition.Bool: "acs:SecureTransport" is not allowed. Allowed: no key at all.',
    );
  });
});

describe("a refusal", () => {
  it("cuts what was sent at 100 characters", () => {
    const sent = "😀".repeat(5000);

    expect(parse(withAction(sent))).toThrow(
      refusal(`Statement[1].Action: "${"😀".repeat(99)}… is not allowed. ${actionRule}.`),
    );
  });

  it("shows what JSON readers make of large numbers", () => {
    expect(parse(withAction(9007199254740993n))).toThrow(
      refusal(`Statement[1].Action: "9007199254740993" is not allowed. ${actionRule}.`),
    );
  });
});

describe("what was read", () => {
  it("doesn't change with the document", () => {
    const actions = ["imm:Get*"];
    const { statements } = parse(version1({ ...allowAll, Effect: "Deny", Action: actions }))();

    actions.length = 0;

    expect(statements[1]).toEqual({
      effect: "Deny",
      actions: { patterns: ["imm:Get*"], negated: false },
      resources: ["*"],
      conditions: [],
    });
  });
});
