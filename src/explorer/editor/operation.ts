import { getOperationAST, Kind, parse, separateOperations, type DocumentNode } from "graphql";
import { parseTree, type Node, type ParseError } from "jsonc-parser";

/** The content of the editors, and which operation is meant. */
export interface Editors {
  readonly query: string;
  /** JSON with comments, as GraphiQL takes it. */
  readonly variables: string;
  readonly headers: string;
  readonly operationName?: string | undefined;
  /** Where the cursor is in the query: of several operations, the one under it is meant. */
  readonly caret?: number | undefined;
}

/** An operation as it would be sent. */
export interface Operation {
  /** The whole document that it stands in. */
  readonly whole: DocumentNode;
  /** The operation alone, with its fragments. */
  readonly document: DocumentNode;
  /** Those that it takes. An integer that a number doesn't hold exactly is a bigint. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** With a placeholder for each that may be secret; without the content type, which is always JSON. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads the editors.
 *
 * @throws Error, with a sentence for who typed it, where one of them isn't what it should be.
 */
export function readOperation({ query, variables, headers, operationName, caret }: Editors): Operation {
  const whole = readDocument(query);
  const name = operationToRun(whole, operationAt(whole, caret) ?? operationName);
  const document = name === undefined ? undefined : separateOperations(whole)[name];
  const operation = document && getOperationAST(document);
  if (!document || !operation) throw new Error("There is no operation in the editor.");
  const taken = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const used = Object.entries(readObject(variables, "variables")).filter(([variable]) => taken.has(variable));
  return {
    whole,
    document,
    variables: Object.fromEntries(used),
    headers: withoutSecrets(readObject(headers, "headers")),
  };
}

/** The name of the operation to run: the one that is asked for, if it is there, else the first; empty where it has none. */
export function operationToRun({ definitions }: DocumentNode, name: string | undefined): string | undefined {
  const names = definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value ?? ""] : [],
  );
  return name !== undefined && names.includes(name) ? name : names[0];
}

function operationAt({ definitions }: DocumentNode, caret: number | undefined): string | undefined {
  const node = definitions.find(
    ({ loc }) => loc && caret !== undefined && loc.start <= caret && caret <= loc.end,
  );
  return node?.kind === Kind.OPERATION_DEFINITION ? node.name?.value : undefined;
}

function readDocument(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (cause) {
    throw new Error(`The operation can't be read: ${(cause as Error).message}`, { cause });
  }
}

/** Reads an editor of JSON with comments: exactly, where JSON itself would round. */
export function readObject(text: string, what: string): Record<string, unknown> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (errors[0]) throw new Error(`The ${what} are no JSON: see line ${lineOf(text, errors[0].offset)}.`);
  if (!tree) return {};
  if (tree.type !== "object") throw new Error(`The ${what} are no JSON object.`);
  return valueOf(tree, text) as Record<string, unknown>;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
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

/** A value as JSON for the graph, which takes a 64-bit number as text. */
export function graphJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_name, member: unknown) => (typeof member === "bigint" ? String(member) : member),
    indent,
  );
}

/** Stands for a value that mustn't be shown, or isn't known. */
export function placeholder(name: string): string {
  return `<${name}>`;
}

/** Whether a value is the placeholder of its name. */
export function isPlaceholder([name, value]: [string, unknown]): boolean {
  return value === placeholder(name) || value === placeholder(name.toUpperCase());
}

// What any of the others may hold, only its sender knows.
const harmless =
  /^(accept|accept-language|apollographql-client-(name|version)|traceparent|tracestate|user-agent|x-imm-trace-calls|x-request-id)$/i;

function withoutSecrets(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.toLowerCase() !== "content-type")
      .map(([name, value]) => {
        checkHeader(name, String(value));
        return [
          name,
          typeof value === "string" && harmless.test(name) ? value : placeholder(name.toUpperCase()),
        ];
      }),
  );
}

function checkHeader(name: string, value: string): void {
  try {
    void new Headers([[name, value]]);
  } catch (cause) {
    throw new Error(
      `The header ${JSON.stringify(name.slice(0, 100))} can't be sent: use a name of letters, digits and dashes, and a value of one line without characters above U+00FF.`,
      { cause },
    );
  }
}
