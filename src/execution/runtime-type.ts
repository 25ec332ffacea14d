import {
  GraphQLError,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import type { FieldPlace } from "./plan.ts";

interface AbstractValue {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLAbstractType;
  readonly value: unknown;
  readonly place: FieldPlace;
}

/**
 * ResolveAbstractType: the object type of the name that a type resolver returned.
 *
 * @throws GraphQLError in graphql-js' words if it isn't one that the value may have.
 */
export function runtimeTypeOf(
  name: unknown,
  { schema, type: { name: abstract }, type, value, place }: AbstractValue,
): GraphQLObjectType {
  if (name === null || name === undefined || (typeof name !== "string" && !isObjectType(name))) {
    const must = `Abstract type "${abstract}" must resolve to an Object type at runtime for field "${place.coordinate}"`;
    throw new GraphQLError(
      name === null || name === undefined
        ? `${must}. Either the "${abstract}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`
        : `${must} with value ${inspect(value)}, received "${inspect(name)}".`,
    );
  }
  if (typeof name !== "string") {
    throw new GraphQLError(
      "Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.",
    );
  }
  const runtimeType = schema.getType(name);
  if (!isObjectType(runtimeType)) {
    const what = runtimeType ? "non-object type" : "type";
    const where = runtimeType ? "" : " that does not exist inside the schema";
    throw new GraphQLError(`Abstract type "${abstract}" was resolved to a ${what} "${name}"${where}.`);
  }
  if (!schema.isSubType(type, runtimeType)) {
    throw new GraphQLError(`Runtime Object type "${name}" is not a possible type for "${abstract}".`);
  }
  return runtimeType;
}
