const shownLength = 100;

/** A text as a message or a line of a log shows it: in quotes, on one line, and cut if it is long. */
export function quote(text: string): string {
  // Half a surrogate pair, which a cut can leave, is escaped.
  return text.length > shownLength ? `${inQuotes(text.slice(0, shownLength))}…` : inQuotes(text);
}

function inQuotes(text: string): string {
  // JSON escapes fewer signs than a terminal acts on.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
