import type { Params } from "../../params/params.ts";
import { bucketOfUri } from "../../params/schemas/bucket.ts";
import type { BindingKey } from "../../store/bindings.ts";

/** Which binding. The contract leaves its dataset and its URI optional; without them it names none. */
export function readBindingKey(params: Params): BindingKey {
  params.require("DatasetName", "URI");
  return {
    ProjectName: params.name("ProjectName"),
    DatasetName: params.name("DatasetName"),
    Bucket: params.read("URI", bucketOfUri)!,
  };
}
