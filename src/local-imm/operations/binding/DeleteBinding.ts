import type { Operation } from "../operation.ts";
import { findBinding } from "./find-binding.ts";

export const DeleteBinding: Operation<"DeleteBinding"> = (params, { store, bindings }) => {
  const binding = findBinding(params, store);
  store.queue.removeFoundBy(binding.BindingId);
  store.bindings.delete(binding);
  bindings.deleted(binding);
  return {};
};
