import SchemaBuilder from "@pothos/core";
import DirectivesPlugin from "@pothos/plugin-directives";
import FederationPlugin from "@pothos/plugin-federation";
import RelayPlugin from "@pothos/plugin-relay";
import type * as wire from "../../contract/wire.ts";
import type { Context } from "../context.ts";
import { decodeGlobalId, encodeGlobalId, idDescription } from "./global-id.ts";

export interface Text {
  Input: string;
  Output: string;
}
export interface SafeInteger {
  Input: number;
  Output: wire.Long;
}
export interface Long {
  Input: string;
  Output: wire.Long;
}

/** What the graph is built with. A noun's file calls it when it is loaded; schema.ts lists those files. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    AttachmentDescription: Text;
    BucketName: Text;
    BucketUri: Text;
    Count: SafeInteger;
    DatasetMaxBindCount: SafeInteger;
    DatasetMaxEntityCount: Long;
    DatasetMaxFileCount: SafeInteger;
    DatasetMaxRelationCount: Long;
    DatasetMaxTotalFileSize: Long;
    DatasetName: Text;
    DateTime: Text;
    Description: Text;
    FileUri: Text;
    Long: Long;
    Prefix: Text;
    ProjectMaxDatasetCount: SafeInteger;
    ProjectName: Text;
    SearchText: Text;
    TagKey: Text;
    Text: Text;
    UserData: Text;
  };
}>({
  defaultFieldNullability: false,
  plugins: [RelayPlugin, DirectivesPlugin, FederationPlugin],
  directives: { useGraphQLToolsUnorderedDirectives: true },
  relay: {
    decodeGlobalID: (id) => decodeGlobalId(id),
    encodeGlobalID: (typename, id) => encodeGlobalId(typename, String(id)),
    nodesOnConnection: { description: "The things on this page, without their cursors." },
    nodesQueryOptions: false,
    nodeQueryOptions: {
      description: "Whatever has this `id`, or null where it is gone.",
      args: { id: { description: "The `id` that a Project, a Dataset or another Node answered." } },
    },
    nodeTypeOptions: { description: "Something that can be read again by its `id` alone." },
    idFieldOptions: { description: idDescription },
    pageInfoTypeOptions: { description: "Where a page stands in its list.", shareable: true },
    hasNextPageFieldOptions: { description: "Whether there is more behind this page." },
    hasPreviousPageFieldOptions: { description: "Whether this page was asked for by `after`." },
    startCursorFieldOptions: { description: "The first thing's cursor; null on an empty page." },
    endCursorFieldOptions: {
      description: "The last thing's cursor, for the next page's `after`; null on an empty page.",
    },
    edgesFieldOptions: { nullable: false, description: "The things on this page, each with its cursor." },
    nodeFieldOptions: { nullable: false, description: "The thing itself." },
    cursorFieldOptions: { description: "Where the thing stands; `after` takes it." },
    pageInfoFieldOptions: { description: "Where the page stands in the list." },
  },
});

builder.queryType({ description: "Reads. Each costs as few calls to IMM as its selection needs." });
builder.mutationType({ description: "Writes. Those of one document run one after the other, in its order." });
builder.subscriptionType({
  description:
    "Events, as a stream by GraphQL over SSE (`accept: text/event-stream`). A stream completes after its last event.",
});
