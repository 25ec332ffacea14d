/**
 * The members that identify a resource. The client rejects a reply without them, so the wire types declare them as
 * present.
 */
export const resourceKeys: Readonly<Record<string, readonly string[]>> = {
  Binding: ["ProjectName", "DatasetName", "URI"],
  Dataset: ["ProjectName", "DatasetName"],
  GetOSSBucketAttachmentResponseBody: ["ProjectName"],
  ListAttachedOSSBucketsResponseBodyAttachedOSSBuckets: ["OSSBucket"],
  Project: ["ProjectName"],
  TaskInfo: ["TaskType", "TaskId"],
};
