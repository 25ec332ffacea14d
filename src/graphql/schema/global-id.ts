import type { GraphQLError } from "graphql";
import { badInput } from "../input/bad-input.ts";
import { isName } from "./names.ts";

/** What the `id` of each Node is. */
export const idDescription =
  "Opaque, unique in the whole graph: a key of the entity, and what `node(id:)` takes where there is that.";

/** Writes a global id. */
export function encodeGlobalId(typename: string, id: string): string {
  const text = `${typename}:${id}`;
  // IMM's names are ASCII, for which alone this does, in a quarter of the time.
  return /^[\x20-\x7e]*$/.test(text) ? btoa(text) : Buffer.from(text).toString("base64");
}

/** Reads a global id: base64 of `Type:name/name`. `field` says where it stood. */
export function decodeGlobalId(id: string, field = "id"): { typename: string; id: string } {
  const [, typename, names] = /^(Dataset|Project):(.+)$/.exec(Buffer.from(id, "base64").toString()) ?? [];
  if (!typename || !names) throw invalidId(id, field);
  return { typename, id: names };
}

/** The names in the inner part of a global id, as many as the type's key has. `field` and `sent` say what stood where. */
export function namesIn(
  id: string,
  { count, field = "id", sent = id }: { count: number; field?: string; sent?: string },
): string[] {
  const names = id.split("/");
  if (names.length === count && names.every(isName)) return names;
  throw invalidId(sent, field);
}

function invalidId(sent: string, field: string): GraphQLError {
  return badInput({ field, sent, message: "This is no id that this graph answers." });
}
