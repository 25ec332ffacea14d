import { notFound } from "../../http/fault.ts";
import { findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { readBindingKey } from "./read-binding-key.ts";
import { showBinding } from "./show-binding.ts";

export const GetBinding: Operation<"GetBinding"> = (params, { store }) => {
  const key = readBindingKey(params);
  findDataset(key, store);
  const binding = store.bindings.find(key);
  if (!binding) throw notFound("Binding");
  return { Binding: showBinding(binding) };
};
