import type { GraphQLError } from "graphql";
import { badInput } from "./bad-input.ts";
import { isName } from "./names.ts";

/** Reads a global id: base64 of `Type:name/name`. */
export function decodeGlobalId(id: string): { typename: string; id: string } {
  const [, typename, names] = /^(Dataset|Project):(.+)$/.exec(Buffer.from(id, "base64").toString()) ?? [];
  if (!typename || !names) throw invalidId(id);
  return { typename, id: names };
}

/** The names in the inner part of a global id, as many as the type's key has. */
export function namesIn(id: string, count: number): string[] {
  const names = id.split("/");
  if (names.length === count && names.every(isName)) return names;
  throw invalidId(id);
}

function invalidId(id: string): GraphQLError {
  return badInput({ field: "id", sent: id, message: "This is no id that this graph answers." });
}
