import type { Plugin } from "graphql-yoga";
import { writeResult } from "./write-result.ts";

/** Has results written by `writeResult`, so that a large one becomes bytes without ever being one text. */
export function useLargeResults(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (Symbol.asyncIterator in result || Array.isArray(result)) return;
      // Yoga makes a Response of what this returns, which takes bytes too; where Yoga wants a text, they become it.
      const stringify = writeResult as (result: object) => string;
      setResult({ ...result, stringify });
    },
  };
}
