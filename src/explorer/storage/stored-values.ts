import * as z from "zod/mini";

// Else zod tries `new Function`, which the page's policy refuses and reports.
z.config({ jitless: true });

const text = z.nullable(z.string());

const Tab = z.object({
  id: z.string(),
  title: z.string(),
  query: text,
  variables: text,
  operationName: text,
});

const HistoryEntry = z.object({
  query: z.string(),
  variables: z.optional(z.string()),
  operationName: z.optional(z.string()),
  label: z.optional(z.string()),
  favorite: z.optional(z.boolean()),
});

/** Validates a stored value, which may have been changed by hand or by another page of the same origin. */
type Reader = (stored: string) => string | undefined;

// Headers are never stored: they hold secrets. GraphiQL itself checks what isn't here.
const readers = new Map<string, Reader>([
  ["graphiql:docExplorerFlex", flexRatio],
  ["graphiql:editorFlex", flexRatio],
  ["graphiql:favorites", (stored) => list("favorites", stored)],
  ["graphiql:headers", () => undefined],
  ["graphiql:queries", (stored) => list("queries", stored)],
  ["graphiql:secondaryEditorFlex", flexRatio],
  ["graphiql:tabState", tabState],
]);

// With longer text, or more tabs, the page would take long to open, and long at each key.
const maxLength = 1_000_000;
const maxElements = 500;

/** The valid part of a value that GraphiQL or a panel stores by a name; undefined if there is none. */
export function validStored(name: string, stored: string): string | undefined {
  if (stored.length > maxLength) return undefined;
  const read = readers.get(name);
  return read ? read(stored) : stored;
}

/** The ratio of the two sides of a split, or which of them is hidden. */
function flexRatio(stored: string): string | undefined {
  if (stored === "hide-first" || stored === "hide-second") return stored;
  const ratio = Number(stored);
  return ratio >= 0.01 && ratio <= 100 ? String(ratio) : undefined;
}

function list(name: string, stored: string): string | undefined {
  const { [name]: elements } = parse(stored);
  if (!Array.isArray(elements)) return undefined;
  const whole = elements.slice(-maxElements).flatMap((element) => HistoryEntry.safeParse(element).data ?? []);
  return JSON.stringify({ [name]: whole });
}

function tabState(stored: string): string | undefined {
  const { tabs, activeTabIndex } = parse(stored);
  if (!Array.isArray(tabs)) return undefined;
  const byId = new Map<string, object>();
  let active = 0;
  for (const [index, element] of tabs.slice(0, maxElements).entries()) {
    const tab = Tab.safeParse(element).data;
    if (!tab || byId.has(tab.id)) continue;
    if (index === activeTabIndex) active = byId.size;
    byId.set(tab.id, { ...tab, headers: null, response: null });
  }
  return byId.size > 0 ? JSON.stringify({ tabs: [...byId.values()], activeTabIndex: active }) : undefined;
}

function parse(stored: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(stored)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
