import { aggregations, type NamedAggregation } from "../../params/aggregations.ts";
import { readConditions } from "../../params/conditions.ts";
import type { Params } from "../../params/params.ts";
import { integer } from "../../params/schemas/integer.ts";
import { queryTree } from "../../params/schemas/query-tree.ts";
import type { Condition } from "../../store/search/conditions/condition.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Context, Operation } from "../operation.ts";
import { findFiles, refuse, scopeOf } from "./find-files.ts";
import { showAggregate } from "./show-aggregate.ts";

const maxGroups = 2000n;
const size = { min: 0n, max: 100n, default: 100n } as const;
// IMM takes more groups than it returns.
const groupCount = integer(0n, 2n ** 31n - 1n);

/** What failed to be indexed is found by a condition on its ObjectStatus alone: IMM's documents don't say whether it is. */
export const SimpleQuery: Operation<"SimpleQuery"> = async (params, context, signal) => {
  const tree = params.json("Query", queryTree);
  const condition = tree && readConditions(tree);
  const asked = params.json("Aggregations", aggregations);
  if (asked?.length) {
    return { Aggregations: await computeAll(params, context, { condition, asked }, signal), NextToken: "" };
  }
  const withTotal = !params.flag("WithoutTotalHits");
  const selection = { Query: tree };
  return findFiles(params, context, { action: "SimpleQuery", size, condition, selection, withTotal }, signal);
};

interface Asked {
  readonly condition: Condition | undefined;
  readonly asked: readonly NamedAggregation[];
}

async function computeAll(
  params: Params,
  { store, accountId }: Context,
  { condition, asked }: Asked,
  signal: AbortSignal | undefined,
) {
  const key = datasetKeyOf(params);
  const groups = params.read("MaxResults", groupCount) || size.default;
  const { DatasetId } = findDataset(key, store);
  const scope = scopeOf(DatasetId, { ...key, OwnerId: accountId });
  const most = Number(groups < maxGroups ? groups : maxGroups);
  const wanted = { aggregations: asked, maxGroups: most };
  const computed = await store.search.aggregate({ scope, condition }, wanted, signal).catch(refuse);
  return computed.map((aggregate, index) => showAggregate(asked[index]!, aggregate));
}
