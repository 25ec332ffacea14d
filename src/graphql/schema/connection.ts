import type { Action } from "../../contract/wire.ts";
import { ImmError } from "../../imm/error.ts";
import { badInput } from "../input/bad-input.ts";
import { builder } from "./builder.ts";

/** How to ask for a page: as many things as a call may bring, or those behind a thing already seen. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** The arguments of every connection. */
export const pageArguments = builder.args((t) => ({
  first: t.int({ description: "How many to answer at most, 1 to 200. Default: 100." }),
  after: t.string({ description: "Answer those behind this cursor. Default: from the first." }),
}));

/** One answer of a List action. */
export interface Page<Thing> {
  /** Absent or null, it is empty. */
  things: readonly Thing[] | null | undefined;
  /** Absent, null or empty, there are no more pages. */
  nextToken: string | null | undefined;
}

interface Source<Thing> {
  action: Action;
  nameOf: (thing: Thing) => string;
  list: (page: { MaxResults: number; NextToken?: string }) => Promise<Page<Thing>>;
}

/** A page as Relay names its parts. */
export interface Connection<Thing> {
  edges: { readonly cursor: string; readonly node: Thing }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const defaultFirst = 100;
const maxFirst = 200;
// One brings a page. IMM may answer shorter ones, but a request shall not cost calls without end.
export const maxCalls = 10;

/** How many things a page may bring. */
export function pageSize(first: number | null | undefined): number {
  return Math.max(0, Math.min(first ?? defaultFirst, maxFirst));
}

/**
 * Reads a page of a list that IMM keeps in the order of its names.
 *
 * A cursor tells the page that a thing came on and the thing's name, so that a list can be resumed behind any
 * thing of it: what sorts up to that name is skipped.
 */
export async function connect<Thing>(
  asked: PageArguments,
  source: Source<Thing>,
): Promise<Connection<Thing>> {
  const first = asked.first ?? defaultFirst;
  if (first < 1 || first > maxFirst) {
    const allowed = `1..${maxFirst}`;
    throw badInput({
      field: "first",
      sent: String(first),
      allowed,
      message: `A page has ${allowed} things.`,
    });
  }
  const after = asked.after === null || asked.after === undefined ? undefined : readCursor(asked.after);

  const edges: Connection<Thing>["edges"] = [];
  let token = after?.token ?? "";
  let skip = after?.seen ?? 0;
  let more = true;
  for (let calls = 0; more && edges.length < first && calls < maxCalls; calls += 1) {
    const wanted = first - edges.length;
    const page = await source.list({
      MaxResults: Math.min(maxFirst, wanted + skip),
      ...(token !== "" && { NextToken: token }),
    });
    const things = page.things ?? [];
    const nextToken = String(page.nextToken ?? "");
    let fresh = 0;
    for (const [index, node] of things.entries()) {
      const name = source.nameOf(node);
      if (after && name <= after.name) continue;
      fresh += 1;
      if (fresh > wanted) continue;
      const isLast = index === things.length - 1 && nextToken !== "";
      edges.push(
        new Edge(node, isLast ? { token: nextToken, name, seen: 0 } : { token, name, seen: index + 1 }),
      );
    }
    more = nextToken !== "" || fresh > wanted;
    token = nextToken;
    // Where nothing is behind the cursor yet, the next page shall be as large as may be.
    skip = fresh === 0 ? maxFirst : 0;
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
  };
}

interface Cursor {
  /** IMM's token of the page that the thing stands on; empty for the first. */
  token: string;
  name: string;
  /** How many things of that page are seen with it, so that one call brings them and the next page. */
  seen: number;
}

/** A thing and its cursor, which is written when it is asked for: a page has 200, and `nodes` wants none. */
class Edge<Thing> {
  readonly node: Thing;
  readonly #place: Cursor;

  constructor(node: Thing, place: Cursor) {
    this.node = node;
    this.#place = place;
  }

  get cursor(): string {
    return writeCursor(this.#place);
  }
}

function writeCursor({ token, name, seen }: Cursor): string {
  return Buffer.from(JSON.stringify([token, name, seen])).toString("base64url");
}

function readCursor(cursor: string): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(parts)) {
      const [token, name, seen, ...rest] = parts as unknown[];
      if (typeof token === "string" && typeof name === "string" && isPosition(seen) && rest.length === 0)
        return { token, name, seen };
    }
  } catch {
    // Not JSON: not one of ours.
  }
  throw badInput({ field: "after", sent: cursor, message: "This is no cursor that this graph answers." });
}

function isPosition(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maxFirst;
}

function endless(action: Action): ImmError {
  return new ImmError(action, "malformed", {
    message: `IMM answered ${action} with ${maxCalls} empty pages in a row.`,
  });
}
