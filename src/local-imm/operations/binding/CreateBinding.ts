import { alreadyExists, tooMany } from "../../http/fault.ts";
import type { Binding } from "../../store/bindings.ts";
import { checkBucket } from "../check-bucket.ts";
import { findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { readBindingKey } from "./read-binding-key.ts";
import { showBinding } from "./show-binding.ts";

export const CreateBinding: Operation<"CreateBinding"> = (params, { store, now, buckets, bindings }) => {
  const key = readBindingKey(params);
  const dataset = findDataset(key, store);
  if (store.bindings.find(key)) throw alreadyExists("Binding");
  checkBucket(key.Bucket, buckets);
  if (dataset.BindCount >= dataset.DatasetMaxBindCount) throw tooMany();
  const time = now();
  const binding: Binding = {
    ...key,
    State: "Ready",
    Phase: "FullScanning",
    Reason: null,
    CreateTime: time,
    UpdateTime: time,
  };
  bindings.created(store.bindings.insert(binding));
  return { Binding: showBinding(binding) };
};
