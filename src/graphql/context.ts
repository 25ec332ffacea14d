import type { Caller } from "../imm/caller.ts";
import type { ImmClient } from "../imm/client.ts";
import { createLoaders, type Loaders } from "./loading/loaders.ts";

/** What every resolver of one request is given. */
export interface Context {
  readonly caller: Caller;
  readonly imm: ImmClient;
  readonly loaders: Loaders;
  /** How many representations its `_entities` may bring. */
  readonly maxRepresentations: number;
  /** Whether errors may suggest names. */
  readonly suggestions: boolean;
}

/** Makes the context of one request, with loaders of its own. */
export function createContext(request: Omit<Context, "loaders">): Context {
  return { ...request, loaders: createLoaders(request.imm) };
}
