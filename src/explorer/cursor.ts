/** What a cursor of the graph's lists holds: IMM's token of the page, and how many things of it are seen. */
export interface Cursor {
  readonly token: string;
  readonly seen: number;
}

/** Reads a cursor; one that the graph didn't answer is as if there were none. */
export function readCursor(cursor: string): Cursor {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
    const [token, , seen] = JSON.parse(new TextDecoder().decode(bytes)) as [string, string, number];
    return { token, seen };
  } catch {
    return { token: "", seen: 0 };
  }
}
