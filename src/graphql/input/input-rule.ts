import {
  isInputType,
  isRequiredArgument,
  typeFromAST,
  type ArgumentNode,
  type ASTNode,
  type GraphQLArgument,
  type ValidationRule,
} from "graphql";
import { truncate } from "../../text/truncate.ts";
import { literals, missing, problems, unknown } from "./input-problems.ts";

/**
 * Validates the arguments and literals of a document, in place of graphql-js' rules for the same
 * (`KnownArgumentNames`, `ProvidedRequiredArguments`, `ValuesOfCorrectType`), whose errors name no field.
 */
export const inputRule: ValidationRule = (context) => {
  const { hideSuggestions: hideNames } = context;
  function check(
    node: ASTNode & { arguments?: readonly ArgumentNode[] },
    definitions: readonly GraphQLArgument[],
  ) {
    const sent = new Map((node.arguments ?? []).map((argument) => [argument.name.value, argument]));
    for (const [field, argument] of sent) {
      const definition = definitions.find(({ name }) => name === field);
      if (!definition) {
        context.reportError(
          unknown(truncate(field), hideNames ? undefined : definitions.map(({ name }) => name), argument),
        );
        continue;
      }
      for (const problem of problems(argument.value, definition.type, {
        form: literals,
        field,
        nodes: argument.value,
        hideNames,
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
    // Unknown fields and directives are reported by other rules.
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
      const place = { form: literals, field: `$${variable.name.value}`, nodes: defaultValue, hideNames };
      for (const problem of problems(defaultValue, inputType, place)) context.reportError(problem);
    },
  };
};
