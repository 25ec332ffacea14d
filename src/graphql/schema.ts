import "./schema/scalars.ts";
import "./project/project.ts";
import "./project/projects.ts";
import "./project/create-project.ts";
import "./project/update-project.ts";
import "./project/delete-project.ts";
import "./dataset/dataset.ts";
import "./dataset/datasets.ts";
import "./dataset/create-dataset.ts";
import "./dataset/update-dataset.ts";
import "./dataset/delete-dataset.ts";
import "./file/file.ts";
import "./file/common-fields.ts";
import "./file/object-fields.ts";
import "./file/image-fields.ts";
import "./file/media-fields.ts";
import "./file/content-fields.ts";
import "./file/files.ts";
import "./file/file-indexed.ts";
import "./file/indexing/index-file-meta.ts";
import "./file/indexing/batch-index-file-meta.ts";
import "./file/indexing/update-file-meta.ts";
import "./file/indexing/batch-update-file-meta.ts";
import "./file/indexing/delete-file-meta.ts";
import "./file/indexing/batch-delete-file-meta.ts";
import "./query/query.ts";
import "./query/search.ts";
import "./query/semantic-search.ts";
import "./query/aggregate/aggregate.ts";
import "./task/task.ts";
import "./task/tasks.ts";
import "./binding/binding.ts";
import "./binding/bindings.ts";
import "./binding/create-binding.ts";
import "./binding/delete-binding.ts";
import "./oss-bucket/oss-bucket-attachment.ts";
import "./oss-bucket/attached-oss-buckets.ts";
import "./oss-bucket/attach-oss-bucket.ts";
import "./oss-bucket/detach-oss-bucket.ts";
import "./viewer/viewer.ts";
import { builder } from "./schema/builder.ts";
import { describeMembers } from "./query/describe-members.ts";
import { resolveEntitiesSeparately } from "./subgraph/entities.ts";
import { shapeInputFields } from "./input/shape-input-fields.ts";
import { resolveIdsSynchronously } from "./schema/node-ids.ts";

/** The graph: a federation subgraph that also serves alone. */
export const schema = builder.toSubGraphSchema({
  linkUrl: "https://specs.apollo.dev/federation/v2.6",
  // Left out, they are found by building the whole graph once more.
  federationDirectives: ["@inaccessible", "@key", "@shareable", "@tag"],
});

describeMembers(schema);
resolveEntitiesSeparately(schema);
resolveIdsSynchronously(schema);
shapeInputFields(schema);
