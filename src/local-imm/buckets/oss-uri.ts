/** A file of a bucket. */
export interface ObjectName {
  readonly bucket: string;
  readonly key: string;
}

/** The longest key, in bytes of UTF-8. */
export const maxKeyBytes = 1023;

/** Reads `oss://bucket/key`; undefined if it doesn't name a file. */
export function parseOssUri(uri: string): ObjectName | undefined {
  const [, bucket = "", key = ""] = /^oss:\/\/([^/]*)\/(.*)$/s.exec(uri) ?? [];
  return isBucketName(bucket) && isKey(key) ? { bucket, key } : undefined;
}

/** Reads `oss://bucket`, the name of a bucket; undefined if it isn't one. */
export function parseBucketUri(uri: string): string | undefined {
  const bucket = /^oss:\/\/(.*)$/s.exec(uri)?.[1] ?? "";
  return isBucketName(bucket) ? bucket : undefined;
}

export function bucketUri(bucket: string): string {
  return `oss://${bucket}`;
}

export function objectUri({ bucket, key }: ObjectName): string {
  return `${bucketUri(bucket)}/${key}`;
}

/** What a bucket may be called, as a message says it. */
export const allowedBucketName = "3 to 63 of a-z, 0-9 and -, the first and last a letter or a digit";

export function isBucketName(name: string): boolean {
  return /^[a-z\d][a-z\d-]{1,61}[a-z\d]$/.test(name);
}

/** Whether a key names a file below the bucket's folder, and by this name alone. */
export function isKey(key: string): boolean {
  // A backslash separates folders on Windows.
  if (/[\0\\]/.test(key) || !key.isWellFormed() || Buffer.byteLength(key) > maxKeyBytes) return false;
  return key.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}
