import {
  getOperationAST,
  GraphQLError,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ParseOptions,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import {
  conditionsArgument,
  measure,
  type DocumentSize,
  type MeasuredDocument,
} from "../../graphql/cost/document-size.ts";
import { operationTooLarge } from "../../graphql/cost/operation-too-large.ts";
import { sizeOfValue, type ValueSize } from "../../graphql/cost/value-size.ts";
import { variableUsages, type VariableUsages } from "../../graphql/input/variable-problems.ts";
import type { Limits } from "./limits.ts";
import { onOperation } from "./on-operation.ts";

type Limit = keyof DocumentSize | "tokens";

const elsewhere = "send the others in requests of their own";

const advice: Readonly<Record<Limit, (allowed: number) => string>> = {
  tokens: (allowed) =>
    `A document may have ${allowed} tokens: ask for less at once, and send long values, as of \`where\`, in variables.`,
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

// What a query's conditions may have is said of the query: these stand behind that.
const conditions = { depth: 2, listSize: 10 };

/** Refuses a document that is too large before it is validated, and variables that are before anything reads them. */
export function useSizeLimits(limits: Limits): Plugin {
  const check = (limit: Limit, requested: number | undefined, times = 1) => {
    const allowed = limits[limit] * times;
    if (requested !== undefined && requested <= allowed) return;
    const http = { status: 400, spec: true };
    throw operationTooLarge({ limit, requested, allowed, message: advice[limit](allowed), http });
  };

  const checkConditions = ({ depth, listSize }: ValueSize) => {
    check("depth", depth, conditions.depth);
    check("listSize", listSize, conditions.listSize);
  };

  function read(source: string, options?: ParseOptions): [DocumentNode, MeasuredDocument] {
    try {
      const document = parse(source, { ...options, maxTokens: limits.tokens });
      return [document, measure(document)];
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
        const [document, measured] = read(source, options);
        for (const [limit, requested] of Object.entries(measured.size)) {
          check(limit as keyof DocumentSize, requested);
        }
        checkConditions(measured.conditions);
        return document;
      });
    },
    ...onOperation((args) => {
      const variables = Object.entries(args.variableValues ?? {});
      check("variables", variables.length);
      const sizes = variables.map(([name, value]) => ({ name, value, ...sizeOfValue(value) }));
      const large = sizes.filter(({ depth, listSize }) => depth > limits.depth || listSize > limits.listSize);
      if (large.length === 0) return undefined;
      const usages = usagesOf(args);
      for (const { name, value, depth, listSize } of large) {
        const usage = usages.get(name);
        if (usage?.split(".")[0] === conditionsArgument) {
          checkConditions({ depth, listSize });
          continue;
        }
        check("depth", depth);
        if (usage !== "representations" || !Array.isArray(value)) check("listSize", listSize);
        else for (const thing of value) check("listSize", sizeOfValue(thing).listSize);
      }
      return undefined;
    }),
  };
}

/** What each variable is used for. */
function usagesOf({ document, operationName }: ExecutionArgs): VariableUsages {
  const operation = getOperationAST(document, operationName);
  return operation ? variableUsages(operation, document) : new Map();
}
