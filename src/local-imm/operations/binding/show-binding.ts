import type { Binding as WireBinding } from "../../../contract/wire.ts";
import type { Binding } from "../../store/bindings.ts";
import { bucketUri } from "../../buckets/oss-uri.ts";
import { formatTime } from "../../time.ts";
import { present } from "../present.ts";

/** A binding as IMM answers it. */
export function showBinding(binding: Binding): WireBinding {
  const { ProjectName, DatasetName, Bucket, State, Phase, Reason, CreateTime, UpdateTime } = binding;
  return {
    ...{ ProjectName, DatasetName, URI: bucketUri(Bucket), State, Phase },
    ...present({ Reason }),
    CreateTime: formatTime(CreateTime),
    UpdateTime: formatTime(UpdateTime),
  };
}
