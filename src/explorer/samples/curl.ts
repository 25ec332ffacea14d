import { onOneLine, type Operation } from "../operation.ts";
import { graphJson, shell } from "./literal.ts";
import { hasVariables, type Sample } from "./sample.ts";

/** The operation as a command of curl. */
export const curl: Sample = (operation, { endpoint }) =>
  [
    `curl ${shell(endpoint)}`,
    ...Object.entries({ "content-type": "application/json", ...operation.headers }).map(
      ([name, value]) => `-H ${shell(`${name}: ${value}`)}`,
    ),
    `-d ${shell(body(operation))}`,
  ].join(" \\\n  ");

function body(operation: Operation): string {
  const { document, variables } = operation;
  const members = [
    `  "query": ${JSON.stringify(onOneLine(document))}`,
    ...(hasVariables(operation) ? [`  "variables": ${graphJson(variables)}`] : []),
  ];
  return `{\n${members.join(",\n")}\n}`;
}
