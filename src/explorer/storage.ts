import type { Storage } from "@graphiql/toolkit";

// GraphiQL leaves headers out of its tabs, but not out of these.
const history = new Set(["graphiql:favorites", "graphiql:queries"]);

/** The browser's storage, without the headers of what was run: they hold secrets. */
export const storage: Storage = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, value) => localStorage.setItem(name, history.has(name) ? withoutHeaders(value) : value),
  removeItem: (name) => localStorage.removeItem(name),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value: unknown) => (name === "headers" ? undefined : value));
}
