import {
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  print,
  typeFromAST,
  visit,
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
  type ValueNode,
  type VariableNode,
} from "graphql";
import { badInput, cut, refusedAt, show } from "./bad-input.ts";

/** One of the two forms in which a value comes: a literal in the document, or a variable's JSON. */
interface Form<Value> {
  /** Whether the value stands elsewhere, and is looked at there. */
  isVariable(value: Value): boolean;
  isNull(value: Value): boolean;
  items(value: Value): readonly Value[] | undefined;
  members(value: Value): ReadonlyMap<string, Value> | undefined;
  parse(type: GraphQLLeafType, value: Value): unknown;
  print(value: Value): string;
  /** The node to point at: the literal itself, or what declares the variable. */
  node(value: Value, around: ASTNode): ASTNode;
}

const literals: Form<ValueNode> = {
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

const json: Form<unknown> = {
  isVariable: () => false,
  isNull: (value) => value === null || value === undefined,
  items: (value) => (Array.isArray(value) ? value : undefined),
  members: (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : undefined,
  parse: (type, value) => type.parseValue(value),
  print: show,
  node: (_value, around) => around,
};

interface Place<Value> {
  form: Form<Value>;
  /** As a client names it: `input.datasetMaxBindCount`. */
  field: string;
  nodes: ASTNode;
}

/** Everything that a type refuses in a value, each told with its field. */
function* problems<Value>(
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
      yield refusedAt({ field, sent: form.print(value), expected: type.name, nodes }, undefined);
      return;
    }
    const defined = type.getFields();
    for (const [name, member] of members) {
      const inner = { ...place, field: `${field}.${name}` };
      if (defined[name]) yield* problems(member, defined[name].type, inner);
      else yield unknown(`${field}.${cut(name)}`, Object.keys(defined), nodes);
    }
    for (const definition of Object.values(defined)) {
      if (isRequiredInputField(definition) && !members.has(definition.name)) {
        yield missing(`${field}.${definition.name}`, nodes);
      }
    }
  } else {
    const refused = (error?: unknown) =>
      refusedAt({ field, sent: form.print(value), expected: type.name, nodes }, error);
    try {
      if (form.parse(type, value) === undefined) yield refused();
    } catch (error) {
      yield refused(error);
    }
  }
}

function missing(field: string, nodes: ASTNode): GraphQLError {
  return badInput({ field, message: "A value is required.", nodes });
}

function unknown(field: string, names: readonly string[], nodes: ASTNode): GraphQLError {
  return badInput({
    field,
    allowed: names.join(", "),
    message: "There is no such argument or field.",
    nodes,
  });
}

/**
 * Validates the arguments and literals of a document, in place of graphql-js' rules for the same
 * (`KnownArgumentNames`, `ProvidedRequiredArguments`, `ValuesOfCorrectType`), whose errors name no field.
 */
export const inputRule: ValidationRule = (context) => {
  function check(
    node: ASTNode & { arguments?: readonly ArgumentNode[] },
    definitions: readonly GraphQLArgument[],
  ) {
    const sent = new Map((node.arguments ?? []).map((argument) => [argument.name.value, argument]));
    for (const [field, argument] of sent) {
      const definition = definitions.find(({ name }) => name === field);
      if (!definition) {
        context.reportError(
          unknown(
            cut(field),
            definitions.map(({ name }) => name),
            argument,
          ),
        );
        continue;
      }
      for (const problem of problems(argument.value, definition.type, {
        form: literals,
        field,
        nodes: argument.value,
      })) {
        context.reportError(problem);
      }
    }
    for (const definition of definitions) {
      if (isRequiredArgument(definition) && !sent.has(definition.name)) {
        context.reportError(missing(definition.name, node));
      }
    }
  }
  return {
    // Of what is itself unknown another rule tells.
    Field(node) {
      const definition = context.getFieldDef();
      if (definition) check(node, definition.args);
    },
    Directive(node) {
      const definition = context.getDirective();
      if (definition) check(node, definition.args);
    },
    VariableDefinition({ defaultValue, type, variable }) {
      const inputType = typeFromAST(context.getSchema(), type);
      if (!defaultValue || !isInputType(inputType)) return;
      const place = { form: literals, field: `$${variable.name.value}`, nodes: defaultValue };
      for (const problem of problems(defaultValue, inputType, place)) context.reportError(problem);
    },
  };
};

/** What is wrong with an operation's variables, each told by the argument that it is used in; the first 50. */
export function variableProblems(request: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}): GraphQLError[] {
  const { schema, document, operation, variables } = request;
  const places = placesOfVariables(operation, document);
  const found: GraphQLError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!isInputType(type) || (definition.defaultValue && value === undefined)) continue;
    const place = { form: json, field: places.get(name) ?? `$${name}`, nodes: definition };
    for (const problem of problems(value, type, place)) {
      found.push(problem);
      if (found.length === maxProblems) return found;
    }
  }
  return found;
}

const maxProblems = 50;

/** The error for a variable that is null in a place that takes none, which only the execution finds. */
export function nullRefused(
  variable: VariableNode,
  { operation, document }: { operation: OperationDefinitionNode; document: DocumentNode },
): GraphQLError {
  const name = variable.name.value;
  return missing(placesOfVariables(operation, document).get(name) ?? `$${name}`, variable);
}

/** Where an operation, or a fragment, first uses each variable: `input.description`. */
function placesOfVariables(operation: OperationDefinitionNode, document: DocumentNode): Map<string, string> {
  const places = new Map<string, string>();
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  for (const root of [operation, ...fragments]) {
    visit(root, {
      Variable(node, _key, parent, _path, ancestors) {
        if (places.has(node.name.value)) return;
        const names = [...ancestors, parent].flatMap((ancestor) =>
          ancestor &&
          "kind" in ancestor &&
          (ancestor.kind === Kind.ARGUMENT || ancestor.kind === Kind.OBJECT_FIELD)
            ? [ancestor.name.value]
            : [],
        );
        if (names.length > 0) places.set(node.name.value, names.join("."));
      },
    });
  }
  return places;
}
