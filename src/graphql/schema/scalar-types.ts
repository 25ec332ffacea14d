const long = { input: "number | string", output: "string" };

/**
 * The TypeScript type of each scalar of the graph, as graphql-codegen's `scalars` takes it. A 64-bit number is a
 * decimal string in an answer; in a variable it may be a number up to 2^53−1 too.
 */
export const scalars = {
  AttachmentDescription: "string",
  BucketName: "string",
  BucketUri: "string",
  Count: "number",
  DatasetMaxBindCount: "number",
  DatasetMaxEntityCount: long,
  DatasetMaxFileCount: "number",
  DatasetMaxRelationCount: long,
  DatasetMaxTotalFileSize: long,
  DatasetName: "string",
  DateTime: "string",
  Description: "string",
  FileUri: "string",
  Long: long,
  Prefix: "string",
  ProjectMaxDatasetCount: "number",
  ProjectName: "string",
  SearchText: "string",
  TagKey: "string",
  Text: "string",
  UserData: "string",
};
