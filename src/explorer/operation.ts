import { Kind, parse, print, separateOperations, type DocumentNode } from "graphql";
import { parseTree, type Node, type ParseError } from "jsonc-parser";

/** The text of the editors. */
export interface Editors {
  readonly query: string;
  /** JSON with comments, as GraphiQL takes it. */
  readonly variables: string;
  readonly headers: string;
  /** Which operation of the document; undefined for its only one. */
  readonly operationName?: string | undefined;
}

/** An operation as it would be sent, alone with its fragments. */
export interface Operation {
  readonly document: DocumentNode;
  readonly name: string | undefined;
  /** Integers that a number doesn't hold exactly are bigints. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** With a placeholder for each that may be secret. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads the editors.
 *
 * @throws Error where one of them isn't what it should be.
 */
export function readOperation({ query, variables, headers, operationName }: Editors): Operation {
  const documents = separateOperations(readDocument(query));
  const names = Object.keys(documents);
  const name = operationName ?? names[0];
  const document = name === undefined ? undefined : (documents[name] ?? documents[names[0]!]);
  if (!document) throw new Error("There is no operation in the editor.");
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return {
    document,
    name: operation && "name" in operation ? operation.name?.value : undefined,
    variables: readObject(variables, "variables"),
    headers: withoutSecrets(readObject(headers, "headers")),
  };
}

/** The names of a document's operations; none where it can't be read. */
export function operationNames(query: string): string[] {
  try {
    const { definitions } = parse(query);
    return definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION && node.name ? [node.name.value] : [],
    );
  } catch {
    return [];
  }
}

/** An operation's text on one line where that changes nothing. */
export function onOneLine(document: DocumentNode): string {
  const text = print(document);
  return text.includes('"""') ? text : text.replaceAll(/\n\s*/g, " ");
}

function readDocument(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (cause) {
    throw new Error(`The operation can't be read: ${(cause as Error).message}`, { cause });
  }
}

function readObject(text: string, what: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (!tree) return {};
  if (errors.length > 0 || tree.type !== "object") throw new Error(`The ${what} are no JSON object.`);
  return valueOf(tree, text) as Record<string, unknown>;
}

function valueOf(node: Node, text: string): unknown {
  const { type, value, offset, length, children = [] } = node;
  if (type === "array") return children.map((child) => valueOf(child, text));
  if (type === "object") {
    return Object.fromEntries(
      children.map(({ children: [name, member] = [] }) => [name!.value, valueOf(member!, text)]),
    );
  }
  const digits = text.slice(offset, offset + length);
  const isTooLarge = type === "number" && /^-?\d+$/.test(digits) && !Number.isSafeInteger(value);
  return isTooLarge ? BigInt(digits) : value;
}

/** What stands for a value that isn't to be shown, or isn't known. */
export function placeholder(name: string): string {
  return `<${name}>`;
}

/** Whether a value is a placeholder. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === "string" && /^<.+>$/.test(value);
}

// What any of the others may hold, only its sender knows.
const harmless =
  /^(accept|accept-language|apollographql-client-(name|version)|content-type|traceparent|tracestate|user-agent|x-imm-trace-calls|x-request-id)$/i;

function withoutSecrets(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      harmless.test(name) ? String(value) : placeholder(name.toUpperCase()),
    ]),
  );
}
