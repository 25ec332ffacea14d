import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLTypeResolver,
  OperationDefinitionNode,
  ResponsePath,
  SelectionSetNode,
} from "graphql";

export type PromiseOrValue<T> = Promise<T> | T;
export type Results = Record<string, unknown>;
export type Variables = Readonly<Record<string, unknown>>;

/** One execution of an operation: what a plan doesn't know. */
export interface Execution {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly variableValues: Variables;
  readonly fieldResolver: GraphQLFieldResolver<unknown, unknown>;
  readonly typeResolver: GraphQLTypeResolver<unknown, unknown>;
  readonly planOf: PlanOf;
  readonly collected: CollectedErrors;
}

export interface CollectedErrors {
  readonly errors: GraphQLError[];
  /** Where an error left null; `undefined` is `data` itself. */
  readonly nulled: Set<ResponsePath | undefined>;
}

/** The plan of selection sets that are executed as one, on an object type. */
export type PlanOf = (
  execution: Execution,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
) => SelectionSetPlan;

export interface SelectionSetPlan {
  readonly fields: readonly FieldPlan[];
  /** Has every response name, in order: its copies are quick to fill and to stringify. */
  readonly template: Readonly<Results> | undefined;
}

/** A field where it's selected; its coordinate, `Type.field`, is for messages. */
export interface FieldPlace {
  readonly nodes: readonly FieldNode[];
  readonly coordinate: string;
}

/** A value in the response: a field's, or an element of its list. */
export interface Position {
  readonly nodes: readonly FieldNode[];
  readonly type: GraphQLOutputType;
  readonly complete: Complete;
}

export interface FieldPlan extends Position {
  readonly responseName: string;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly coerceArguments: (variables: Variables) => Record<string, unknown>;
  readonly property: ReadProperty | undefined;
}

/** Fields whose resolver only reads a property, and whose values need no info to be completed. */
export interface ReadProperty {
  readonly name: string;
  /** Whether a primitive value is completed without a path too. */
  readonly isLeaf: boolean;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
}

/** CompleteValue of one type. Leaf types need no path and no info. */
export type Complete = (
  execution: Execution,
  value: unknown,
  path: ResponsePath | undefined,
  info: GraphQLResolveInfo | undefined,
) => unknown;
