/**
 * Puts a text between two marks of a document, and leaves the rest as it is.
 *
 * @throws Error where the marks aren't there once each.
 */
export function replaceSection(document: string, text: string): string {
  const parts = document.split(/(?<=<!-- measured -->\n)[^]*(?=<!-- \/measured -->)/);
  if (parts.length !== 2) throw new Error("The document has no place for what was measured.");
  return `${parts[0]}\n${text}\n\n${parts[1]}`;
}
