import type { Storage } from "@graphiql/toolkit";

// GraphiQL leaves headers out of its tabs, but not out of these.
const history = new Set(["graphiql:favorites", "graphiql:queries"]);

// Where the browser's storage is blocked or full, things are remembered until the page is left.
const memory = new Map<string, string>();

/** The browser's storage, without the headers of what was run: they hold secrets. */
export const storage: Storage = {
  getItem: (name) => memory.get(name) ?? attempt(() => localStorage.getItem(name)) ?? null,
  setItem(name, value) {
    const kept = history.has(name) ? withoutHeaders(value) : value;
    memory.set(name, kept);
    attempt(() => {
      localStorage.setItem(name, kept);
      memory.delete(name);
    });
  },
  removeItem(name) {
    memory.delete(name);
    attempt(() => localStorage.removeItem(name));
  },
  clear() {
    memory.clear();
    attempt(() => localStorage.clear());
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

function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value: unknown) => (name === "headers" ? undefined : value));
}
