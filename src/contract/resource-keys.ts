/**
 * By these members a thing is known. A reply without them can't be handed on as that thing: the client
 * refuses it, and so the wire types say that they are there.
 */
export const resourceKeys: Readonly<Record<string, readonly string[]>> = {
  Dataset: ["ProjectName", "DatasetName"],
  Project: ["ProjectName"],
  TaskInfo: ["TaskType", "TaskId"],
};
