import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";

export const ElementContentType = builder.objectRef<wire.ElementContent>("ElementContent").implement({
  description: "A part of an element.",
  fields: (t) => ({
    type: t.exposeString("Type", {
      nullable: true,
      description: "What it is: `text`, `image` or `link`. Example: `text`.",
    }),
    content: t.exposeString("Content", {
      nullable: true,
      description: "Its text; of an image or a link, the text in its place. Example: `文本片段`.",
    }),
    url: t.exposeString("URL", {
      nullable: true,
      description: "Where an image or a link leads. Example: `http://aliyun.com`.",
    }),
    timeRange: t.expose("TimeRange", {
      type: ["Long"],
      nullable: true,
      description: 'When it starts and when it ends, in milliseconds. Example: `["0", "1500"]`.',
    }),
  }),
});

export const ElementRelationType = builder.objectRef<wire.ElementRelation>("ElementRelation").implement({
  description: "How an element relates to another.",
  fields: (t) => ({
    objectId: t.exposeString("ObjectId", {
      nullable: true,
      description: "The other element. Example: `id1`.",
    }),
    type: t.exposeString("Type", {
      nullable: true,
      description: "What that is to it: `child` or `parent`. Example: `child`.",
    }),
  }),
});

export const ElementType = builder.objectRef<wire.Element>("Element").implement({
  description: "A fragment of a document that a semantic search has found.",
  fields: (t) => ({
    objectId: t.exposeString("ObjectId", {
      nullable: true,
      description: "Its ID; unique in the document. Example: `id1`.",
    }),
    elementType: t.exposeString("ElementType", {
      nullable: true,
      description: "What it is: `title`, `image`, `table` or `narrative-text`. Example: `title`.",
    }),
    elementContents: t.expose("ElementContents", {
      type: [ElementContentType],
      nullable: true,
      description: "What it contains.",
    }),
    elementRelations: t.expose("ElementRelations", {
      type: [ElementRelationType],
      nullable: true,
      description: "How it relates to other elements.",
    }),
    semanticSimilarity: t.exposeFloat("SemanticSimilarity", {
      nullable: true,
      description: "How similar it is to what was searched for; more is closer. Example: `0.8`.",
    }),
  }),
});
