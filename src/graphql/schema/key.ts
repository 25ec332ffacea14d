import { graphName } from "../../contract/names.ts";
import { encodeGlobalId, invalidId, typesWithIds } from "./global-id.ts";
import {
  allowedBucketName,
  allowedBucketUri,
  allowedFileUri,
  allowedName,
  isBucketName,
  isBucketUri,
  isFileUri,
  isName,
} from "./name-rule.ts";

/** Which values one part of a key may have. */
export interface KeyPart {
  /** As a refusal says it. */
  readonly allowed: string;
  isValid(value: string): boolean;
}

/** The name of a project or a dataset. */
export const nameKey: KeyPart = { allowed: allowedName, isValid: isName };

/** The name of a bucket. */
export const bucketKey: KeyPart = { allowed: allowedBucketName, isValid: isBucketName };

/** The URI of a bucket. */
export const bucketUriKey: KeyPart = { allowed: allowedBucketUri, isValid: isBucketUri };

/** The URI of a file. */
export const fileUriKey: KeyPart = { allowed: allowedFileUri, isValid: isFileUri };

const maxLength = 1024;

/** Any text that the scalar `Text` takes, but the empty one: an id of IMM's, whose form it doesn't document. */
export const textKey: KeyPart = {
  allowed: `1..${maxLength} characters`,
  isValid: (value) =>
    value !== "" &&
    value.isWellFormed() &&
    !value.includes("\0") &&
    (value.length <= maxLength || Array.from(value).length <= maxLength),
};

/** What an object of a type is identified by. */
export interface Key<Name extends string> {
  readonly typename: string;
  /** Its parts in order, by wire name. */
  readonly names: readonly Name[];
  readonly parts: Readonly<Record<Name, KeyPart>>;
  /** Its parts as fields of the graph. */
  readonly fields: readonly string[];
  /** The inner part of an object's global id. */
  innerId(object: Readonly<Record<Name, string>>): string;
  /**
   * The key in the inner part of a global id. `field` and `sent` say where it stood, and what as.
   *
   * @throws GraphQLError `BAD_USER_INPUT` if it holds no key of this type.
   */
  read(innerId: string, place?: { readonly field: string; readonly sent: string }): Record<Name, string>;
}

/**
 * Makes the key of a type, of its parts by wire name, the outermost first. Any text can be a part: `%` and `/` are written
 * as `%25` and `%2F` in an id.
 */
export function createKey<Name extends string>(
  typename: string,
  parts: Readonly<Record<Name, KeyPart>>,
): Key<Name> {
  typesWithIds.add(typename);
  const names = Object.keys(parts) as Name[];
  return {
    typename,
    names,
    parts,
    fields: names.map(graphName),
    innerId: (object) => names.map((name) => escaped(object[name])).join("/"),
    read(innerId, { field, sent } = { field: "id", sent: encodeGlobalId(typename, innerId) }) {
      const values = innerId.split("/").map(unescaped);
      const isKey = (value: string | undefined, index: number) =>
        value !== undefined && parts[names[index]!].isValid(value);
      if (values.length !== names.length || !values.every(isKey)) throw invalidId(sent, field);
      return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Name, string>;
    },
  };
}

function escaped(part: string): string {
  return /[%/]/.test(part) ? part.replaceAll("%", "%25").replaceAll("/", "%2F") : part;
}

/** Undefined if `escaped` doesn't write such a text. */
function unescaped(text: string): string | undefined {
  if (!text.includes("%")) return text;
  if (/%(?!25|2F)/.test(text)) return undefined;
  return text.replaceAll("%2F", "/").replaceAll("%25", "%");
}
