import { z } from "zod";
import { documentProblems, notUsable } from "../ram/document-problems.ts";
import { policiesSchema } from "../ram/policy/policy-schema.ts";
import type { Permissions } from "./permissions.ts";

const roles = z
  .record(z.string().min(1), policiesSchema)
  .refine((record) => Object.keys(record).length > 0, "must hold at least one role");

/**
 * Reads a document of roles and their policies: `{ role: [policy, …] }`, the policies being RAM's documents.
 *
 * @throws Error that names every problem.
 */
export function parsePolicies(document: unknown): Permissions["roles"] {
  const { data, error } = roles.safeParse(document);
  if (data) return new Map(Object.entries(data));
  throw notUsable("The policies are not valid.", documentProblems("policies", error));
}
