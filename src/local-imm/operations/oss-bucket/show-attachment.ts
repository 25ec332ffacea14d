import type { Reply } from "../../../contract/wire.ts";
import type { OSSBucketAttachment } from "../../store/oss-bucket-attachments.ts";
import { formatTime } from "../../time.ts";

/** An attachment as IMM answers it to who knows its bucket. */
export function showAttachment({
  ProjectName,
  Description,
  CreateTime,
  UpdateTime,
}: OSSBucketAttachment): Omit<Reply<"GetOSSBucketAttachment">, "RequestId"> {
  return {
    ProjectName,
    Description,
    CreateTime: formatTime(CreateTime),
    UpdateTime: formatTime(UpdateTime),
  };
}
