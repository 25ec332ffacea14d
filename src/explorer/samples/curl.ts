import { print, type DocumentNode } from "graphql";
import { graphJson, type Operation } from "../editor/operation.ts";
import { shell } from "./literal.ts";
import { headersOf, isSubscription, takesVariables, type Sample } from "./sample.ts";

/** The operation as a command of curl. */
export const curl: Sample = (operation, { endpoint }) =>
  [
    `curl ${isSubscription(operation) ? "-N " : ""}${shell(endpoint)}`,
    ...Object.entries(headersOf(operation)).map(
      // A header without a value ends in a semicolon: curl takes `name:` for one to be left out.
      ([name, value]) => `-H ${shell(value === "" ? `${name};` : `${name}: ${value}`)}`,
    ),
    `-d ${shell(body(operation))}`,
  ].join(" \\\n  ");

function body(operation: Operation): string {
  const { document, variables } = operation;
  const members = [
    `  "query": ${JSON.stringify(onOneLine(document))}`,
    ...(takesVariables(operation) ? [`  "variables": ${graphJson(variables)}`] : []),
  ];
  return `{\n${members.join(",\n")}\n}`;
}

/** An operation's text on one line where that changes nothing. */
function onOneLine(document: DocumentNode): string {
  const text = print(document);
  return text.includes('"""') ? text : text.replaceAll(/\n\s*/g, " ");
}
