import type { Position as Written } from "../../params/next-token.ts";
import { idsOf } from "../../store/search/conditions/scope.ts";
import type { Position } from "../../store/search/sort.ts";
import type { Value } from "../../store/search/sql.ts";

/** The place of a file in its list, as a token has it. */
export function writePosition({ values, FileId }: Position): Written {
  return [...values.map(writeValue), String(BigInt.asUintN(32, FileId))];
}

/** The same read again, of a token that was signed. */
export function readPosition(written: Written, DatasetId: bigint): Position {
  const values = written.slice(0, -1).map(readValue);
  return { values, FileId: idsOf({ DatasetId }).first + BigInt(written.at(-1)!) };
}

function writeValue(value: Value): string {
  if (value === null) return "";
  return (
    { bigint: "i", number: "n", string: "s" }[typeof value as "bigint" | "number" | "string"] + String(value)
  );
}

function readValue(text: string): Value {
  const value = text.slice(1);
  switch (text[0]) {
    case "i":
      return BigInt(value);
    case "n":
      return Number(value);
    case "s":
      return value;
    default:
      return null;
  }
}
