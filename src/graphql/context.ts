import type { ImmClient } from "../imm/client.ts";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What every resolver of one request is given. */
export interface Context {
  readonly imm: ImmClient;
  readonly loaders: Loaders;
}

/** Makes the context of one request around its client. */
export function createContext(imm: ImmClient): Context {
  return { imm, loaders: createLoaders(imm) };
}
