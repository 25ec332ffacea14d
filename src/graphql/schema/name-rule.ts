const named = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;

/** What a project or a dataset may be called, as an error says it. */
export const allowedName = "1..128 of A-Z a-z 0-9 _ -, the first a letter or _";

/** Whether IMM takes a text for the name of a project or a dataset. */
export function isName(text: unknown): text is string {
  return typeof text === "string" && named.test(text);
}

const bucket = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** What a bucket may be called, as an error says it. */
export const allowedBucketName = "3..63 of a-z 0-9 -, the first and last a letter or digit";

/** Whether OSS takes a text for the name of a bucket. */
export function isBucketName(text: string): boolean {
  return bucket.test(text);
}

/** What the URI of a bucket is, as an error says it. */
export const allowedBucketUri = "oss://bucket";

/** Whether a text is the URI of an OSS bucket. */
export function isBucketUri(text: string): boolean {
  return text.startsWith("oss://") && isBucketName(text.slice("oss://".length));
}

/** What the URI of a file is, as an error says it. */
export const allowedFileUri = "oss://bucket/key with a key of 1..1023 bytes, or pds://…";

/** Whether a text is the URI of an object in OSS, or of a file in PDS. */
export function isFileUri(text: string): boolean {
  // Neither a NUL nor half a surrogate pair can be kept or sent.
  if (text.includes("\0") || !text.isWellFormed()) return false;
  if (text.startsWith("pds://")) return text.length > "pds://".length && text.length <= 1024;
  const [, name = "", key = ""] = /^oss:\/\/([^/]*)\/(.*)$/s.exec(text) ?? [];
  return isBucketName(name) && isKey(key);
}

function isKey(key: string): boolean {
  return key !== "" && key.length <= 1023 && new TextEncoder().encode(key).length <= 1023;
}
