import {
  GraphQLError,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";

interface AbstractValue {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLAbstractType;
  readonly value: unknown;
  readonly nodes: readonly FieldNode[];
  readonly coordinate: string;
}

/** ResolveAbstractType: the object type of the name that a type resolver returned for a value. */
export function runtimeTypeOf(
  name: unknown,
  { schema, type, value, nodes, coordinate }: AbstractValue,
): GraphQLObjectType {
  const must = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${coordinate}"`;
  if (name === null || name === undefined) {
    throw new GraphQLError(
      `${must}. Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      "Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.",
    );
  }
  if (typeof name !== "string") {
    throw new GraphQLError(`${must} with value ${inspect(value)}, received "${inspect(name)}".`);
  }
  const runtimeType = schema.getType(name);
  if (!runtimeType) {
    throw new GraphQLError(
      `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`,
      { nodes },
    );
  }
  if (!isObjectType(runtimeType)) {
    throw new GraphQLError(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`, {
      nodes,
    });
  }
  if (!schema.isSubType(type, runtimeType)) {
    throw new GraphQLError(`Runtime Object type "${name}" is not a possible type for "${type.name}".`, {
      nodes,
    });
  }
  return runtimeType;
}
