import type { QueryNode } from "../../../src/local-imm/params/schemas/query-tree.ts";
import { readSentence } from "../../../src/local-imm/semantic/read-sentence.ts";

/** Monday, 15 July 2024, noon. */
export const july15 = "2024-07-15T12:00:00+08:00";

export interface Known {
  /** Label names. Default: none. */
  readonly labels?: readonly string[];
  /** As `City Hangzhou`. Default: none. */
  readonly places?: readonly string[];
  /** Default: 15 July 2024. */
  readonly now?: string;
}

/** What a sentence is read as, in short: `cat & (dog | bird) & 2023-05-01..2023-06-01 & at(City Hangzhou)`. */
export function say(sentence: string, { labels = [], places = [], now = july15 }: Known = {}): string {
  const node = readSentence(sentence, {
    labels: labels.map((Value) => ({ Field: "Labels.LabelName", Value })),
    places: places.map((place) => {
      const [, level, Value] = /^(\w+) (.*)$/.exec(place)!;
      return { Field: `Addresses.${level}`, Value: Value! };
    }),
    now: BigInt(Date.parse(now)) * 1_000_000n,
  });
  return node ? print(node, true) : "nothing";
}

function print(node: QueryNode, isOutermost = false): string {
  const { Operation, Field = "", Value = "", SubQueries = [] } = node;
  if (Operation === "eq") return `${Field.replace(/^(Labels\.LabelName|Addresses\.)/, "")} ${Value}`.trim();
  if (Operation === "nested") return `at(${SubQueries.map((one) => print(one, true)).join()})`;
  if (Operation === "not") return `none(${SubQueries.map((one) => print(one, true)).join()})`;
  if (Operation === "gte") return `${printTime(Value)}..`;
  if (Operation === "lt") return `..${printTime(Value)}`;
  const isTime = SubQueries.map((one) => one.Operation).join() === "gte,lt";
  if (isTime)
    return SubQueries.map((one) => print(one))
      .join("")
      .replace("....", "..");
  const text = SubQueries.map((one) => print(one)).join(Operation === "or" ? " | " : " & ");
  return isOutermost ? text : `(${text})`;
}

/** Times that a sentence names are midnights of the region. */
function printTime(value: string): string {
  return value.replace(/T00:00:00\+08:00$/, "");
}
