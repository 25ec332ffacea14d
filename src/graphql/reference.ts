import { badInput } from "./bad-input.ts";
import { isName } from "./names.ts";

/**
 * The key in a representation that a router sends.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for a key field that is missing or holds no name.
 */
export function readReference<Name extends string>(
  reference: Readonly<Record<Name, unknown>>,
  names: readonly Name[],
): Record<Name, string> {
  const keys = names.map((name) => {
    const value = reference[name];
    if (isName(value)) return [name, value];
    throw badInput({
      field: `representations.${name}`,
      sent: JSON.stringify(value) ?? "nothing",
      allowed: "1..128 of A-Z a-z 0-9 _ -, the first a letter or _",
      message: `A representation needs a ${name}.`,
    });
  });
  return Object.fromEntries(keys) as Record<Name, string>;
}
