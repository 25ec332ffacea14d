/** What a cursor of the graph's lists holds: IMM's token of the page, and how many of its items were seen. */
export interface Cursor {
  readonly token: string;
  readonly seen: number;
}

/**
 * Reads a cursor.
 *
 * @throws Error where the graph didn't answer it.
 */
export function readCursor(cursor: string): Cursor {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
    const [token, , seen] = JSON.parse(new TextDecoder().decode(bytes)) as [string, string, number];
    return { token, seen };
  } catch (cause) {
    throw new Error("The cursor is none that this graph answers.", { cause });
  }
}
