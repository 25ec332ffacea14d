import { z } from "zod";
import { conditionKeys } from "../request-context.ts";
import { parsePolicy, PolicyError, type Policy } from "./policy.ts";

/** A list of RAM policies inside a document of ours. */
export const policiesSchema = z.array(
  z.unknown().transform((document, context): Policy => {
    try {
      return parsePolicy(document, { conditionKeys });
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  }),
);
