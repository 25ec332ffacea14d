/**
 * The members that identify a resource. The client rejects a reply without them, so the wire types declare them as
 * present.
 */
export const resourceKeys: Readonly<Record<string, readonly string[]>> = {
  Dataset: ["ProjectName", "DatasetName"],
  Project: ["ProjectName"],
  TaskInfo: ["TaskType", "TaskId"],
};
