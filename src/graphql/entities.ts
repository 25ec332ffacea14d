import {
  getNamedType,
  isAbstractType,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import { badInput, show } from "./bad-input.ts";
import type { Context } from "./context.ts";
import { operationTooLarge } from "./operation-too-large.ts";

type Resolve = GraphQLFieldResolver<unknown, Context, { representations: readonly unknown[] }>;

const maxRepresentations = 100;

/**
 * Lets each representation that a router sends succeed or fail alone: Apollo's resolver fails all of them
 * where one names a type that it doesn't know. More than 100 are refused together.
 */
export function isolateEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()["_entities"];
  const resolveAll = field?.resolve as Resolve | undefined;
  if (!field || !resolveAll) throw new Error("The schema has no entities.");

  const resolve: Resolve = (source, { representations }, context, info) => {
    if (representations.length > maxRepresentations) throw tooMany(representations.length);
    const union = getNamedType(info.returnType);
    const entities = isAbstractType(union) ? info.schema.getPossibleTypes(union).map(({ name }) => name) : [];
    return representations.map(async (representation) => {
      checkType(representation, entities);
      const [entity] = (await resolveAll(
        source,
        { representations: [representation] },
        context,
        info,
      )) as unknown[];
      return entity;
    });
  };
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
}

function tooMany(asked: number): GraphQLError {
  return operationTooLarge({
    limit: "representations",
    asked,
    allowed: maxRepresentations,
    message: `A request may bring ${maxRepresentations} representations: send the others in requests of their own.`,
  });
}

function checkType(representation: unknown, entities: readonly string[]): void {
  const typeName =
    typeof representation === "object" && representation !== null && "__typename" in representation
      ? representation.__typename
      : undefined;
  if (entities.includes(typeName as string)) return;
  throw badInput({
    field: "representations.__typename",
    sent: show(typeName),
    allowed: entities.join(", "),
    message: "No entity of this graph has that type.",
  });
}
