import { defaultFirst, fieldsToRead, type TypeCalls } from "../../contract/calls.ts";
import { parametersOf } from "../../contract/contract.ts";
import {
  aggregableMembers,
  aggregatedBy,
  groupsPage,
  type Aggregated,
  type Aggregation,
} from "../../contract/query/aggregations.ts";
import type { Action } from "../../contract/wire.ts";
import type { ParamValues } from "./planned-params.ts";

/** The type of the graph whose selection is what a call computes. */
export const aggregateType = "FileAggregate";

type Params = Record<string, unknown>;

/** The parameters by which a list says what it wants of its items, before any field of them is selected. */
export function projectionOf(action: Action): Params {
  const parameters = parametersOf(action);
  return {
    ...(parameters["WithFields"] && { WithFields: ["URI"] }),
    ...(parameters["WithoutTotalHits"] && { WithoutTotalHits: true }),
  };
}

/** Asks a list for a field of its items. */
export function askOfItems(list: Params, { fieldList, keyFields }: TypeCalls, field: string): void {
  const before = fieldList && list[fieldList.parameter];
  if (!Array.isArray(before)) return;
  const listed = fieldsToRead(fieldList!, keyFields, [field]) ?? [];
  list[fieldList!.parameter] = [...new Set([...(before as string[]), ...listed])];
}

/** An aggregate of files. Its call is made once something in it is selected. */
export interface PlannedAggregate {
  readonly about: Aggregated;
  readonly params: Params;
  readonly makeCall: (params: ParamValues) => void;
}

/** An aggregate of which nothing is selected yet. */
export function plannedAggregate(params: Params, makeCall: PlannedAggregate["makeCall"]): PlannedAggregate {
  return { about: { members: aggregableMembers }, params, makeCall };
}

/** Asks an aggregate for a field; what that is about, if it is an aggregate too. */
export function askOfAggregate(
  aggregate: PlannedAggregate,
  { fieldName, args, isNested }: { fieldName: string; args: ParamValues; isNested: boolean },
): PlannedAggregate | undefined {
  const { params, makeCall } = aggregate;
  const about = aggregatedBy(aggregate.about, fieldName, args);
  if (!about) return undefined;
  if (!("aggregation" in about)) return { ...aggregate, about };
  if (!params["Aggregations"]) makeCall(params);
  const before = (params["Aggregations"] ?? []) as Aggregation[];
  const { Field, Operation } = about.aggregation;
  const isKnown = before.some((each) => each.Field === Field && each.Operation === Operation);
  params["Aggregations"] = isKnown ? before : [...before, about.aggregation];
  if (fieldName === "groups") {
    const first = (args["first"] ?? defaultFirst(groupsPage, isNested)) as number;
    if (first < 1 || first > groupsPage.max) throw new Error(`A page has 1..${groupsPage.max} things.`);
    params["MaxResults"] = Math.max((params["MaxResults"] as number | undefined) ?? 0, first);
  }
  return undefined;
}
