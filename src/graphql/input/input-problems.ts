import {
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  print,
  type ASTNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLLeafType,
  type ValueNode,
} from "graphql";
import { toJsonText } from "../../text/to-json-text.ts";
import { truncate } from "../../text/truncate.ts";
import { badInput, invalidValueAt } from "./bad-input.ts";

/** One of the two forms in which a value comes: a literal in the document, or a variable's JSON. */
interface Form<Value> {
  /** Whether the value is a variable, which is checked by itself. */
  isVariable(value: Value): boolean;
  isNull(value: Value): boolean;
  items(value: Value): readonly Value[] | undefined;
  members(value: Value): ReadonlyMap<string, Value> | undefined;
  parse(type: GraphQLLeafType, value: Value): unknown;
  print(value: Value): string;
  /** The node to point at: the literal itself, or what declares the variable. */
  node(value: Value, around: ASTNode): ASTNode;
}

/** What stands in a document. */
export const literals: Form<ValueNode> = {
  isVariable: ({ kind }) => kind === Kind.VARIABLE,
  isNull: (node) => node.kind === Kind.NULL,
  items: (node) => (node.kind === Kind.LIST ? node.values : undefined),
  members: (node) =>
    node.kind === Kind.OBJECT
      ? new Map(node.fields.map(({ name, value }) => [name.value, value]))
      : undefined,
  parse: (type, node) => type.parseLiteral(node, undefined),
  print,
  node: (node) => node,
};

/** What a client sends beside it. */
export const json: Form<unknown> = {
  isVariable: () => false,
  isNull: (value) => value === null || value === undefined,
  items: (value) => (Array.isArray(value) ? value : undefined),
  members: (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : undefined,
  parse: (type, value) => type.parseValue(value),
  print: toJsonText,
  node: (_value, around) => around,
};

interface Place<Value> {
  form: Form<Value>;
  /** As a client names it: `input.datasetMaxBindCount`. */
  field: string;
  nodes: ASTNode;
  /** Whether the error for an unknown field leaves out the known names. */
  hideNames: boolean;
}

/** An error for each part of a value that its type refuses, with the field. */
export function* problems<Value>(
  value: Value,
  type: GraphQLInputType,
  place: Place<Value>,
): Generator<GraphQLError> {
  const { form, field } = place;
  const nodes = form.node(value, place.nodes);
  if (form.isVariable(value)) return;
  if (form.isNull(value)) {
    if (isNonNullType(type)) yield missing(field, nodes);
  } else if (isNonNullType(type)) {
    yield* problems(value, type.ofType, place);
  } else if (isListType(type)) {
    const items = form.items(value);
    if (!items) yield* problems(value, type.ofType, place);
    for (const [index, item] of (items ?? []).entries()) {
      yield* problems(item, type.ofType, { ...place, field: `${field}[${index}]` });
    }
  } else if (isInputObjectType(type)) {
    const members = form.members(value);
    if (!members) {
      yield invalidValueAt({ field, sent: form.print(value), expected: type.name, nodes }, undefined);
      return;
    }
    const defined = type.getFields();
    for (const [name, member] of members) {
      const inner = { ...place, field: `${field}.${name}` };
      if (defined[name]) yield* problems(member, defined[name].type, inner);
      else
        yield unknown(
          `${field}.${truncate(name)}`,
          place.hideNames ? undefined : Object.keys(defined),
          nodes,
        );
    }
    for (const definition of Object.values(defined)) {
      if (isRequiredInputField(definition) && !members.has(definition.name)) {
        yield missing(`${field}.${definition.name}`, nodes);
      }
    }
  } else {
    const refused = (error?: unknown) =>
      invalidValueAt({ field, sent: form.print(value), expected: type.name, nodes }, error);
    try {
      const parsed = form.parse(type, value);
      // JSON has no infinite number: IMM would get null.
      if (parsed === undefined || parsed === Infinity || parsed === -Infinity) yield refused();
    } catch (error) {
      yield refused(error);
    }
  }
}

/** The error for a required value that is missing. */
export function missing(field: string, nodes: ASTNode): GraphQLError {
  return badInput({ field, message: "A value is required.", nodes });
}

/** The error for an unknown argument or field; `names` are the known ones, undefined to leave them out. */
export function unknown(field: string, names: readonly string[] | undefined, nodes: ASTNode): GraphQLError {
  return badInput({
    field,
    allowed: names?.join(", "),
    message: "There is no such argument or field.",
    nodes,
  });
}
