const token = "[!#$%&'*+.^_`|~\\w-]+";
const parameter = `${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*")[ \\t]*`;
const json = new RegExp(`^application/json[ \\t]*(?:;[ \\t]*(?:${parameter})?)*$`, "i");

/** Whether a content type is JSON, of any charset. A list isn't, and neither is what has more in it than parameters. */
export function isJson(type: string): boolean {
  return json.test(type);
}

/** Whether a content type has no charset, or the only one that JSON has. */
export function isUtf8(type: string): boolean {
  const [, charset = "utf-8"] = /;[ \t]*charset="?([^";\s]*)/i.exec(type) ?? [];
  return /^utf-?8$/i.test(charset);
}
