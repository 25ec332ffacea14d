import { createHash } from "node:crypto";

/** The id of a file's object, which isn't kept. */
export function objectIdOf(URI: string): string {
  return createHash("sha256").update(URI).digest("hex");
}
