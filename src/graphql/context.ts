import type { Caller } from "../imm/caller.ts";
import type { ImmClient } from "../imm/client.ts";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What every resolver of one request is given. */
export interface Context {
  readonly caller: Caller;
  readonly imm: ImmClient;
  readonly loaders: Loaders;
}

/** Makes the context of one request around its caller and its client. */
export function createContext({ caller, imm }: Pick<Context, "caller" | "imm">): Context {
  return { caller, imm, loaders: createLoaders(imm) };
}
