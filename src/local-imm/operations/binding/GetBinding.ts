import type { Operation } from "../operation.ts";
import { findBinding } from "./find-binding.ts";
import { showBinding } from "./show-binding.ts";

export const GetBinding: Operation<"GetBinding"> = (params, { store }) => ({
  Binding: showBinding(findBinding(params, store)),
});
