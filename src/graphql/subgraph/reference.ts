import { graphName } from "../../contract/names.ts";
import { toJsonText } from "../../text/to-json-text.ts";
import { badInput } from "../input/bad-input.ts";
import { decodeGlobalId } from "../schema/global-id.ts";
import type { Key, KeyPart } from "../schema/key.ts";

/**
 * The key of the entity that a representation refers to, by the fields of its key or by its `id`.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for a key field that is missing or isn't valid, or an id that isn't one of that
 *   type.
 */
export function readReference<Name extends string>(
  reference: Readonly<Record<string, unknown>>,
  key: Key<Name>,
): Record<Name, string> {
  const isById = "id" in reference && !key.fields.every((field) => typeof reference[field] === "string");
  if (isById) return readId(reference["id"], key);
  const parts = key.names.map((name) => [name, readPart(graphName(name), reference, key.parts[name])]);
  return Object.fromEntries(parts) as Record<Name, string>;
}

function readPart(field: string, reference: Readonly<Record<string, unknown>>, part: KeyPart): string {
  const value = reference[field];
  if (typeof value === "string" && part.isValid(value)) return value;
  throw badInput({
    field: `representations.${field}`,
    sent: toJsonText(value),
    allowed: part.allowed,
    message: `A representation needs a ${field}.`,
  });
}

function readId<Name extends string>(value: unknown, key: Key<Name>): Record<Name, string> {
  const field = "representations.id";
  if (typeof value !== "string")
    throw badInput({ field, sent: toJsonText(value), message: "An id is text." });
  const { typename, id } = decodeGlobalId(value, field);
  if (typename === key.typename) return key.read(id, { field, sent: value });
  throw badInput({
    field,
    sent: value,
    message: `This is the id of a ${typename}, not of a ${key.typename}.`,
  });
}
