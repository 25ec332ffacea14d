import { badInput } from "../../input/bad-input.ts";

/** An input of a file. */
export interface Labelled {
  readonly customLabels?: readonly { readonly key: string }[] | null | undefined;
}

const maxLabels = 100;

/**
 * Checks the custom labels of a file's input. `field` says where the input stood.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for more labels than IMM takes, an empty key, or one that is there already.
 */
export function checkCustomLabels({ customLabels: labels }: Labelled, field: string): void {
  if (!labels) return;
  const place = `${field}.customLabels`;
  if (labels.length > maxLabels) {
    throw badInput({
      field: place,
      sent: `${labels.length} labels`,
      allowed: `0..${maxLabels}`,
      message: `A file has at most ${maxLabels} custom labels.`,
    });
  }
  const keys = new Set<string>();
  for (const [index, { key }] of labels.entries()) {
    const message = problemOf(key, keys);
    if (message) throw badInput({ field: `${place}[${index}].key`, sent: JSON.stringify(key), message });
    // IMM doesn't tell upper from lower case: of two such labels one would be lost.
    keys.add(key.toLowerCase());
  }
}

function problemOf(key: string, others: ReadonlySet<string>): string | undefined {
  if (key === "") return "A custom label needs a key.";
  return others.has(key.toLowerCase())
    ? "The file has a custom label of that key already; upper and lower case are the same."
    : undefined;
}
