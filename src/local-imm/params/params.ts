import { z } from "zod";
import type { Model } from "../../contract/contract-types.ts";
import { invalid, malformedJson, missing, quotaTooLarge } from "../http/fault.ts";
import { isLonger } from "./text.ts";

const name = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;
const decimal = /^[1-9][0-9]*$/;

/** The parameters of one call: read by name, refused as IMM would. */
export class Params {
  readonly #values: ReadonlyMap<string, string>;

  /** IMM names what is missing before it looks at what was sent. */
  constructor(values: ReadonlyMap<string, string>, declared: Model) {
    for (const [parameter, { required }] of Object.entries(declared)) {
      if (required && !values.get(parameter)) throw missing(parameter);
    }
    this.#values = values;
  }

  /** The name of a project or dataset, which the contract requires. */
  name(parameter: "ProjectName" | "DatasetName"): string {
    const value = this.#values.get(parameter) ?? "";
    if (!name.test(value))
      throw invalid(parameter, "It must be 1 to 128 of A-Z, a-z, 0-9, _ and -, first a letter or _.");
    return value;
  }

  /** Text of so many characters of any script at most; undefined where it wasn't sent. */
  text(parameter: string, maxLength = Infinity): string | undefined {
    const value = this.#values.get(parameter);
    // SQLite would cut the text there.
    if (value?.includes("\0")) throw invalid(parameter, "It must not hold a NUL.");
    if (value && isLonger(value, maxLength))
      throw invalid(parameter, `It must be of at most ${maxLength} characters.`);
    return value;
  }

  /** A limit from 1 to `max`; undefined where it wasn't sent. */
  limit(parameter: string, max: bigint): bigint | undefined {
    const value = this.#values.get(parameter);
    if (value === undefined) return undefined;
    if (!decimal.test(value)) throw invalid(parameter, "It must be an integer from 1.");
    // By length first: a number of a million digits takes long to read.
    if (value.length > max.toString().length || BigInt(value) > max) throw quotaTooLarge();
    return BigInt(value);
  }

  /** True, or false where it wasn't sent. */
  flag(parameter: string): boolean {
    const value = this.#values.get(parameter);
    if (value !== undefined && value !== "true" && value !== "false") {
      throw invalid(parameter, "It must be true or false.");
    }
    return value === "true";
  }

  /** How many a page may hold. */
  maxResults(): bigint {
    const value = this.#values.get("MaxResults") ?? "0";
    if (!/^(0|[1-9][0-9]{0,2})$/.test(value) || Number(value) > 200) {
      throw invalid("MaxResults", "It must be an integer from 0 to 200.");
    }
    return BigInt(value) || 100n;
  }

  /** A list, sent as JSON text; undefined where it wasn't sent. */
  list<T>(parameter: string, member: z.ZodType<T>, maxCount = Infinity): T[] | undefined {
    const value = this.#values.get(parameter);
    if (value === undefined) return undefined;
    const list = parseArray(parameter, value);
    if (list.length > maxCount) throw invalid(parameter, `It must hold at most ${maxCount} members.`);
    const { success, data } = z.array(member).safeParse(list);
    if (!success) throw invalid(parameter);
    return data;
  }
}

function parseArray(parameter: string, text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformedJson(parameter);
  }
  if (!Array.isArray(value)) throw malformedJson(parameter);
  return value;
}
