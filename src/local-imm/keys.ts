import { z } from "zod";
import { documentProblems, notUsable, twins } from "../ram/document-problems.ts";
import { policiesSchema } from "../ram/policy/policy-schema.ts";
import type { Policy } from "../ram/policy/policy.ts";

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
  const problems = [...documentProblems("keys", error), ...twins("keys", idsOf(document), "accessKeyId")];
  if (data === undefined || problems.length > 0) {
    throw notUsable("IMM_LOCAL_KEYS: the keys are not valid.", problems);
  }
  return data;
}

function idsOf(document: unknown): unknown[] {
  return Array.isArray(document)
    ? document.map((member: Partial<LocalKey> | null) => member?.accessKeyId)
    : [];
}
