import { print } from "graphql";
import { template, typescript } from "./literal.ts";
import { takesVariables, type Sample } from "./sample.ts";

/** The operation by `fetch`, as TypeScript. */
export const fetchSample: Sample = (operation, { endpoint }) => {
  const headers = { "content-type": "application/json", ...operation.headers };
  return `const query = /* GraphQL */ ${template(print(operation.document), "")};
${takesVariables(operation) ? `const variables = ${typescript(operation.variables)};\n` : ""}
async function main() {
  const response = await fetch(${typescript(endpoint)}, {
    method: "POST",
    headers: ${typescript(headers, "    ")},
    body: JSON.stringify({ query${takesVariables(operation) ? ", variables" : ""} }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("\\n"));
  console.log(JSON.stringify(data, null, 2));
}

void main();
`;
};
