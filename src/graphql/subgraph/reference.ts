import { badInput, show } from "../input/bad-input.ts";
import { decodeGlobalId, namesIn } from "../schema/global-id.ts";
import { allowedName, isName } from "../schema/names.ts";

/**
 * The names of the entity that a representation refers to, by these names or by its `id`.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for a key field that is missing or holds no name, or an id that isn't one
 *   of that type.
 */
export function readReference<Name extends string>(
  reference: Readonly<Record<string, unknown>>,
  { typename, names }: { typename: string; names: readonly Name[] },
): Record<Name, string> {
  const isById = "id" in reference && !names.every((name) => typeof reference[name] === "string");
  const values = isById
    ? readId(reference["id"], typename, names.length)
    : names.map((name) => readName(name, reference[name]));
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Name, string>;
}

function readName(name: string, value: unknown): string {
  if (isName(value)) return value;
  throw badInput({
    field: `representations.${name}`,
    sent: show(value),
    allowed: allowedName,
    message: `A representation needs a ${name}.`,
  });
}

function readId(value: unknown, typename: string, count: number): string[] {
  const field = "representations.id";
  if (typeof value !== "string") throw badInput({ field, sent: show(value), message: "An id is text." });
  const global = decodeGlobalId(value, field);
  if (global.typename === typename) return namesIn(global.id, { count, field, sent: value });
  throw badInput({
    field,
    sent: value,
    message: `This is the id of a ${global.typename}, not of a ${typename}.`,
  });
}
