import {
  getVariableValues,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Priced } from "../../graphql/cost/cost.ts";

/** What an operation cost the last time, with these values of the variables that were asked for. */
export interface KnownCost {
  readonly cost: number;
  readonly variables: ReadonlyMap<PropertyKey, unknown>;
}

/** An operation whose variables are read when its price asks for them, and which remembers for which it asked. */
export class PricedOperation implements Priced {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly #args: ExecutionArgs;
  /** Its variables, if anybody has asked for them. */
  read: ReturnType<typeof variablesOf> | undefined;
  /** The values of those that decide what it costs. */
  readonly asked = new Map<PropertyKey, unknown>();

  constructor(args: ExecutionArgs, operation: OperationDefinitionNode) {
    this.schema = args.schema;
    this.document = args.document;
    this.operation = operation;
    this.#args = args;
  }

  readVariables() {
    return (this.read ??= variablesOf(this.#args, this.operation));
  }

  get variableValues() {
    const { asked } = this;
    const ask = (values: Record<string, unknown>, name: PropertyKey) => {
      const value: unknown = Reflect.get(values, name);
      asked.set(name, value);
      return value;
    };
    return new Proxy(this.readVariables().coerced ?? {}, {
      get: ask,
      getOwnPropertyDescriptor(values, name) {
        ask(values, name);
        return Reflect.getOwnPropertyDescriptor(values, name);
      },
    });
  }

  /** Whether the price is what it was then. */
  costsTheSame({ variables }: KnownCost): boolean {
    if (variables.size === 0) return true;
    const values = this.readVariables().coerced ?? {};
    return [...variables].every(([name, value]) => countsAsMuch(values[name as string], value));
  }
}

/** Whether two values cost the same. Of texts none is counted; of a list or an object it may be any part. */
function countsAsMuch(one: unknown, other: unknown): boolean {
  if (typeof one === "string" && typeof other === "string") return true;
  return one === other && Object(one) !== one;
}

function variablesOf({ schema, variableValues }: ExecutionArgs, operation: OperationDefinitionNode) {
  const definitions = operation.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, variableValues ?? {}, {
    maxErrors: 50,
    hideSuggestions: true,
  });
}
