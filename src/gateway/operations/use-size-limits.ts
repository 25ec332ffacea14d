import {
  getOperationAST,
  GraphQLError,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ParseOptions,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { sizeOf, type DocumentSize } from "../../graphql/cost/document-size.ts";
import { operationTooLarge } from "../../graphql/cost/operation-too-large.ts";
import { sizeOfValue } from "../../graphql/cost/value-size.ts";
import { variableUsages } from "../../graphql/input/variable-problems.ts";
import type { Limits } from "./limits.ts";
import { onOperation } from "./on-operation.ts";

type Limit = keyof DocumentSize | "tokens";

const elsewhere = "send the others in requests of their own";

const advice: Readonly<Record<Limit, (allowed: number) => string>> = {
  tokens: (allowed) => `A document may have ${allowed} tokens: ask for less at once.`,
  depth: (allowed) =>
    `Fields, and lists and objects in a value, may stand ${allowed} levels deep: ask for what is deeper by its key, in a request of its own.`,
  aliases: (allowed) => `An operation may have ${allowed} aliases: ${elsewhere}.`,
  directives: (allowed) => `${allowed} directives may stand at one place: one of a kind is enough.`,
  repeatedFields: (allowed) =>
    `One name may stand ${allowed} times in a selection, its fragments included: select a field once.`,
  variables: (allowed) => `A request may have ${allowed} variables: ${elsewhere}.`,
  // A part would delete the rest.
  listSize: (allowed) =>
    `A list may have ${allowed} elements: ${elsewhere}, but no part of a list that replaces another, as tags and labels do.`,
};

/** Refuses a document that is too large before it is validated, and variables that are before anything reads them. */
export function useSizeLimits(limits: Limits): Plugin {
  const check = (limit: Limit, requested: number | undefined) => {
    if (requested !== undefined && requested <= limits[limit]) return;
    const allowed = limits[limit];
    const http = { status: 400, spec: true };
    throw operationTooLarge({ limit, requested, allowed, message: advice[limit](allowed), http });
  };

  function read(source: string, options?: ParseOptions): [DocumentNode, DocumentSize] {
    try {
      const document = parse(source, { ...options, maxTokens: limits.tokens });
      return [document, sizeOf(document)];
    } catch (error) {
      if (error instanceof GraphQLError && /tokens\. Parsing aborted\.$/.test(error.message)) {
        check("tokens", undefined);
      }
      // What reads it calls itself for each level: where a setting lets so many through, the stack is the limit.
      if (error instanceof RangeError) check("depth", undefined);
      throw error;
    }
  }

  return {
    onParse({ setParseFn }) {
      setParseFn((source: string, options?: ParseOptions) => {
        const [document, size] = read(source, options);
        for (const [limit, requested] of Object.entries(size)) check(limit as keyof DocumentSize, requested);
        return document;
      });
    },
    ...onOperation((args) => {
      const variables = Object.entries(args.variableValues ?? {});
      check("variables", variables.length);
      const sizes = variables.map(([name, value]) => ({ name, value, ...sizeOfValue(value) }));
      for (const { depth } of sizes) check("depth", depth);
      const long = sizes.filter(({ listSize }) => listSize > limits.listSize);
      if (long.length === 0) return undefined;
      const representations = namesOfRepresentations(args);
      for (const { name, value, listSize } of long) {
        if (!representations.has(name) || !Array.isArray(value)) check("listSize", listSize);
        else for (const thing of value) check("listSize", sizeOfValue(thing).listSize);
      }
      return undefined;
    }),
  };
}

/** The variables that hold all representations of an `_entities`. */
function namesOfRepresentations({ document, operationName }: ExecutionArgs): Set<string> {
  const operation = getOperationAST(document, operationName);
  const usages = operation ? [...variableUsages(operation, document)] : [];
  return new Set(usages.filter(([, usage]) => usage === "representations").map(([name]) => name));
}
