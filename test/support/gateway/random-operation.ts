import { array, boolean, constant, constantFrom, integer, oneof, tuple, type Arbitrary } from "fast-check";
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

export interface RandomOperations {
  readonly schema: GraphQLSchema;
  /** What stands for every response name, operation name and fragment name. */
  readonly names: readonly string[];
  /** The arguments of root fields and others that need some, by coordinate: `Query.project` is `(projectName: "atlas")`. */
  readonly args: Readonly<Record<string, string>>;
}

/** Queries of a schema, valid ones, whose response names are drawn from a list. */
export function randomQuery(options: RandomOperations): Arbitrary<string> {
  const root = options.schema.getQueryType()!;
  return tuple(constantFrom(...options.names), selection(options, root, 5)).map(
    ([name, selected]) => `query ${name} ${selected}`,
  );
}

/** `{ then: id … on Dataset { catch: datasetName } }`: no response name comes twice, so that nothing conflicts. */
function selection(options: RandomOperations, type: GraphQLNamedType, depth: number): Arbitrary<string> {
  const { names } = options;
  const fields = fieldsOf(options, type, depth);
  const typename = constant(({ name }: { name: string }) => `${name}: __typename`);
  if (fields.length === 0 || isUnionType(type))
    return constantFrom(...names).map((name) => `{ ${name}: __typename }`);
  const one = oneof({ weight: 1, arbitrary: typename }, { weight: 6, arbitrary: oneof(...fields) });
  return tuple(
    array(one, { minLength: 1, maxLength: Math.min(4, names.length) }),
    integer({ min: 0, max: names.length - 1 }),
    boolean(),
  ).map(([makers, first, inFragment]) => {
    const written = makers.map((write, index) => write({ name: names[(first + index) % names.length]! }));
    const [head, ...rest] = written;
    return inFragment
      ? `{ ${head} ... on ${type.name} { ${rest.join(" ") || head} } }`
      : `{ ${written.join(" ")} }`;
  });
}

type Writer = (as: { name: string }) => string;

function fieldsOf(options: RandomOperations, type: GraphQLNamedType, depth: number): Arbitrary<Writer>[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const args = options.args[`${type.name}.${field.name}`] ?? "";
    if (args === "" && field.args.some(isRequiredArgument)) return [];
    return writersOf(options, field, { args, depth });
  });
}

function writersOf(
  options: RandomOperations,
  field: GraphQLField<unknown, unknown>,
  { args, depth }: { args: string; depth: number },
): Arbitrary<Writer>[] {
  const of = getNamedType(field.type);
  const isComposite = isObjectType(of) || isInterfaceType(of) || isUnionType(of);
  if (!isComposite) return [constant(({ name }) => `${name}: ${field.name}${args}`)];
  if (depth === 0) return [];
  return [
    selection(options, of, depth - 1).map(
      (inner): Writer =>
        ({ name }) =>
          `${name}: ${field.name}${args} ${inner}`,
    ),
  ];
}
