import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
} from "graphql";
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
  if (args.length > 0 || !completesWithoutInfo(getNamedType(type))) return undefined;
  const isLeaf = isLeafType(getNullableType(type));
  const { pothosExposedField: exposed, pothosOriginalResolve: resolve } = extensions;
  return typeof exposed === "string" && typeof resolve === "function"
    ? { isLeaf, name: exposed, resolve: resolve as ReadProperty["resolve"] }
    : { isLeaf, name, resolve: defaultFieldResolver };
}

/** Only a test of a value's type is given the info of its field. */
function completesWithoutInfo(type: GraphQLNamedType): boolean {
  return isLeafType(type) || (isObjectType(type) && !type.isTypeOf);
}
