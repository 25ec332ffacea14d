import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import { toJsonText } from "../../text/to-json-text.ts";
import type { Context } from "../context.ts";
import { operationTooLarge } from "../cost/operation-too-large.ts";
import { badInput } from "../input/bad-input.ts";
import { rootFieldNodes } from "../loading/selection.ts";

type Resolve = GraphQLFieldResolver<unknown, Context, { representations: readonly unknown[] }>;

/**
 * Resolves each representation that a router sends separately: Apollo's resolver fails all of them if one names a type
 * that it doesn't know. A request with too many is rejected.
 */
export function resolveEntitiesSeparately(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()["_entities"];
  const resolveAll = field?.resolve as Resolve | undefined;
  if (!field || !resolveAll) throw new Error("The schema has no entities.");
  const counted = new WeakSet<Context>();

  const resolve: Resolve = (source, { representations }, context, info) => {
    if (!counted.has(context)) checkCount(info, context);
    counted.add(context);
    const union = getNamedType(info.returnType);
    const entities = isAbstractType(union) ? info.schema.getPossibleTypes(union).map(({ name }) => name) : [];
    return representations.map(async (representation) => {
      checkType(representation, entities, context);
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

/** Counts the representations of all `_entities` of an operation, equal ones once: a router may send one twice. */
function checkCount(info: GraphQLResolveInfo, { maxRepresentations }: Context): void {
  const field = info.parentType.getFields()[info.fieldName]!;
  const lists = rootFieldNodes(info).map(
    (node) => getArgumentValues(field, node, info.variableValues)["representations"] as readonly unknown[],
  );
  const requested = Math.max(
    new Set(lists.flat().map(toJsonText)).size,
    ...lists.map(({ length }) => length),
  );
  if (requested <= maxRepresentations) return;
  throw operationTooLarge({
    limit: "representations",
    requested,
    allowed: maxRepresentations,
    message: `A request may bring ${maxRepresentations} representations: send the others in requests of their own.`,
  });
}

function checkType(representation: unknown, entities: readonly string[], { suggestions }: Context): void {
  const typeName =
    typeof representation === "object" && representation !== null && "__typename" in representation
      ? representation.__typename
      : undefined;
  if (entities.includes(typeName as string)) return;
  throw badInput({
    field: "representations.__typename",
    sent: toJsonText(typeName),
    allowed: suggestions ? entities.join(", ") : undefined,
    message: "No entity of this graph has that type.",
  });
}
