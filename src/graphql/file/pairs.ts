import { builder } from "../schema/builder.ts";

/** One entry of a map, as IMM sent it. */
export type Pair = [key: string, value: unknown];

/** A type for the entries of a map. */
function pairType(
  name: "CustomLabel" | "OssTag" | "OssUserMeta",
  { of, key, value }: { of: string; key: string; value: string },
) {
  return builder.objectRef<Pair>(name).implement({
    description: `${of}: a key and its value.`,
    fields: (t) => ({
      key: t.string({
        nullable: true,
        description: `The key. Example: \`${key}\`.`,
        resolve: ([text]) => text,
      }),
      value: t.string({
        nullable: true,
        description: `The value. Example: \`${value}\`.`,
        resolve: ([, scalar]) => asText(scalar),
      }),
    }),
  });
}

export const CustomLabelType = pairType("CustomLabel", {
  of: "What a caller has labelled a file with",
  key: "MemberName",
  value: "Tim",
});
export const OssTagType = pairType("OssTag", { of: "A tag of an object in OSS", key: "key", value: "val" });
export const OssUserMetaType = pairType("OssUserMeta", {
  of: "Metadata that its owner has set on an object in OSS",
  key: "key",
  value: "val",
});

/** The entries of a map; null if there is none. */
export function pairsOf(map: Readonly<Record<string, unknown>> | null | undefined): Pair[] | null {
  return map ? Object.entries(map) : null;
}

/** The value of a key in whatever case; null if there is none. */
export function valueOfKey(
  map: Readonly<Record<string, unknown>> | null | undefined,
  key: string,
): string | null {
  const wanted = key.toLowerCase();
  const found = pairsOf(map)?.find(([name]) => name.toLowerCase() === wanted);
  return found ? asText(found[1]) : null;
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object"
    ? JSON.stringify(value, (_name, member: unknown) =>
        typeof member === "bigint" ? String(member) : member,
      )
    : String(value as bigint | boolean | number | string);
}
