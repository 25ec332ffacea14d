import { printSubgraphSchema } from "@apollo/subgraph";
import {
  getNamedType,
  isEnumType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
  printType,
} from "graphql";
import type { CodegenConfig } from "@graphql-codegen/cli";
import type { Contract, Field, Model } from "./src/contract/contract-types.ts";
import { resourceKeys } from "./src/contract/resource-keys.ts";
import { describeMembers } from "./src/graphql/query/describe-members.ts";
import { builder } from "./src/graphql/schema/builder.ts";
import { schema } from "./src/graphql/schema.ts";
import type { TypeCalls } from "./src/contract/calls.ts";
import { callsOf, type FieldCalls } from "./src/graphql/schema/action-extensions.ts";
import { scalars as scalarTypes } from "./src/graphql/schema/scalar-types.ts";
import { subgraphOf } from "./src/graphql/subgraph/subgraph.ts";
import contractFile from "./schema/imm-2020-09-30.json" with { type: "json" };

const contract = contractFile as unknown as Contract;
const header = "// Made by codegen.ts from schema/imm-2020-09-30.json. Never edited.\n\n";

const wireTypes: Record<string, string> = {
  string: "string",
  boolean: "boolean",
  int32: "number",
  float: "number",
  double: "number",
  int64: "Long",
  "map<any>": "Record<string, unknown>",
};

function printField(model: string, [name, field]: [string, Field]): string {
  const list = field.type.endsWith("[]") ? "[]" : "";
  const element = field.type.slice(0, field.type.length - list.length);
  const isThere = field.required || field.type in resourceKeys || resourceKeys[model]?.includes(name);
  const notes = [
    field.example && `Example: \`${field.example.replaceAll("*/", "*\\/")}\`.`,
    field.deprecated && "@deprecated",
  ].filter(Boolean);
  const comment = notes.length ? `  /** ${notes.join(" ").replaceAll(/\s+/g, " ")} */\n` : "";
  return `${comment}  ${name}${isThere ? "" : "?"}: ${wireTypes[element] ?? element}${list};`;
}

function printModel([name, model]: [string, Model]): string {
  return `export interface ${name} {\n${Object.entries(model)
    .map((field) => printField(name, field))
    .join("\n")}\n}`;
}

function printWireTypes(): string {
  const actions = Object.entries(contract.operations).map(
    ([action, { request, response }]) => `  ${action}: { request: ${request}; response: ${response} };`,
  );
  return [
    `${header}/** A 64-bit integer. A reply holds a bigint where a number would lose digits; a request may hold decimal text too. */`,
    "export type Long = bigint | number | string;\n",
    "/** The parameters and the reply of every action. */",
    `export interface Actions {\n${actions.join("\n")}\n}\n`,
    "export type Action = keyof Actions;",
    'export type Request<A extends Action> = Actions[A]["request"];',
    'export type Reply<A extends Action> = Actions[A]["response"];\n',
    Object.entries(contract.models).map(printModel).join("\n\n"),
    "",
  ].join("\n");
}

function printContract(): string {
  const lines = (entries: object) =>
    Object.entries(entries)
      .map(([name, entry]) => `    ${name}: ${JSON.stringify(entry)},`)
      .join("\n");
  return [
    `${header}import type { Contract } from "./contract-types.ts";\n`,
    "export const data: Contract = {",
    `  version: "${contract.version}",`,
    `  operations: {\n${lines(contract.operations)}\n  },`,
    `  models: {\n${lines(contract.models)}\n  },`,
    "};\n",
  ].join("\n");
}

/** The graph as a client sees it, without what only routers ask for: types by name, fields as they are written. */
function printClientSchema(): string {
  const clientSchema = builder.toSchema({ sortSchema: false });
  describeMembers(clientSchema);
  return Object.values(clientSchema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((type) => printType(type))
    .join("\n\n");
}

const scalars = { ...scalarTypes, _Any: "Record<string, unknown>" };

/** What the explorer builds in: the calls behind each field and type, page sizes, and each scalar's TypeScript type. */
function printSchemaMetadata(): string {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const calling = objects.flatMap((type) => Object.values(type.getFields()).filter(callsOf<FieldCalls>));
  const pages = calling.flatMap((field) => {
    const { action, page } = callsOf<FieldCalls>(field)!;
    return page && action ? [[action, page] as const] : [];
  });
  const enums = calling
    .flatMap(({ args }) => args.map(({ type }) => getNamedType(type)))
    .filter(isEnumType)
    .map((type) => [type.name, Object.fromEntries(type.getValues().map(({ name, value }) => [name, value]))]);
  const fields = objects.map((type) => {
    const actions = Object.values(type.getFields())
      .map((field) => [field.name, callsOf<FieldCalls>(field)?.action] as const)
      .filter(([, action]) => action);
    return [type.name, Object.fromEntries(actions)] as const;
  });
  const polled = calling.flatMap((field) => {
    const answered = callsOf<FieldCalls>(field)?.polled;
    return answered ? [[field.name, answered] as const] : [];
  });
  const metadata = {
    fields: Object.fromEntries(fields.filter(([, actions]) => Object.keys(actions).length > 0)),
    types: Object.fromEntries(
      objects.map((type) => [type.name, callsOf<TypeCalls>(type)] as const).filter(([, calls]) => calls),
    ),
    pages: Object.fromEntries(pages),
    polled: Object.fromEntries(polled),
    enums: Object.fromEntries(enums),
    scalars,
  };
  return [
    "// Made by codegen.ts from src/graphql. Never edited.\n",
    'import type { SchemaMetadata } from "./schema-metadata-types.ts";\n',
    `export const schemaMetadata: SchemaMetadata = ${JSON.stringify(metadata, null, 2)};\n`,
  ].join("\n");
}

type Output = Exclude<CodegenConfig["generates"][string], unknown[]>;

const printed = (content: string): Output => ({
  preset: {
    buildGeneratesSection: (options) => [
      {
        ...options,
        filename: options.baseOutputDir,
        pluginMap: { printed: { plugin: () => content } },
        plugins: [{ printed: {} }],
      },
    ],
  },
});

const config: CodegenConfig = {
  schema: printSchema(schema),
  importExtension: ".ts",
  documents: ["test/**/*.ts", "!test/generated/**"],
  generates: {
    "schema/schema.graphql": printed(`${printClientSchema()}\n`),
    "schema/subgraph.graphql": printed(`${printSubgraphSchema(subgraphOf())}\n`),
    "test/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars },
    },
    "src/explorer/planning/schema-metadata.ts": printed(printSchemaMetadata()),
    "src/contract/contract-data.ts": printed(printContract()),
    "src/contract/wire.ts": printed(printWireTypes()),
  },
};

export default config;
