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

/** What is wrong with the name of a bucket, as a sentence; undefined if nothing is. */
export function bucketNameProblem(text: string): string | undefined {
  return isBucketName(text)
    ? undefined
    : "The name of a bucket is 3 to 63 characters long, of lower-case English letters, digits and hyphens, and begins and ends with a letter or a digit.";
}

/** What the URI of a bucket is, as an error says it. */
export const allowedBucketUri = "oss://bucket";

/** Whether a text is the URI of an OSS bucket. */
export function isBucketUri(text: string): boolean {
  return bucketUriProblem(text) === undefined;
}

/** What is wrong with the URI of a bucket, as a sentence; undefined if nothing is. */
export function bucketUriProblem(text: string): string | undefined {
  const [, name] = /^oss:\/\/([^/]*)$/.exec(text) ?? [];
  if (!name) return "The URI of a bucket is oss:// and the bucket's name, with nothing behind it.";
  return bucketNameProblem(name);
}

/** What the URI of a file is, as an error says it. */
export const allowedFileUri = "oss://bucket/key with a key of 1..1023 bytes, or pds://domains/…";

/** Whether a text is the URI of an object in OSS, or of a file in PDS. */
export function isFileUri(text: string): boolean {
  return fileUriProblem(text) === undefined;
}

const maxKeyBytes = 1023;
const maxPdsUri = 1024;

/** What is wrong with the URI of a file, as a sentence; undefined if nothing is. */
export function fileUriProblem(text: string): string | undefined {
  // Neither can be kept or sent.
  if (text.includes("\0")) return "A NUL is not allowed.";
  if (!text.isWellFormed()) return "Half of a surrogate pair is no character.";
  if (/^pds:\/\/domains\/./s.test(text)) {
    return text.length > maxPdsUri ? `The URI is longer than ${maxPdsUri} characters.` : undefined;
  }
  const [, name, key] = /^oss:\/\/([^/]+)\/(.+)$/s.exec(text) ?? [];
  if (name === undefined || key === undefined) {
    return "The URI of a file is oss://, a bucket's name, a slash and the object's key; or it begins with pds://domains/.";
  }
  return bucketNameProblem(name) ?? keyProblem(key);
}

function keyProblem(key: string): string | undefined {
  const isLonger = key.length > maxKeyBytes || Buffer.byteLength(key) > maxKeyBytes;
  return isLonger ? `The object's key is longer than ${maxKeyBytes} bytes in UTF-8.` : undefined;
}
