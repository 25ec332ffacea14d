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

const Ran = z.object({
  query: z.string(),
  variables: z.optional(z.string()),
  operationName: z.optional(z.string()),
  label: z.optional(z.string()),
  favorite: z.optional(z.boolean()),
});

/** Reads a kept value, of which anything may have been made since: by hand, or by another page of the same origin. */
type Reader = (kept: string) => string | undefined;

// Headers are never kept: they hold secrets. GraphiQL itself checks what isn't here.
const readers = new Map<string, Reader>([
  ["graphiql:docExplorerFlex", share],
  ["graphiql:editorFlex", share],
  ["graphiql:favorites", (kept) => list("favorites", kept)],
  ["graphiql:headers", () => undefined],
  ["graphiql:queries", (kept) => list("queries", kept)],
  ["graphiql:secondaryEditorFlex", share],
  ["graphiql:tabState", tabState],
]);

// With longer text, or more tabs, the page would take long to open, and long at each key.
const maxLength = 1_000_000;
const maxElements = 500;

/** What is valid of a value that GraphiQL or a panel keeps by a name; undefined if nothing is. */
export function validStored(name: string, kept: string): string | undefined {
  if (kept.length > maxLength) return undefined;
  const read = readers.get(name);
  return read ? read(kept) : kept;
}

/** How much room one side has for each part of the other's. */
function share(kept: string): string | undefined {
  if (kept === "hide-first" || kept === "hide-second") return kept;
  const ratio = Number(kept);
  return ratio >= 0.01 && ratio <= 100 ? String(ratio) : undefined;
}

function list(name: string, kept: string): string | undefined {
  const { [name]: elements } = parse(kept);
  if (!Array.isArray(elements)) return undefined;
  const whole = elements.slice(-maxElements).flatMap((element) => Ran.safeParse(element).data ?? []);
  return JSON.stringify({ [name]: whole });
}

function tabState(kept: string): string | undefined {
  const { tabs, activeTabIndex } = parse(kept);
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

function parse(kept: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(kept)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
