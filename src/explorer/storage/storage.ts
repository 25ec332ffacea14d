import type { Storage } from "@graphiql/toolkit";
import { validStored } from "./stored-values.ts";

// Used where the browser's storage is blocked or full: values last until the page is left.
const memory = new Map<string, string>();

/** The browser's storage: the valid values of GraphiQL and the panels. */
export const storage: Storage = {
  getItem(name) {
    const stored = memory.get(name) ?? attempt(() => localStorage.getItem(name));
    return typeof stored === "string" ? (validStored(name, stored) ?? null) : null;
  },
  setItem(name, value) {
    const valid = validStored(name, value);
    if (valid === undefined) {
      storage.removeItem(name);
      return;
    }
    memory.set(name, valid);
    attempt(() => {
      localStorage.setItem(name, valid);
      memory.delete(name);
    });
  },
  removeItem(name) {
    memory.delete(name);
    attempt(() => localStorage.removeItem(name));
  },
  clear() {
    memory.clear();
    // Other pages of the same origin keep theirs.
    for (const name of attempt(() => Object.keys(localStorage)) ?? []) {
      if (/^(graphiql|imm-graphql):/.test(name)) storage.removeItem(name);
    }
  },
  get length() {
    return attempt(() => localStorage.length) ?? memory.size;
  },
};

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
