import { simpleQueryParams } from "../../../contract/query/query-params.ts";
import { DatasetType } from "../../dataset/dataset.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { placed, readArguments } from "../query-arguments.ts";
import { whereArgument } from "../where/where.ts";
import { Aggregates } from "./aggregates.ts";
import { FileAggregateType } from "./file-aggregate.ts";
import { selectedAggregations } from "./selected-aggregations.ts";

builder.objectField(DatasetType, "aggregate", (t) =>
  t.field({
    description:
      "How many files match, and statistics of their fields. One call computes everything that is selected.",
    type: FileAggregateType,
    nullable: true,
    ...callsAction("SimpleQuery"),
    args: whereArgument("Default: all files."),
    async resolve({ ProjectName, DatasetName }, asked, { imm }, info) {
      const { params, query } = readArguments(() => simpleQueryParams({ ...asked }));
      const { Aggregations, groups } = readArguments(() => selectedAggregations(info));
      if (Aggregations.length === 0) return new Aggregates();
      const call = {
        ...{ ProjectName, DatasetName, ...params, Aggregations: [...Aggregations] },
        ...(groups !== undefined && { MaxResults: groups }),
      };
      const reply = await placed(query, imm.call("SimpleQuery", call));
      return new Aggregates(reply.Aggregations ?? []);
    },
  }),
);
