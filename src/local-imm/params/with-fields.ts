import { contract } from "../../contract/contract.ts";
import type { Params } from "./params.ts";
import { choice } from "./schemas/choice.ts";
import { list } from "./schemas/list.ts";

const names = list(choice(Object.keys(contract.models["File"]!)));

/** Which fields of files are asked for; undefined for all. */
export function readWithFields(params: Params): readonly string[] | undefined {
  const asked = params.json("WithFields", names)?.filter((name) => name !== undefined);
  return asked?.length ? [...new Set(asked)] : undefined;
}
