import type { GraphQLResolveInfo } from "graphql";
import { defaultFirst, type PageSize } from "../../contract/calls.ts";
import type { Action } from "../../contract/wire.ts";
import { ImmError } from "../../imm/error.ts";
import { badInput } from "../input/bad-input.ts";
import { selectedOfPage } from "../loading/selection.ts";
import { builder } from "../schema/builder.ts";
import { readCursor, writeCursor, type Cursor, type ListOrder } from "./cursor.ts";
import { digestOf, readDigests, writeDigests } from "./digests.ts";

/** How to ask for a page. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** The arguments of a connection. */
export function pageArguments(size: PageSize) {
  const nested = defaultFirst(size, true);
  return builder.args((t) => ({
    first: t.int({
      description: `How many to return at most, 1 to ${size.max}. Default: ${size.default}, or ${nested} in a list within another list.`,
    }),
    after: t.string({ description: "Return those after this cursor. Default: from the first." }),
  }));
}

/** One reply of a List action. */
export interface Page<Item> {
  /** If absent or null, it is empty. */
  items: readonly Item[] | null | undefined;
  /** If absent, null or empty, there are no more pages. */
  nextToken: string | null | undefined;
  /** How many items the whole list has, if IMM was asked for it. */
  totalCount?: number | bigint | string | null | undefined;
}

/** An order of a list that isn't that of its items' keys. */
export interface Order<Item> extends ListOrder {
  /** The value by which IMM sorts an item; null if it has none. */
  valueOf(item: Item): string | null;
  /**
   * Less than 0 if the first comes before the second, 0 if their values don't tell. If undefined, no values tell, as in
   * an order by relevance.
   */
  compare?(a: string | null, b: string | null): number;
}

interface Source<Item> {
  readonly action: Action;
  readonly size: PageSize;
  /** What tells an item from all others of the list. */
  readonly keyOf: (item: Item) => string;
  /** Left out, the list is in the order of its keys. */
  readonly order?: Order<Item> | undefined;
  /** Calls the action, which may cost more if the query selects `totalCount`. */
  readonly list: (
    page: { MaxResults: number; NextToken?: string },
    options: { withTotalCount: boolean },
  ) => Promise<Page<Item>>;
}

/** A page as Relay names its parts. */
export interface Connection<Item> {
  edges: { readonly cursor: string; readonly node: Item }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number | bigint | string | null;
}

// One brings a page. IMM may answer shorter ones, but a request mustn't cost calls without end.
export const maxCalls = 10;

/** How many items a page may bring. */
export function pageSize(first: number | null | undefined, size: PageSize, isNested: boolean): number {
  return Math.max(0, Math.min(first ?? defaultFirst(size, isNested), size.max));
}

/**
 * How many items were asked for, or how many there are unless asked.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for more, or fewer, than a page has.
 */
export function firstOf(
  asked: number | null | undefined,
  info: Pick<GraphQLResolveInfo, "path">,
  size: PageSize,
): number {
  const first = asked ?? defaultFirst(size, isInList(info));
  if (first >= 1 && first <= size.max) return first;
  const allowed = `1..${size.max}`;
  throw badInput({
    field: "first",
    sent: String(first),
    allowed,
    message: `A page has ${allowed} things.`,
  });
}

/** Whether a field is resolved for an item of a list. The list of `_entities` is a router's, not a client's. */
export function isInList({ path }: Pick<GraphQLResolveInfo, "path">): boolean {
  for (let at = path.prev; at; at = at.prev) if (typeof at.key === "number" && at.prev?.prev) return true;
  return false;
}

/**
 * Reads a page of a list.
 *
 * A cursor holds IMM's token of the page that an item came on and the item's place, so that a list can be resumed after
 * any item of it: what comes up to that place is skipped, also if the item itself is gone by then.
 */
export async function connect<Item>(
  { first: asked, after: cursor }: PageArguments,
  info: GraphQLResolveInfo,
  source: Source<Item>,
): Promise<Connection<Item>> {
  const { size, order } = source;
  const first = firstOf(asked, info, size);
  const after = cursor === null || cursor === undefined ? undefined : readCursor(cursor, size, order);

  const edges: Connection<Item>["edges"] = [];
  let totalCount: Connection<Item>["totalCount"] = null;
  let token = after?.token ?? "";
  let skip = after?.seen ?? 0;
  let more = true;
  for (let calls = 0; more && edges.length < first && calls < maxCalls; calls += 1) {
    const wanted = first - edges.length;
    const page = await source.list(
      { MaxResults: Math.min(size.max, wanted + skip), ...(token !== "" && { NextToken: token }) },
      { withTotalCount: calls === 0 && selectedOfPage(info).has("totalCount") },
    );
    const items = page.items ?? [];
    const nextToken = String(page.nextToken ?? "");
    const isNew = after
      ? comesAfter({ ...after, seen: calls === 0 ? after.seen : 0 }, items, source)
      : () => true;
    let fresh = 0;
    for (const [index, node] of items.entries()) {
      if (!isNew(node, index)) continue;
      fresh += 1;
      if (fresh > wanted) continue;
      const isLast = index === items.length - 1 && nextToken !== "";
      const place = isLast ? { token: nextToken, seen: 0 } : { token, seen: index + 1 };
      edges.push(new Edge(node, { ...place, items }, source));
    }
    totalCount ??= page.totalCount ?? null;
    more = nextToken !== "" || fresh > wanted;
    token = nextToken;
    // If nothing comes after the cursor yet, the next page must be as large as may be.
    skip = fresh === 0 ? size.max : 0;
  }
  if (more && edges.length === 0) throw endless(source.action);

  return {
    edges,
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/**
 * Tells which items of a page come after a cursor's item: those behind it, or, if it isn't there, by the list's order, and
 * where that doesn't tell, those that weren't seen with it.
 */
function comesAfter<Item>(
  { key, value, seen }: Cursor,
  items: readonly Item[],
  { keyOf, order }: Source<Item>,
): (item: Item, index: number) => boolean {
  const found = items.findLastIndex((item) => keyOf(item) === key);
  const isBehind = (_item: Item, index: number) => index > found;
  if (!order) return found >= 0 ? isBehind : (item) => keyOf(item) > key;
  const { compare } = order;
  if (compare) return found >= 0 ? isBehind : (item) => compare(value, order.valueOf(item)) <= 0;
  // Behind its place it has moved to there since.
  if (found >= 0 && found < seen) return isBehind;
  const known = readDigests(value);
  return (item) => !known.has(digestOf(keyOf(item)));
}

/** Where an item stands: on which page of IMM's, and what is seen of it with the item. */
interface Place<Item> extends Pick<Cursor, "seen" | "token"> {
  readonly items: readonly Item[];
}

/** An item and its cursor, which is written when it is asked for: a page has 200, and `nodes` wants none. */
class Edge<Item> {
  readonly node: Item;
  readonly #place: Place<Item>;
  readonly #source: Source<Item>;

  constructor(node: Item, place: Place<Item>, source: Source<Item>) {
    this.node = node;
    this.#place = place;
    this.#source = source;
  }

  get cursor(): string {
    const { keyOf, order } = this.#source;
    const { token, seen, items } = this.#place;
    // An order whose values don't tell has none.
    const value =
      order && !order.compare
        ? writeDigests(items.slice(0, seen).map(keyOf))
        : (order?.valueOf(this.node) ?? null);
    return writeCursor({ token, seen, key: keyOf(this.node), value }, order);
  }
}

function endless(action: Action): ImmError {
  return new ImmError(action, "malformed", {
    message: `IMM answered ${action} with ${maxCalls} empty pages in a row.`,
  });
}
