import { notFound } from "../../http/fault.ts";
import { findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { readBindingKey } from "./read-binding-key.ts";

export const DeleteBinding: Operation<"DeleteBinding"> = (params, { store, bindings }) => {
  const key = readBindingKey(params);
  findDataset(key, store);
  const binding = store.bindings.find(key);
  if (!binding) throw notFound("Binding");
  store.bindings.delete(binding);
  bindings.deleted(binding);
  return {};
};
