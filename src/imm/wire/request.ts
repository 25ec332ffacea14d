import { stringify } from "lossless-json";
import { contract, parametersOf, withNumbers } from "../../contract/contract.ts";
import type { Action } from "../../contract/wire.ts";
import { ImmError } from "../error.ts";

/** An action's parameters as text, each where the contract says that it travels. */
export interface WireRequest {
  readonly query: Readonly<Record<string, string>>;
  /** The form body; undefined where the action has none. */
  readonly form: Readonly<Record<string, string>> | undefined;
}

/**
 * Writes parameters as IMM reads them: structures as JSON text, integers as decimal text, what is undefined left out.
 *
 * @throws ImmError for text that is not Unicode (a lone surrogate), which can't be sent.
 */
export function wireRequest(action: Action, params: Readonly<Record<string, unknown>>): WireRequest {
  const { query, body, json = [] } = contract.operations[action];
  const texts = (names: readonly string[]) => {
    const written: Record<string, string> = {};
    for (const name of names) {
      const value = params[name];
      if (value === undefined || value === null) continue;
      written[name] = text(action, name, value, json.includes(name));
    }
    return written;
  };
  return { query: texts(query), form: body && texts(body) };
}

function text(action: Action, name: string, value: unknown, isJson: boolean): string {
  const written = isJson ? jsonText(withNumbers(value, parametersOf(action)[name]!)) : String(value);
  if (written.isWellFormed()) return written;
  throw new ImmError(action, "refused", {
    code: `Invalid${name}`,
    unsent: true,
    message: `${name} holds half of a surrogate pair, which is not Unicode text.`,
  });
}

function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // It refuses bigints, and writes all else in a fraction of the time.
    return stringify(value)!;
  }
}

/** Encodes a form body. */
export function encode(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([name, value]) => `${name}=${encodeText(value)}`)
    .join("&");
}

/** Encodes a value as RFC 3986 has it, which also signatures want. */
export function encodeText(value: string): string {
  const encoded = encodeURIComponent(value);
  return /[!'()*]/.test(encoded) ? encoded.replaceAll(/[!'()*]/g, escaped) : encoded;
}

const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
