import { badInput, show } from "./bad-input.ts";
import { allowedName, isName } from "./names.ts";

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
      sent: show(value),
      allowed: allowedName,
      message: `A representation needs a ${name}.`,
    });
  });
  return Object.fromEntries(keys) as Record<Name, string>;
}
