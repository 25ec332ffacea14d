import { z } from "zod";
import type { Policy } from "../ram/policy.ts";
import { policiesSchema } from "../ram/policy-schema.ts";

/** An AccessKey of the local IMM. Without policies it is the account's root, with an empty list it may do nothing. */
export interface LocalKey {
  accessKeyId: string;
  accessKeySecret: string;
  /** Of temporary credentials: each call must bring it. */
  securityToken?: string;
  policies?: readonly Policy[];
}

const key = z.strictObject({
  // Both signatures carry it between separators.
  accessKeyId: z.string().regex(/^[A-Za-z0-9._-]+$/, "must be letters, digits, '.', '_' and '-'"),
  accessKeySecret: z.string().min(1, "must not be empty"),
  securityToken: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters")
    .exactOptional(),
  policies: policiesSchema.exactOptional(),
});

const keys = z.array(key).min(1, "must hold at least one key");

/**
 * Reads the document that IMM_LOCAL_KEYS names: a list of `{ accessKeyId, accessKeySecret, securityToken?,
 * policies? }`, the policies being RAM's documents.
 *
 * @throws Error that names every problem, and no secret.
 */
export function parseKeys(document: unknown): LocalKey[] {
  const { data, error } = keys.safeParse(document);
  const problems = [...(error?.issues ?? []).map(describe), ...findTwins(document)];
  if (data === undefined || problems.length > 0) {
    throw new Error(
      `IMM_LOCAL_KEYS: the keys are not valid.\n${problems.map((line) => `  ${line}`).join("\n")}`,
    );
  }
  return data;
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return `${["keys", ...path].join(".")}: ${message}`;
}

function findTwins(document: unknown): string[] {
  const ids = Array.isArray(document)
    ? document.map((member: Partial<LocalKey> | null) => member?.accessKeyId)
    : [];
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [`keys.${index}.accessKeyId: must be another than keys.${ids.indexOf(id)}'s`]
      : [],
  );
}
