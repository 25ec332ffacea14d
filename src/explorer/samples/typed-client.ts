import { plugin } from "@graphql-codegen/typescript-operations";
import { Kind, print, visit, type DocumentNode, type GraphQLSchema } from "graphql";
import type { Operation } from "../editor/operation.ts";
import { schemaMetadata } from "../planning/schema-metadata.ts";
import { moduleKinds, template, typescript } from "./literal.ts";
import { isSubscription, takesVariables, type Sample } from "./sample.ts";

const config = {
  scalars: schemaMetadata.scalars,
  strictScalars: true,
  enumsAsTypes: true,
  disableDescriptions: true,
};

/** The operation by `graphql-request`, with a typed document: its variables and its answer have their types. */
export const typedClient: Sample<Promise<string>> = async (operation, { endpoint, schema }) => {
  const { document, variables, headers } = operation;
  const { types, data, input } = await typesOf(operation, schema);
  if (isSubscription(operation)) return typedSubscription(operation, { endpoint, types, data, input });
  const options = Object.keys(headers).length > 0 ? `, {\n  headers: ${typescript(headers, "  ")},\n}` : "";
  const passed = takesVariables(operation) ? `, variables` : "";
  return `// npm install graphql graphql-request @graphql-typed-document-node/core
// ${moduleKinds}
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { parse } from "graphql";
import { GraphQLClient } from "graphql-request";

${types}

const document: TypedDocumentNode<${data}, ${input}> = parse(/* GraphQL */ ${template(print(document), "")});
${passed && `const variables: ${input} = ${typescript(variables)};\n`}
const client = new GraphQLClient(${typescript(endpoint)}${options});

async function main() {
  const data = await client.request(document${passed});
  console.log(JSON.stringify(data, null, 2));
}

void main();
`;
};

interface TypedSubscription extends Awaited<ReturnType<typeof typesOf>> {
  readonly endpoint: string;
}

/** The same of a subscription, by `graphql-sse`, whose events have their type. */
function typedSubscription(
  operation: Operation,
  { endpoint, types, data, input }: TypedSubscription,
): string {
  const { document, variables, headers } = operation;
  const options = Object.keys(headers).length > 0 ? `, headers: ${typescript(headers, "  ")}` : "";
  const passed = takesVariables(operation) ? ", variables" : "";
  return `// npm install graphql graphql-sse
// ${moduleKinds}
import { createClient } from "graphql-sse";

${types}

const query = /* GraphQL */ ${template(print(document), "")};
${passed && `const variables: ${input} = ${typescript(variables)};\n`}
const client = createClient({ url: ${typescript(endpoint)}${options} });

async function main() {
  for await (const { data, errors } of client.iterate<${data}>({ query${passed} })) {
    if (errors) throw new Error(errors.map(({ message }) => message).join("\\n"));
    console.log(JSON.stringify(data, null, 2));
  }
}

void main();
`;
}

/** The types of an operation's variables and answer, by graphql-codegen, and what they are called. */
async function typesOf({ document }: Operation, schema: GraphQLSchema) {
  const output = await plugin(schema, [{ document: named(document), location: "" }], config, {
    outputFile: "sample.ts",
  });
  const { content, prepend = [] } = typeof output === "string" ? { content: output } : output;
  const helpers = prepend
    .map((helper) => helper.replace(/^\/\*\*.*\*\/\n/, ""))
    .filter((helper) => content.includes(`${/type (\w+)/.exec(helper)?.[1]}<`));
  const input = /type (\w+Variables) = /.exec(content)?.[1] ?? "Record<string, never>";
  return {
    types: [...helpers, content.replaceAll(/\n{3,}/g, "\n\n").trim()].join("\n\n"),
    input,
    data: input.replace(/Variables$/, ""),
  };
}

/** The document with a name for its operation, which the types are named for. */
function named(document: DocumentNode): DocumentNode {
  return visit(document, {
    OperationDefinition: (node) =>
      node.name ? undefined : { ...node, name: { kind: Kind.NAME, value: "Unnamed" } },
  });
}
