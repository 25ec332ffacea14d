import type { PageSize } from "../../contract/calls.ts";
import { badInput } from "../input/bad-input.ts";

/** The place of an item in its list. */
export interface Cursor {
  /** IMM's token of the page that the item is on; empty for the first. */
  token: string;
  /** What tells the item from all others. */
  key: string;
  /** How many items of that page are seen with it, so that one call brings them and the next page. */
  seen: number;
  /** The value that the list is sorted by, or what is seen of the page, if values don't tell; null if the key does. */
  value: string | null;
}

/** What tells a list from others of its action: in which order it is, and what it is chosen by. */
export interface ListOrder {
  /** `StartTime desc`. */
  readonly name: string;
  /** What to do about a cursor of another list, as a sentence. Default: to send the same `sort` and `order`. */
  readonly ofAnother?: string;
}

const ofAnotherOrder =
  "This cursor is of a list in another order: send the `sort` and `order` that it came with.";

/** Writes a cursor, for a list in this order; undefined if it is in the order of its keys. */
export function writeCursor({ token, key, seen, value }: Cursor, order: ListOrder | undefined): string {
  const parts = [token, key, seen, ...(order ? [order.name, value] : [])];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/**
 * Reads a cursor.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for what isn't a cursor of a list in this order.
 */
export function readCursor(cursor: string, { max }: PageSize, order: ListOrder | undefined): Cursor {
  const parts = parse(cursor);
  if (parts) {
    const [token, key, seen, itsOrder, value = null, ...rest] = parts;
    const isPlace = typeof token === "string" && typeof key === "string" && isPosition(seen, max);
    const isValue = value === null || typeof value === "string";
    const isSame = itsOrder === order?.name;
    if (isPlace && isSame && isValue && rest.length === 0) return { token, key, seen, value };
    if (isPlace && !isSame && (itsOrder === undefined || typeof itsOrder === "string")) {
      throw badInput({ field: "after", sent: cursor, message: order?.ofAnother ?? ofAnotherOrder });
    }
  }
  throw badInput({ field: "after", sent: cursor, message: "This is no cursor that this graph answers." });
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

function isPosition(value: unknown, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
}
