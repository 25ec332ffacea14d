import type { ImmClient } from "../imm/client.ts";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What every resolver of one request is given. */
export interface Context {
  readonly imm: ImmClient;
  readonly loaders: Loaders;
  /** How many representations its `_entities` may bring. */
  readonly maxRepresentations: number;
}

/** Makes the context of one request around its client. */
export function createContext(
  imm: ImmClient,
  { maxRepresentations }: { maxRepresentations: number },
): Context {
  return { imm, loaders: createLoaders(imm), maxRepresentations };
}
