import type { FieldRef, InputFieldBuilder } from "@pothos/core";
import type * as wire from "../../contract/wire.ts";
import type { builder } from "./builder.ts";

type Types = (typeof builder)["$inferSchemaTypes"];

type Limit =
  | "datasetMaxBindCount"
  | "datasetMaxEntityCount"
  | "datasetMaxFileCount"
  | "datasetMaxRelationCount"
  | "datasetMaxTotalFileSize";

/** The five limits of a dataset as inputs. `unset` says what holds where one is left out. */
export function limitInputs(t: InputFieldBuilder<Types, "InputObject">, unset: string) {
  return {
    datasetMaxBindCount: t.field({
      type: "DatasetMaxBindCount",
      description: `How many OSS buckets may be bound to a dataset, 1 to 10. ${unset} Example: \`10\`.`,
    }),
    datasetMaxFileCount: t.field({
      type: "DatasetMaxFileCount",
      description: `How many files a dataset may hold, 1 to 100000000. ${unset} Example: \`100000000\`.`,
    }),
    datasetMaxEntityCount: t.field({
      type: "DatasetMaxEntityCount",
      description: `How many entities a dataset may hold, 1 to 2^63-1; reserved, not enforced. ${unset} Example: \`"10000000000"\`.`,
    }),
    datasetMaxRelationCount: t.field({
      type: "DatasetMaxRelationCount",
      description: `How many relations a dataset may hold, 1 to 2^63-1; reserved, not enforced. ${unset} Example: \`"100000000000"\`.`,
    }),
    datasetMaxTotalFileSize: t.field({
      type: "DatasetMaxTotalFileSize",
      description: `How many bytes the files of a dataset may have together, 1 to 2^63-1; past it no more are indexed. ${unset} Example: \`"90000000000000000"\`.`,
    }),
  };
}

/** The five limits as fields of what has them; `whose` says what they hold for. */
export function limitFields(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, wire.Dataset | wire.Project>,
  whose: string,
): Record<Limit, FieldRef<Types>> {
  return {
    datasetMaxBindCount: t.expose("DatasetMaxBindCount", {
      type: "DatasetMaxBindCount",
      nullable: true,
      description: `How many OSS buckets may be bound to ${whose}. Example: \`10\`.`,
    }),
    datasetMaxFileCount: t.expose("DatasetMaxFileCount", {
      type: "DatasetMaxFileCount",
      nullable: true,
      description: `How many files ${whose} may hold. Example: \`100000000\`.`,
    }),
    datasetMaxEntityCount: t.expose("DatasetMaxEntityCount", {
      type: "DatasetMaxEntityCount",
      nullable: true,
      description: `How many entities ${whose} may hold; reserved, not enforced. Example: \`"10000000000"\`.`,
    }),
    datasetMaxRelationCount: t.expose("DatasetMaxRelationCount", {
      type: "DatasetMaxRelationCount",
      nullable: true,
      description: `How many relations ${whose} may hold; reserved, not enforced. Example: \`"100000000000"\`.`,
    }),
    datasetMaxTotalFileSize: t.expose("DatasetMaxTotalFileSize", {
      type: "DatasetMaxTotalFileSize",
      nullable: true,
      description: `How many bytes the files of ${whose} may have together; past it no more are indexed. Example: \`"90000000000000000"\`.`,
    }),
  };
}
