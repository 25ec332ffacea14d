const token = "[!#$%&'*+.^_`|~\\w-]+";
const parameter = `${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*")[ \\t]*`;
const json = new RegExp(`^application/json[ \\t]*(?:;[ \\t]*(?:${parameter})?)*$`, "i");

/** Whether a content type is JSON, in any charset. A list of types isn't, nor is a malformed one. */
export function isJson(type: string): boolean {
  return json.test(type);
}

/** Whether a content type has no charset, or UTF-8. */
export function isUtf8(type: string): boolean {
  const [, charset = "utf-8"] = /;[ \t]*charset="?([^";\s]*)/i.exec(type) ?? [];
  return /^utf-?8$/i.test(charset);
}
