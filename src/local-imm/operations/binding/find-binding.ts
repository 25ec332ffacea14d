import { notFound } from "../../http/fault.ts";
import type { Params } from "../../params/params.ts";
import type { StoredBinding } from "../../store/bindings.ts";
import type { Store } from "../../store/store.ts";
import { findDataset } from "../find-dataset.ts";
import { readBindingKey } from "./read-binding-key.ts";

/** The binding that a call names. IMM looks for its dataset first. */
export function findBinding(params: Params, store: Store): StoredBinding {
  const key = readBindingKey(params);
  findDataset(key, store);
  const binding = store.bindings.find(key);
  if (!binding) throw notFound("Binding");
  return binding;
}
