import type { Caller } from "../imm/caller.ts";
import type { ImmClient } from "../imm/client.ts";
import type { Loaders } from "./loading/loaders.ts";
import type { FilePolling } from "./polling/file-polling.ts";

/** What every resolver of one request, or of one event of its stream, is given. */
export interface Context {
  readonly caller: Caller;
  readonly imm: ImmClient;
  readonly loaders: Loaders;
  /** What waits for files to be indexed, for all requests together. */
  readonly filePolling: FilePolling;
  /** How many representations its `_entities` may bring. */
  readonly maxRepresentations: number;
  /** Whether errors may suggest names. */
  readonly suggestions: boolean;
}
