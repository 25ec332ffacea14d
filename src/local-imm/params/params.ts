import type { z } from "zod";
import type { Model } from "../../contract/contract-types.ts";
import { invalid, malformedJson, missing, quotaTooLarge } from "../http/fault.ts";
import { parseJson, TooLarge } from "./json.ts";
import { problemOf, refusal, requirement } from "./problem.ts";
import { textProblem } from "./schemas/text.ts";

const name = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;
const decimal = /^[1-9][0-9]*$/;

/** The parameters of one call: read by name, refused as IMM would. */
export class Params {
  readonly #values: ReadonlyMap<string, string>;

  /** IMM names what is missing before it looks at what was sent. */
  constructor(values: ReadonlyMap<string, string>, declared: Model) {
    this.#values = values;
    this.require(...Object.keys(declared).filter((parameter) => declared[parameter]!.required));
  }

  /** Whether a parameter was sent; an empty one wasn't. */
  has(parameter: string): boolean {
    return Boolean(this.#values.get(parameter));
  }

  /** Refuses a call without these parameters. */
  require(...parameters: readonly string[]): void {
    for (const parameter of parameters) if (!this.has(parameter)) throw missing(parameter);
  }

  /** The name of a project or dataset, which was sent. */
  name(parameter: "ProjectName" | "DatasetName"): string {
    const value = this.#values.get(parameter) ?? "";
    if (name.test(value)) return value;
    throw refusal(parameter, "must be 1 to 128 of A-Z, a-z, 0-9, _ and -, first a letter or _", value);
  }

  /** Text of so many characters of any script at most; undefined if it wasn't sent. */
  text(parameter: string, maxLength = Infinity): string | undefined {
    const value = this.#values.get(parameter);
    const problem = value && textProblem(value, maxLength);
    if (problem) throw refusal(parameter, problem, value);
    return value;
  }

  /** The same of a parameter that the contract requires. */
  required(parameter: string, maxLength: number): string {
    const value = this.text(parameter, maxLength);
    if (value === undefined) throw missing(parameter);
    return value;
  }

  /** A limit from 1 to `max`; undefined if it wasn't sent. */
  limit(parameter: string, max: bigint): bigint | undefined {
    const value = this.#values.get(parameter);
    if (value === undefined) return undefined;
    if (!decimal.test(value)) throw refusal(parameter, `must be an integer from 1 to ${max}`, value);
    // By length first: a number of a million digits takes long to read.
    if (value.length > max.toString().length || BigInt(value) > max) throw quotaTooLarge();
    return BigInt(value);
  }

  /** True, or false if it wasn't sent. */
  flag(parameter: string): boolean {
    const value = this.#values.get(parameter);
    if (value !== undefined && value !== "true" && value !== "false") {
      throw refusal(parameter, "must be true or false", value);
    }
    return value === "true";
  }

  /** What a schema makes of a parameter's text; undefined if it wasn't sent. */
  read<T>(parameter: string, schema: z.ZodType<T>): T | undefined {
    const value = this.#values.get(parameter);
    return value === undefined ? undefined : check(parameter, schema, value);
  }

  /** What a schema makes of a parameter that is JSON text; undefined if it wasn't sent. */
  json<T>(parameter: string, schema: z.ZodType<T>): T | undefined {
    const value = this.#values.get(parameter);
    return value === undefined
      ? undefined
      : check(parameter, schema, jsonOf(parameter, value), { isJson: true });
  }

  /** The same of a parameter that the contract requires. */
  requiredJson<T>(parameter: string, schema: z.ZodType<T>): T {
    const value = this.json(parameter, schema);
    if (value === undefined) throw missing(parameter);
    return value;
  }
}

function check<T>(parameter: string, schema: z.ZodType<T>, value: unknown, { isJson = false } = {}): T {
  const { success, data, error } = schema.safeParse(value, { error: requirement, reportInput: true });
  if (success) return data;
  const [first] = error.issues;
  const problem = problemOf(parameter, first!);
  // A list where an object must be, for example.
  if (isJson && first!.code === "invalid_type" && first!.path.length === 0)
    throw malformedJson(parameter, problem);
  throw invalid(parameter, problem);
}

function jsonOf(parameter: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof TooLarge) throw refusal(parameter, error.message);
    throw malformedJson(parameter, problemOf(parameter, { path: [], message: "must be JSON", input: text }));
  }
}
