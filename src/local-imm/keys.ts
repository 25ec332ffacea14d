import { z } from "zod";

/** An AccessKey of the local IMM. */
export interface LocalKey {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

const key = z.strictObject({
  // Both signatures carry it between separators.
  accessKeyId: z.string().regex(/^[A-Za-z0-9._-]+$/, "must be letters, digits, '.', '_' and '-'"),
  accessKeySecret: z.string().min(1, "must not be empty"),
  securityToken: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters")
    .exactOptional(),
});

const keys = z.array(key).min(1, "must hold a key");

/** Reads the content of the file that IMM_LOCAL_KEYS names. */
export function parseKeys(document: unknown): LocalKey[] {
  const parsed = keys.parse(document);
  return parsed;
}
