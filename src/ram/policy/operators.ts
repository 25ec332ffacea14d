import { isInBlock, readAddress, readBlock } from "../address.ts";
import { matches } from "../pattern.ts";
import { readNumber, readTime } from "./numbers-and-times.ts";

/** What a condition compares. */
export type ValueType = "address" | "boolean" | "date" | "number" | "string";

/** Compares one value of a policy with what a request has; undefined where that is not of the operator's type. */
export type Comparison = (sent: string) => boolean | undefined;

/** An operator of RAM's conditions. */
export interface Operator {
  readonly type: ValueType;
  /** What a value must be, as a message says it. */
  readonly allowed: string;
  /** Whether it is met where its comparison holds for none of the values. */
  readonly negated: boolean;
  /** Reads one value of a policy; undefined where it is not of the operator's type. */
  compile(value: string): Comparison | undefined;
}

interface Reading<Value, Sent> {
  readonly type: ValueType;
  readonly allowed: string;
  read(value: string): Value | undefined;
  readSent(sent: string): Sent | undefined;
}

type Holds<Value, Sent> = (sent: Sent, value: Value) => boolean;

/** The operators of one type: those by name, and those that are met where none of their values holds. */
function family<Value, Sent>(
  { type, allowed, read, readSent }: Reading<Value, Sent>,
  plain: Readonly<Record<string, Holds<Value, Sent>>>,
  negations: Readonly<Record<string, Holds<Value, Sent>>> = {},
): [string, Operator][] {
  const operator = (holds: Holds<Value, Sent>, negated: boolean): Operator => ({
    type,
    allowed,
    negated,
    compile(value) {
      const wanted = read(value);
      if (wanted === undefined) return undefined;
      return (text) => {
        const sent = readSent(text);
        return sent === undefined ? undefined : holds(sent, wanted);
      };
    },
  });
  return [
    ...Object.entries(plain).map(([name, holds]): [string, Operator] => [name, operator(holds, false)]),
    ...Object.entries(negations).map(([name, holds]): [string, Operator] => [name, operator(holds, true)]),
  ];
}

const same = <Value>(sent: Value, value: Value) => sent === value;
const sameIgnoringCase = (sent: string, value: string) => sent.toLowerCase() === value.toLowerCase();
const like = (sent: string, value: string) => matches(value, sent);
const less = (sent: bigint, value: bigint) => sent < value;
const lessOrSame = (sent: bigint, value: bigint) => sent <= value;
const greater = (sent: bigint, value: bigint) => sent > value;
const greaterOrSame = (sent: bigint, value: bigint) => sent >= value;

const asIs = (text: string) => text;
const readBoolean = (text: string) => (text === "true" || text === "false" ? text : undefined);

const strings = { type: "string", allowed: "a string", read: asIs, readSent: asIs } as const;
const numbers = {
  type: "number",
  allowed: 'a decimal number as a string, like "10" or "-2.5"',
  read: readNumber,
  readSent: readNumber,
} as const;
const dates = {
  type: "date",
  allowed: "an ISO 8601 time with its offset, like 2026-01-31T08:00:00+08:00 or 2026-01-31T00:00:00Z",
  read: readTime,
  readSent: readTime,
} as const;
const booleans = {
  type: "boolean",
  allowed: '"true" or "false"',
  read: readBoolean,
  readSent: readBoolean,
} as const;
const addresses = {
  type: "address",
  allowed: "an IPv4 or IPv6 address, or a CIDR block, like 10.0.0.0/8",
  read: readBlock,
  readSent: readAddress,
} as const;

/** Every operator that RAM documents: https://www.alibabacloud.com/help/en/ram/conditional-operator */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ...family(
    strings,
    { StringEquals: same, StringEqualsIgnoreCase: sameIgnoringCase, StringLike: like },
    { StringNotEquals: same, StringNotEqualsIgnoreCase: sameIgnoringCase, StringNotLike: like },
  ),
  ...family(
    numbers,
    {
      NumericEquals: same,
      NumericLessThan: less,
      NumericLessThanEquals: lessOrSame,
      NumericGreaterThan: greater,
      NumericGreaterThanEquals: greaterOrSame,
    },
    { NumericNotEquals: same },
  ),
  ...family(
    dates,
    {
      DateEquals: same,
      DateLessThan: less,
      DateLessThanEquals: lessOrSame,
      DateGreaterThan: greater,
      DateGreaterThanEquals: greaterOrSame,
    },
    { DateNotEquals: same },
  ),
  ...family(booleans, { Bool: same }),
  ...family(addresses, { IpAddress: isInBlock }, { NotIpAddress: isInBlock }),
]);
