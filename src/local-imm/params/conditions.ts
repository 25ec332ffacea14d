import {
  fileArrays,
  fileFields,
  fileMaps,
  operatorsOfKind,
  type FileArray,
  type FileField,
  type FileMap,
  type LeafOperation,
  type QueryKind,
} from "../../contract/query-fields.ts";
import { invalid, type Fault } from "../http/fault.ts";
import type { Condition, Subject } from "../store/search/conditions/condition.ts";
import { wordsOf } from "../store/search/rows/words.ts";
import { parseTime } from "../time.ts";
import { problemOf } from "./problem.ts";
import { readPlaces } from "./places.ts";
import type { QueryNode } from "./schemas/query-tree.ts";
import { maxText, textProblem } from "./schemas/text.ts";

type Path = readonly PropertyKey[];

/** Reads SimpleQuery's tree of conditions: what it names must be known, and fit. */
export function readConditions(node: QueryNode): Condition {
  return readNode(node, [], undefined);
}

function readNode(node: QueryNode, path: Path, inside: FileArray | undefined): Condition {
  const { Operation } = node;
  switch (Operation) {
    case "and":
    case "or":
      return { kind: Operation, of: readBelow(node, path, inside) };
    case "not":
      return { kind: "none", of: readBelow(node, path, inside) };
    case "nested":
      return readNested(node, path, inside);
    default:
      return readLeaf({ ...node, Operation }, path, inside);
  }
}

function readBelow({ SubQueries }: QueryNode, path: Path, inside: FileArray | undefined): Condition[] {
  if (!SubQueries?.length) throw refused([...path, "SubQueries"], "must have at least 1 element");
  return SubQueries.map((below, index) => readNode(below, [...path, "SubQueries", index], inside));
}

function readNested(node: QueryNode, path: Path, inside: FileArray | undefined): Condition {
  if (inside) throw refused([...path, "Operation"], "must not be nested inside nested", "nested");
  // In one of IMM's own samples the conditions alone tell which list it is.
  const name = node.Field || listOf(node);
  const array = name !== undefined && Object.hasOwn(fileArrays, name) ? (name as FileArray) : undefined;
  if (!array) {
    throw refused([...path, "Field"], `must be one of ${Object.keys(fileArrays).join(", ")}`, node.Field);
  }
  return { kind: "nested", array, of: readBelow(node, path, array) };
}

/** The list whose members the first condition below a node is about. */
function listOf({ Field, SubQueries }: QueryNode): string | undefined {
  if (!SubQueries?.length) return Field?.split(".")[0];
  return SubQueries.map(listOf).find((name) => name !== undefined);
}

type LeafNode = QueryNode & { readonly Operation: LeafOperation };

function readLeaf(node: LeafNode, path: Path, inside: FileArray | undefined): Condition {
  const { Field = "", Operation, Value } = node;
  const list = Operation === "exist" && !inside ? listNamed(Field) : undefined;
  if (list) return { kind: "exist", subject: { list } };
  const found = subjectOf(Field);
  if (!found) {
    throw refused(
      [...path, "Field"],
      "must name a field that queries know, such as Size or Labels.LabelName",
      Field,
    );
  }
  const { subject, kind } = found;
  if (inside && !("array" in subject && subject.array === inside)) {
    throw refused(
      [...path, "Field"],
      `must be a member of ${inside}, such as ${inside}.${firstMember(inside)}`,
      Field,
    );
  }
  const operators = operatorsOfKind[kind];
  if (!operators.includes(Operation)) {
    throw refused([...path, "Operation"], `must be one of ${operators.join(", ")} for ${Field}`, Operation);
  }
  if (Operation === "exist") return { kind: "exist", subject };
  if (Value === undefined) throw refused([...path, "Value"], "is required");
  return withValue({ subject, kind, Operation, Value }, [...path, "Value"]);
}

interface Valued {
  readonly subject: Subject;
  readonly kind: QueryKind;
  readonly Operation: Exclude<LeafOperation, "exist">;
  readonly Value: string;
}

function withValue({ subject, kind, Operation, Value }: Valued, path: Path): Condition {
  const problem = kind === "place" ? undefined : textProblem(Value, maxText);
  if (problem !== undefined) throw refused(path, problem, Value);
  switch (Operation) {
    case "prefix":
      return { kind: "prefix", subject, value: Value };
    case "match-phrase":
      return { kind: "phrase", subject, words: wordsOf(Value) };
    case "geo-distance":
    case "geo-bounding-box":
    case "geo-polygon":
      return readPlaces(Operation, Value, (message) => refused(path, message, Value));
    default: {
      const value = readValue(kind, Value);
      if (value === undefined) throw refused(path, `must be ${expected[kind]}`, Value);
      return { kind: "compare", subject, operation: Operation, value };
    }
  }
}

const expected: Readonly<Record<QueryKind, string>> = {
  integer: "a number",
  number: "a number",
  time: "a time of RFC 3339, such as 2026-01-02T11:04:05.123+08:00",
  string: "a string",
  text: "a string",
  document: "a string",
  place: "a place",
};

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const maxInt64 = 2n ** 63n - 1n;

function readValue(kind: QueryKind, text: string): bigint | number | string | undefined {
  if (kind === "time") return parseTime(text);
  if (kind !== "integer" && kind !== "number") return text;
  if (!decimal.test(text)) return undefined;
  if (kind === "integer" && /^[+-]?\d{1,19}$/.test(text)) {
    const exact = BigInt(text.replace("+", ""));
    if (exact <= maxInt64 && exact >= -maxInt64 - 1n) return exact;
  }
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** What a path names, and of which kind it is; undefined if queries know no such field. */
export function subjectOf(
  field: string,
): { readonly subject: Subject; readonly kind: QueryKind } | undefined {
  if (Object.hasOwn(fileFields, field)) {
    return { subject: { file: field as FileField }, kind: fileFields[field as FileField] };
  }
  const dot = field.indexOf(".");
  const [first, rest] = dot < 0 ? [field, ""] : [field.slice(0, dot), field.slice(dot + 1)];
  if (rest === "") return undefined;
  if (Object.hasOwn(fileMaps, first))
    return { subject: { map: first as FileMap, key: rest }, kind: "string" };
  if (!Object.hasOwn(fileArrays, first)) return undefined;
  const array = first as FileArray;
  const members: Readonly<Record<string, QueryKind>> = fileArrays[array];
  return Object.hasOwn(members, rest)
    ? { subject: { array, member: rest }, kind: members[rest]! }
    : undefined;
}

function listNamed(name: string): FileArray | FileMap | undefined {
  const isList = Object.hasOwn(fileArrays, name) || Object.hasOwn(fileMaps, name);
  return isList ? (name as FileArray | FileMap) : undefined;
}

function firstMember(array: FileArray): string {
  return Object.keys(fileArrays[array])[0]!;
}

function refused(path: Path, message: string, input?: unknown): Fault {
  return invalid("Query", problemOf("Query", { path, message, input }));
}
