import { Kind, print, type ValueNode } from "graphql";
import { toJsonText } from "../../text/to-json-text.ts";
import { badInput } from "../input/bad-input.ts";
import { builder } from "./builder.ts";
import {
  allowedBucketName,
  allowedBucketUri,
  allowedFileUri,
  allowedName,
  bucketNameProblem,
  bucketUriProblem,
  fileUriProblem,
  isName,
} from "./name-rule.ts";

interface Rule {
  allowed: string;
  /** What is wrong with a value, as a sentence; undefined where nothing is. */
  problemOf: (value: string) => string | undefined;
}

/** A scalar for text under a rule. Output passes as it is: an old dataset may stand outside today's rule. */
function textScalar(
  name:
    | "AttachmentDescription"
    | "BucketName"
    | "BucketUri"
    | "DatasetName"
    | "DateTime"
    | "Description"
    | "FileUri"
    | "Prefix"
    | "ProjectName"
    | "SearchText"
    | "TagKey"
    | "Text"
    | "UserData",
  description: string,
  rule: Rule,
) {
  const read = (value: unknown, sent: () => string) => {
    if (typeof value !== "string") {
      throw badInput({ sent: sent(), allowed: rule.allowed, message: `A ${name} is a string.` });
    }
    const message = rule.problemOf(value);
    if (message) throw badInput({ sent: sent(), allowed: rule.allowed, message });
    return value;
  };
  builder.scalarType(name, {
    description,
    serialize: String,
    parseValue: (value) => read(value, () => toJsonText(value)),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, () => print(node)),
  });
}

const nameRule: Rule = {
  allowed: allowedName,
  problemOf: (value) =>
    isName(value)
      ? undefined
      : "A name is 1 to 128 characters long, of English letters, digits, hyphens and underscores, and begins with a letter or an underscore.",
};

textScalar(
  "ProjectName",
  "The name of a project: 1 to 128 characters, English letters, digits, `-` and `_`, the first a letter or `_`. Unique in the account and region. Example: `test-project`.",
  nameRule,
);
textScalar(
  "DatasetName",
  "The name of a dataset: 1 to 128 characters, English letters, digits, `-` and `_`, the first a letter or `_`. Unique in its project. Example: `dataset001`.",
  nameRule,
);
textScalar(
  "BucketName",
  "The name of an OSS bucket: 3 to 63 lower-case English letters, digits and `-`, the first and last a letter or digit. Example: `examplebucket`.",
  {
    allowed: allowedBucketName,
    problemOf: bucketNameProblem,
  },
);
textScalar("BucketUri", "The URI of an OSS bucket: `oss://` and its name. Example: `oss://examplebucket`.", {
  allowed: allowedBucketUri,
  problemOf: bucketUriProblem,
});
textScalar(
  "FileUri",
  "The URI of a file: of an object in OSS (`oss://bucket/key`, the key as it is, not percent-encoded, of 1 to 1023 bytes in UTF-8), or of a file in PDS (`pds://domains/…`, at most 1024 characters). Example: `oss://examplebucket/sampleobject.jpg`.",
  {
    allowed: allowedFileUri,
    problemOf: fileUriProblem,
  },
);
/** Text of so many code points, which is whole Unicode and has no NUL: neither can be kept or sent. */
function textOf({ from = 0, to }: { from?: number; to: number }): Rule {
  return {
    allowed: `${from}..${to} characters`,
    problemOf(value) {
      if (value.length < from) return "The text is empty.";
      if (!value.isWellFormed()) return "Half of a surrogate pair is no character.";
      if (value.includes("\0")) return "A NUL is not allowed.";
      const isLonger = value.length > to && Array.from(value).length > to;
      return isLonger ? `The text is longer than ${to} characters.` : undefined;
    },
  };
}

textScalar(
  "Description",
  "Free text of 0 to 256 characters (Unicode code points) of any script. Empty is the default, and the way to clear one. Example: `immtest`.",
  textOf({ to: 256 }),
);
textScalar(
  "AttachmentDescription",
  "Free text of 0 to 128 characters (Unicode code points) of any script. Empty is the default. Example: `test-attachment`.",
  textOf({ to: 128 }),
);
textScalar(
  "Prefix",
  "The beginning of a name: 0 to 128 characters. Empty matches every name. Example: `dataset`.",
  textOf({ to: 128 }),
);
textScalar(
  "Text",
  "Text of 0 to 1024 characters (Unicode code points) of any script. IMM documents no length for it; the gateway takes no more. Example: `Official:ImageManagement`.",
  textOf({ to: 1024 }),
);
textScalar(
  "TagKey",
  "The key of a tag: 1 to 1024 characters (Unicode code points) of any script. IMM documents no length for it; the gateway takes no more. Example: `team`.",
  textOf({ from: 1, to: 1024 }),
);

/** Text of so many bytes, which is whole Unicode and has no NUL. */
function textOfBytes({ from, to, limit }: { from: 0 | 1; to: number; limit: string }): Rule {
  return {
    allowed: `${from}..${to} bytes`,
    problemOf(value) {
      if (value.length < from) return "The text is empty.";
      if (!value.isWellFormed()) return "Half of a surrogate pair is no character.";
      if (value.includes("\0")) return "A NUL is not allowed.";
      const isLonger = value.length > to || Buffer.byteLength(value) > to;
      return isLonger ? `The text is longer than ${limit} in UTF-8.` : undefined;
    },
  };
}

textScalar(
  "UserData",
  'Text of the caller\'s own that IMM hands back in its messages: 0 to 2048 bytes in UTF-8. Example: `{"id": "test-id"}`.',
  textOfBytes({ from: 0, to: 2048, limit: "2048 bytes" }),
);
textScalar(
  "SearchText",
  "What to search for: 1 byte to 1 MiB in UTF-8, and no more than the gateway takes in a request's body, which is 64 KiB unless set otherwise. Example: `kyoto`.",
  textOfBytes({ from: 1, to: 1024 * 1024, limit: "1 MiB" }),
);

const rfc3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

textScalar(
  "DateTime",
  "A point in time as RFC 3339 text with up to nine fraction digits and its offset, exactly as IMM sends it. Example: `2021-06-29T14:50:13.011643661+08:00`.",
  {
    allowed: "RFC 3339",
    problemOf: (value) =>
      rfc3339.test(value)
        ? undefined
        : "A DateTime is RFC 3339 text with an offset and up to nine fraction digits, such as 2021-06-29T14:50:13+08:00.",
  },
);

interface Range {
  from: bigint;
  to: bigint;
}

function within(value: bigint, { from, to }: Range, sent: () => string): bigint {
  if (value >= from && value <= to) return value;
  throw badInput({
    sent: sent(),
    allowed: `${from}..${to}`,
    message: `The value is outside ${from}..${to}.`,
  });
}

/** A scalar for a number that fits any JSON number: a JSON integer both ways. */
function numberScalar(
  name: "Count" | "DatasetMaxBindCount" | "DatasetMaxFileCount" | "ProjectMaxDatasetCount",
  description: string,
  range: Range,
) {
  const read = (value: bigint | undefined, sent: () => string) => {
    if (value !== undefined) return Number(within(value, range, sent));
    throw badInput({
      sent: sent(),
      allowed: `${range.from}..${range.to}`,
      message: `A ${name} is an integer.`,
    });
  };
  builder.scalarType(name, {
    description,
    serialize: (value) => {
      if (Number.isSafeInteger(value)) return value as number;
      const number = Number(value);
      return Number.isSafeInteger(number) && String(number) === String(value) ? number : String(value);
    },
    parseValue: (value) =>
      read(typeof value === "number" && Number.isInteger(value) ? BigInt(value) : undefined, () =>
        toJsonText(value),
      ),
    parseLiteral: (node) => read(node.kind === Kind.INT ? BigInt(node.value) : undefined, () => print(node)),
  });
}

numberScalar("Count", "A number of things: a JSON integer, well below 2^31.", { from: 0n, to: 2147483647n });
numberScalar(
  "DatasetMaxBindCount",
  "How many OSS buckets may be bound to one dataset: a JSON integer, 1 to 10. Default: 10.",
  { from: 1n, to: 10n },
);
numberScalar(
  "DatasetMaxFileCount",
  "How many files one dataset may hold: a JSON integer, 1 to 100000000. Default: 100000000.",
  { from: 1n, to: 100000000n },
);
numberScalar(
  "ProjectMaxDatasetCount",
  "How many datasets one project may hold: a JSON integer, 1 to 1000000000. Default: 1000000000.",
  { from: 1n, to: 1000000000n },
);

const decimal = /^(0|-?[1-9]\d*)$/;
const int64 = { from: -(2n ** 63n), to: 2n ** 63n - 1n };
const positive = { from: 1n, to: int64.to };

/**
 * A scalar for a 64-bit number: decimal text on the way out, text or an integer literal on the way in.
 * A JSON number is taken while a double holds it exactly.
 */
function longScalar(
  name: "DatasetMaxEntityCount" | "DatasetMaxRelationCount" | "DatasetMaxTotalFileSize" | "Long",
  description: string,
  range: Range,
) {
  const allowed = `${range.from}..${range.to}`;
  const readText = (text: string, sent: () => string) => {
    if (decimal.test(text) && text.length <= 20) return String(within(BigInt(text), range, sent));
    throw badInput({ sent: sent(), allowed, message: `A ${name} is a decimal integer.` });
  };
  const readLiteral = (node: ValueNode) =>
    readText(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : "", () => print(node));
  builder.scalarType(name, {
    description,
    serialize: String,
    parseValue: (value) => {
      const sent = () => toJsonText(value);
      if (typeof value !== "number") return readText(typeof value === "string" ? value : "", sent);
      if (Number.isSafeInteger(value)) return readText(String(value), sent);
      const message = Number.isInteger(value)
        ? "This JSON number has lost digits or may have: send it as a string."
        : `A ${name} is an integer.`;
      throw badInput({ sent: sent(), allowed, message });
    },
    parseLiteral: readLiteral,
  });
}

const longForm =
  "Decimal text on the way out; on the way in a string, an integer literal, or a JSON integer up to 2^53-1.";

longScalar("Long", `A 64-bit integer. ${longForm} Example: \`"90000000000000000"\`.`, int64);
longScalar(
  "DatasetMaxEntityCount",
  `How many entities one dataset may hold, 1 to 2^63-1. IMM reserves it and doesn't enforce it. ${longForm} Default: \`"10000000000"\`.`,
  positive,
);
longScalar(
  "DatasetMaxRelationCount",
  `How many relations one dataset may hold, 1 to 2^63-1. IMM reserves it and doesn't enforce it. ${longForm} Default: \`"100000000000"\`.`,
  positive,
);
longScalar(
  "DatasetMaxTotalFileSize",
  `How many bytes all files of one dataset may have together, 1 to 2^63-1; past it no more indexes are added. ${longForm} Default: \`"90000000000000000"\`.`,
  positive,
);
