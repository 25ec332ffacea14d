import { print } from "graphql";
import { template, typescript } from "./literal.ts";
import { headersOf, isSubscription, takesVariables, type Sample } from "./sample.ts";

/** The operation by `fetch`, as TypeScript. */
export const fetchSample: Sample = (operation, { endpoint }) => {
  const headers = headersOf(operation);
  return `const query = /* GraphQL */ ${template(print(operation.document), "")};
${takesVariables(operation) ? `const variables = ${typescript(operation.variables)};\n` : ""}
async function main() {
  const response = await fetch(${typescript(endpoint)}, {
    method: "POST",
    headers: ${typescript(headers, "    ")},
    body: JSON.stringify({ query${takesVariables(operation) ? ", variables" : ""} }),
  });
${isSubscription(operation) ? readEvents : readResult}}

void main();
`;
};

const readResult = `  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("\\n"));
  console.log(JSON.stringify(data, null, 2));
`;

// An event is a block of lines; comments among them keep the connection.
const readEvents = `  if (!response.ok || !response.body) throw new Error(await response.text());
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (text + part.value).split("\\n\\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const json = /^data: (.+)$/m.exec(block)?.[1];
      if (json === undefined) continue;
      const { data, errors } = JSON.parse(json) as { data?: unknown; errors?: { message: string }[] };
      if (errors) throw new Error(errors.map(({ message }) => message).join("\\n"));
      console.log(JSON.stringify(data, null, 2));
    }
  }
`;
