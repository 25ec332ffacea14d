import { isUtf8 } from "node:buffer";
import type { GraphQLError } from "graphql";
import { badInput } from "../input/bad-input.ts";

/** What the `id` of each Node is. */
export const idDescription =
  "Opaque, unique in the whole graph: a key of the entity, and what `node(id:)` takes where there is that.";

/** Writes a global id: base64 of `Type:part/part`. */
export function encodeGlobalId(typename: string, innerId: string): string {
  const text = `${typename}:${innerId}`;
  // Names are ASCII, for which `btoa` takes a quarter of the time.
  return /^[\x20-\x7e]*$/.test(text) ? btoa(text) : Buffer.from(text).toString("base64");
}

/** Reads a global id. `field` says where it stood. */
export function decodeGlobalId(id: string, field = "id"): { typename: string; id: string } {
  const bytes = Buffer.from(id, "base64");
  const [, typename, innerId] = /^(\w+):(.+)$/s.exec(isUtf8(bytes) ? bytes.toString() : "") ?? [];
  if (!typename || !innerId || !typesWithIds.has(typename)) throw invalidId(id, field);
  return { typename, id: innerId };
}

/** The types whose objects have a global id; each one's key adds its own. */
export const typesWithIds = new Set<string>();

/** The error for an id that this graph didn't issue. */
export function invalidId(sent: string, field: string): GraphQLError {
  return badInput({ field, sent, message: "This is no id that this graph answers." });
}
