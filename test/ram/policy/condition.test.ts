import { describe, expect, it } from "vitest";
import { allowAll, judge, policy } from "../policies.ts";

type Row = [operator: string, values: string | string[], sent: string, isMet: boolean];

const keyOf = (operator: string) => {
  if (/^(Not)?IpAddress$/.test(operator)) return "acs:SourceIp";
  if (operator.startsWith("Date")) return "acs:CurrentTime";
  if (operator.startsWith("Numeric")) return "test:Count";
  return operator === "Bool" ? "acs:SecureTransport" : "acs:UserAgent";
};

const noon = "2026-03-01T12:00:00+08:00";
const big = "9007199254740993";

describe.each<[string, Row[]]>([
  [
    "strings",
    [
      ["StringEquals", "curl", "curl", true],
      ["StringEquals", "curl", "Curl", false],
      ["StringEquals", "cur*", "curl", false],
      ["StringEquals", ["wget", "curl"], "curl", true],
      ["StringEquals", "", "", true],
      ["StringNotEquals", "curl", "Curl", true],
      ["StringNotEquals", "curl", "curl", false],
      ["StringNotEquals", ["wget", "curl"], "curl", false],
      ["StringNotEquals", ["wget", "curl"], "node", true],
      ["StringEqualsIgnoreCase", "CURL", "curl", true],
      ["StringEqualsIgnoreCase", "curl", "curl/8", false],
      ["StringNotEqualsIgnoreCase", "CURL", "curl", false],
      ["StringNotEqualsIgnoreCase", "CURL", "wget", true],
      ["StringLike", "curl/*", "curl/8.5", true],
      ["StringLike", "curl/?", "curl/8.5", false],
      ["StringLike", "Curl/*", "curl/8.5", false],
      ["StringLike", "*", "", true],
      ["StringLike", "curl/8.5", "*", false],
      ["StringNotLike", "curl/*", "curl/8.5", false],
      ["StringNotLike", ["wget/*", "curl/*"], "curl/8.5", false],
      ["StringNotLike", ["wget/*", "curl/*"], "node", true],
    ],
  ],
  [
    "numbers",
    [
      ["NumericEquals", "10", "10", true],
      ["NumericEquals", "10", "10.0", true],
      ["NumericEquals", "10", "010", true],
      ["NumericEquals", "-0", "0", true],
      ["NumericEquals", "0.1", "0.10000000000000001", false],
      ["NumericEquals", big, "9007199254740992", false],
      ["NumericNotEquals", "10", "10.0", false],
      ["NumericNotEquals", ["10", "20"], "20", false],
      ["NumericNotEquals", ["10", "20"], "30", true],
      ["NumericLessThan", "10", "9.999999999999999", true],
      ["NumericLessThan", "10", "10", false],
      ["NumericLessThan", "-1", "-1.5", true],
      ["NumericLessThan", big, "9007199254740992", true],
      ["NumericLessThanEquals", "10", "10", true],
      ["NumericLessThanEquals", "10", "11", false],
      ["NumericGreaterThan", "9", "10", true],
      ["NumericGreaterThan", "10", "10", false],
      ["NumericGreaterThanEquals", "10", "10", true],
      ["NumericGreaterThanEquals", "10", "9", false],
      ["NumericEquals", "10", "ten", false],
      ["NumericNotEquals", "10", "1e1", false],
    ],
  ],
  [
    "dates",
    [
      ["DateEquals", noon, "2026-03-01T04:00:00Z", true],
      ["DateEquals", noon, "2026-03-01T04:00:00.000000000Z", true],
      ["DateEquals", noon, "2026-03-01T12:00:00Z", false],
      ["DateEquals", "2026-03-01T00:00:00-05:30", "2026-03-01T05:30:00Z", true],
      ["DateNotEquals", noon, "2026-03-01T04:00:00Z", false],
      ["DateNotEquals", noon, "2026-03-01T04:00:01Z", true],
      ["DateLessThan", noon, "2026-03-01T03:59:59.999999999Z", true],
      ["DateLessThan", noon, noon, false],
      ["DateLessThan", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", true],
      ["DateLessThanEquals", noon, noon, true],
      ["DateLessThanEquals", noon, "2026-03-01T04:00:00.000000001Z", false],
      ["DateGreaterThan", noon, "2026-03-01T04:00:00.000000001Z", true],
      ["DateGreaterThan", noon, noon, false],
      ["DateGreaterThanEquals", noon, noon, true],
      ["DateGreaterThanEquals", noon, "2026-03-01T03:59:59Z", false],
      ["DateGreaterThan", noon, "tomorrow", false],
    ],
  ],
  [
    "booleans",
    [
      ["Bool", "true", "true", true],
      ["Bool", "true", "false", false],
      ["Bool", "false", "false", true],
      ["Bool", ["true", "false"], "false", true],
      ["Bool", "true", "yes", false],
    ],
  ],
  [
    "addresses",
    [
      ["IpAddress", "10.0.0.0/8", "10.255.255.255", true],
      ["IpAddress", "10.0.0.0/8", "11.0.0.0", false],
      ["IpAddress", "10.1.2.3/8", "10.9.9.9", true],
      ["IpAddress", "10.0.0.1", "10.0.0.1", true],
      ["IpAddress", "10.0.0.1", "10.0.0.2", false],
      ["IpAddress", "10.0.0.1/32", "10.0.0.1", true],
      ["IpAddress", "10.0.0.0/31", "10.0.0.1", true],
      ["IpAddress", "0.0.0.0/0", "203.0.113.9", true],
      ["IpAddress", "0.0.0.0/0", "2001:db8::1", false],
      ["IpAddress", "::/0", "2001:db8::1", true],
      ["IpAddress", "::/0", "203.0.113.9", false],
      ["IpAddress", "10.0.0.0/8", "::ffff:10.0.0.1", true],
      ["IpAddress", "10.0.0.0/8", "::ffff:a00:1", true],
      ["IpAddress", "::ffff:10.0.0.0/104", "10.0.0.1", true],
      ["IpAddress", "2001:db8::/33", "2001:db8:7fff::1", true],
      ["IpAddress", "2001:db8::/33", "2001:db8:8000::1", false],
      ["IpAddress", "2001:DB8::1", "2001:0db8:0:0:0:0:0:1", true],
      ["IpAddress", "::1", "::1", true],
      ["IpAddress", ["192.0.2.0/24", "10.0.0.0/8"], "10.0.0.1", true],
      ["IpAddress", "0.0.0.0/0", "localhost", false],
      ["IpAddress", "fe80::/10", "fe80::1%eth0", false],
      ["NotIpAddress", "10.0.0.0/8", "192.0.2.1", true],
      ["NotIpAddress", "10.0.0.0/8", "10.0.0.1", false],
      ["NotIpAddress", ["192.0.2.0/24", "10.0.0.0/8"], "10.0.0.1", false],
      ["NotIpAddress", "10.0.0.0/8", "localhost", false],
    ],
  ],
])("conditions on %s", (_type, rows) => {
  it.each(rows)("%s %j and %s: %s", (operator, values, sent, isMet) => {
    const key = keyOf(operator);
    const one = policy({ ...allowAll, Condition: { [operator]: { [key]: values } } });

    expect(judge([one], { conditions: { [key]: sent } })).toBe(isMet ? "Allow" : "ImplicitDeny");
  });
});

describe("several conditions", () => {
  const inside = { "acs:SourceIp": "10.0.0.1", "acs:SecureTransport": "true", "acs:UserAgent": "curl/8" };
  const strict = policy({
    ...allowAll,
    Condition: {
      IpAddress: { "acs:SourceIp": ["10.0.0.0/8", "192.0.2.0/24"] },
      StringLike: { "acs:UserAgent": ["curl/*", "node"], "test:Count": "1*" },
      Bool: { "acs:SecureTransport": "true" },
    },
  });

  it("must all be met, of every operator and every key", () => {
    expect(judge([strict], { conditions: { ...inside, "test:Count": "12" } })).toBe("Allow");
    expect(judge([strict], { conditions: { ...inside, "test:Count": "21" } })).toBe("ImplicitDeny");
    expect(judge([strict], { conditions: { ...inside, "test:Count": undefined } })).toBe("ImplicitDeny");
    const overHttp = { ...inside, "test:Count": "12", "acs:SecureTransport": "false" };
    expect(judge([strict], { conditions: overHttp })).toBe("ImplicitDeny");
  });

  it("of none are no condition", () => {
    expect(judge([policy({ ...allowAll, Condition: {} })])).toBe("Allow");
  });
});

describe("what a request doesn't tell", () => {
  const condition = (Effect: string, Condition: object) =>
    policy(...(Effect === "Deny" ? [allowAll] : []), { ...allowAll, Effect, Condition });
  const from = { IpAddress: { "acs:SourceIp": "10.0.0.0/8" } };
  const notFrom = { NotIpAddress: { "acs:SourceIp": "10.0.0.0/8" } };

  it("meets no condition of an Allow", () => {
    expect(judge([condition("Allow", from)])).toBe("ImplicitDeny");
    expect(judge([condition("Allow", notFrom)])).toBe("ImplicitDeny");
  });

  it("meets the negated conditions of a Deny", () => {
    expect(judge([condition("Deny", from)])).toBe("Allow");
    expect(judge([condition("Deny", notFrom)])).toBe("ExplicitDeny");
  });

  it("or tells unreadably meets every condition of a Deny", () => {
    const conditions = { "acs:SourceIp": "unknown" };

    expect(judge([condition("Allow", notFrom)], { conditions })).toBe("ImplicitDeny");
    expect(judge([condition("Deny", from)], { conditions })).toBe("ExplicitDeny");
    expect(judge([condition("Deny", notFrom)], { conditions })).toBe("ExplicitDeny");
  });
});
