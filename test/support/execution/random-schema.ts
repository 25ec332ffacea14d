import {
  defaultFieldResolver,
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  type GraphQLAbstractType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLOutputType,
} from "graphql";
import type { Draw } from "./draw.ts";
import { answer, type World } from "./random-outcomes.ts";

export const Color = new GraphQLEnumType({
  name: "Color",
  values: { RED: { value: "red" }, GREEN: { value: 2 }, BLUE: { value: { blue: true } } },
});
/** Serializes whatever it is given; what must not come out of a scalar by name. */
export const Odd = new GraphQLScalarType({
  name: "Odd",
  serialize(value) {
    if (value === "none") return undefined;
    if (value === "throws") throw new Error("Odd throws");
    if (value === "promise") return Promise.resolve("promised");
    if (value === "rejects") return Promise.reject(new Error("Odd rejects"));
    // As a member named `then` it would make a promise of the object around it, with either executor.
    if (typeof value === "function") throw new Error("Odd takes no function");
    return value;
  },
});
export const Box = new GraphQLInputObjectType({
  name: "Box",
  fields: {
    size: { type: new GraphQLNonNull(GraphQLInt) },
    colors: { type: new GraphQLList(Color), defaultValue: ["red"] },
    odd: { type: Odd },
  },
});
const leaves = [GraphQLInt, GraphQLString, GraphQLFloat, GraphQLBoolean, GraphQLID, Color, Odd];

/** A schema with types of every kind, whose resolvers do what their world says. */
export function randomSchema(draw: Draw): GraphQLSchema {
  const objects: GraphQLObjectType[] = [];
  const wrap = (type: GraphQLOutputType): GraphQLOutputType => {
    let wrapped = draw.chance(0.3) ? nonNull(type) : type;
    while (draw.chance(0.3)) {
      wrapped = new GraphQLList(wrapped);
      if (draw.chance(0.3)) wrapped = nonNull(wrapped);
    }
    return wrapped;
  };
  const anyType = () =>
    wrap(draw.chance(0.5) ? draw.of(leaves) : draw.of<GraphQLOutputType>([...objects, ...abstract]));

  const shared = new GraphQLInterfaceType({
    name: "Shared",
    fields: () => sharedFields,
    ...resolveTypeBy(draw),
  });
  const either = new GraphQLUnionType({
    name: "Either",
    types: () => objects.slice(0, 2),
    ...resolveTypeBy(draw),
  });
  const abstract: readonly GraphQLAbstractType[] = [shared, either];
  const count = 3 + draw.below(2);
  for (let index = 0; index < count; index += 1) {
    const isTypeOf = draw.chance(0.4);
    const implementing = index === 0 || draw.chance(0.5);
    objects.push(
      new GraphQLObjectType<unknown, World>({
        name: `O${index}`,
        interfaces: implementing ? [shared] : [],
        fields: () => ({ ...(implementing && sharedFields), ...fieldsOf(index) }),
        ...(isTypeOf && {
          isTypeOf: (value, world) => world.typeTest(`O${index}`, value) as boolean,
        }),
      }),
    );
  }
  const sharedFields = fieldsNamed(["s0", "s1", "s2"]);
  const ownFields = objects.map((_type, index) => fieldsNamed(["f0", "f1", "f2", "f3", `g${index}`]));
  const fieldsOf = (index: number) => ownFields[index]!;

  function fieldsNamed(names: readonly string[]): Record<string, GraphQLFieldConfig<unknown, World>> {
    return Object.fromEntries(names.map((name) => [name, fieldNamed(name)]));
  }
  function fieldNamed(name: string): GraphQLFieldConfig<unknown, World> {
    const field = { type: anyType() };
    const kind = draw.below(10);
    if (kind < 3) return field;
    if (kind === 3) return { ...field, resolve: defaultFieldResolver };
    if (kind < 6) {
      const resolve = (parent: unknown) => (parent as Record<string, unknown>)[`_${name}`];
      const extensions = { pothosExposedField: `_${name}`, pothosOriginalResolve: resolve };
      // Of some a plugin has replaced the resolver.
      return { ...field, extensions, resolve: draw.chance(0.7) ? resolve : answer };
    }
    return { ...field, resolve: answer, args: draw.chance(0.5) ? argumentsOf(draw) : {} };
  }

  const root = (name: string) =>
    new GraphQLObjectType<unknown, World>({
      name,
      fields: fieldsNamed(["f0", "f1", "f2", "f3", "f4", "f5"]),
    });
  return new GraphQLSchema({
    query: root("Query"),
    mutation: root("Mutation"),
    ...(draw.chance(0.9) && { subscription: root("Subscription") }),
    types: [...objects, Box, Color],
  });
}

const nonNull = (type: GraphQLOutputType) =>
  type instanceof GraphQLNonNull ? type : new GraphQLNonNull(type);

function resolveTypeBy(draw: Draw) {
  if (draw.chance(0.4)) return {};
  return {
    resolveType: (value: unknown, world: World, _info: unknown, type: GraphQLAbstractType) =>
      world.typeName(type.name, value) as string,
  };
}

function argumentsOf(draw: Draw): GraphQLFieldConfigArgumentMap {
  return {
    ...(draw.chance(0.7) && {
      int: { type: draw.chance(0.3) ? new GraphQLNonNull(GraphQLInt) : GraphQLInt },
    }),
    ...(draw.chance(0.5) && { text: { type: GraphQLString, defaultValue: "default" } }),
    ...(draw.chance(0.5) && { color: { type: draw.chance(0.2) ? new GraphQLNonNull(Color) : Color } }),
    ...(draw.chance(0.5) && { boxes: { type: new GraphQLList(Box) } }),
    ...(draw.chance(0.3) && { odd: { type: Odd, defaultValue: { shared: [] } } }),
  };
}
