import SchemaBuilder from "@pothos/core";
import type { Context } from "../datasets.ts";

interface Scalar<Value> {
  Input: Value;
  Output: Value;
}

/** What a router sends for an entity; a dataset is the only one. */
interface Representation {
  readonly projectName: string;
  readonly datasetName: string;
}

export const builder = new SchemaBuilder<{
  Context: Context;
  Scalars: {
    Count: Scalar<number>;
    DatasetMaxBindCount: Scalar<number>;
    DatasetMaxEntityCount: Scalar<string | number>;
    DatasetMaxFileCount: Scalar<number>;
    DatasetMaxRelationCount: Scalar<string | number>;
    DatasetMaxTotalFileSize: Scalar<string | number>;
    DatasetName: Scalar<string>;
    DateTime: Scalar<string>;
    Description: Scalar<string>;
    FileUri: Scalar<string>;
    Long: Scalar<string | number>;
    ProjectName: Scalar<string>;
    Text: Scalar<string>;
    _Any: Scalar<Representation>;
  };
}>({});

for (const name of ["Count", "DatasetMaxBindCount", "DatasetMaxFileCount", "_Any"] as const) {
  builder.scalarType(name, { serialize: (value) => value });
}
for (const name of ["DatasetName", "DateTime", "Description", "FileUri", "ProjectName", "Text"] as const) {
  builder.scalarType(name, { serialize: (value) => value });
}
for (const name of [
  "DatasetMaxEntityCount",
  "DatasetMaxRelationCount",
  "DatasetMaxTotalFileSize",
  "Long",
] as const) {
  builder.scalarType(name, { serialize: String });
}
