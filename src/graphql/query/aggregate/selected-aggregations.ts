import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLResolveInfo,
} from "graphql";
import {
  aggregableMembers,
  aggregatedBy,
  groupsPage,
  type Aggregated,
  type Aggregation,
} from "../../../contract/query/aggregations.ts";
import { nodesBelow } from "../../loading/selection.ts";
import { firstOf } from "../../paging/connection.ts";
import { nameOf } from "./aggregates.ts";

/** What a query selects of the aggregate being resolved. */
export interface SelectedAggregations {
  readonly Aggregations: readonly Aggregation[];
  /** How many groups it wants; undefined if none are selected. */
  readonly groups: number | undefined;
}

/**
 * Finds what a query selects of the aggregate being resolved, each aggregation once.
 *
 * @throws QueryProblem, or GraphQLError `BAD_USER_INPUT`, for an argument that IMM wouldn't take.
 */
export function selectedAggregations(info: GraphQLResolveInfo): SelectedAggregations {
  const found = new Map<string, Aggregation>();
  let groups: number | undefined;

  function look(around: Aggregated, nodes: readonly FieldNode[], type: unknown): void {
    if (!isObjectType(type)) return;
    for (const node of nodesBelow(info, nodes)) {
      const field = type.getFields()[node.name.value];
      if (!field) continue;
      const args = getArgumentValues(field, node, info.variableValues);
      const about = aggregatedBy(around, field.name, args);
      if (!about) continue;
      if (!("aggregation" in about)) {
        look(about, [node], getNamedType(field.type));
        continue;
      }
      found.set(nameOf(about.aggregation), about.aggregation);
      if (field.name !== "groups") continue;
      const first = firstOf(args["first"] as number | null | undefined, info, groupsPage);
      groups = Math.max(groups ?? 0, first);
    }
  }

  look({ members: aggregableMembers }, info.fieldNodes, getNamedType(info.returnType));
  return { Aggregations: [...found.values()], groups };
}
