import { defaultFieldResolver, getNullableType, isLeafType, type GraphQLField } from "graphql";
import type { ReadProperty } from "./plan.ts";

/**
 * The property that a field without arguments answers as it is: one of its own name, or one that Pothos exposes under
 * another. Pothos keeps the resolver that it made beside that name. A plugin may replace a field's resolver at any time,
 * so whoever reads the property compares the resolver first.
 */
export function readPropertyOf({
  name,
  type,
  args,
  extensions,
}: GraphQLField<unknown, unknown>): ReadProperty | undefined {
  if (args.length > 0 || !isLeafType(getNullableType(type))) return undefined;
  const { pothosExposedField: exposed, pothosOriginalResolve: resolve } = extensions;
  return typeof exposed === "string" && typeof resolve === "function"
    ? { name: exposed, resolve: resolve as ReadProperty["resolve"] }
    : { name, resolve: defaultFieldResolver };
}
