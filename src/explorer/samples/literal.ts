/** In which projects TypeScript that imports runs. */
export const moduleKinds =
  "Runs as an ES module or as CommonJS; in CommonJS with verbatimModuleSyntax, name the file .mts.";

/**
 * A value as TypeScript. An integer that a number doesn't hold exactly is written as text, which the graph and the
 * SDK take for a 64-bit number just as well.
 */
export function typescript(value: unknown, indent = ""): string {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? `${value}` : `"${value}"`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((member) => typescript(member, inner))
    : Object.entries(value).map(([name, member]) => `${propertyName(name)}: ${typescript(member, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (members.length === 0) return `${open}${close}`;
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}${close}`;
}

function propertyName(name: string): string {
  // Written plainly, this one would be the object's prototype.
  if (name === "__proto__") return `["${name}"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Text of several lines as a template literal. */
export function template(text: string, indent: string): string {
  const escaped = text.replaceAll(/[\\`]|\$(?=\{)/g, String.raw`\$&`);
  return `\`\n${escaped.replaceAll(/(?<=^|\n)(?=.)/g, `${indent}  `)}\n${indent}\``;
}

/**
 * Text as one word of a shell such as bash or zsh, or a part of one.
 *
 * @throws Error if it has a character that no command takes.
 */
export function shell(text: string): string {
  if (text.includes("\0")) throw new Error("A command can't take a value with the character U+0000.");
  // A word that begins with `=` is a path to zsh.
  if (/^[\w./@+-][\w./:=,@%+-]*$/.test(text)) return text;
  // Pasted into a terminal, these would be keys: Enter, Tab, the end of what is pasted.
  if (text.search(controls) >= 0)
    return `$'${text.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(controls, octal)}'`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const controls = /(?!\n)\p{Cc}/gu;

function octal(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, "0")}`)
    .join("");
}
