import { truncate } from "../text/truncate.ts";

/** What a setting may hold. */
export interface Rule {
  /** As a message says it: `a port, 0 to 65535`. */
  readonly allowed: string;
  /** Whether no part of the value may be shown. */
  readonly isSecret?: true;
  isValid(value: string): boolean;
}

/** When a setting applies. */
export interface Condition {
  readonly isMet: boolean;
  /** As a message says it: `IMM_AUTH=jwt`. */
  readonly what: string;
}

/** Reads settings one by one, and collects their problems. */
export interface Reader {
  /** A setting as text; the fallback if it isn't set, or is set and doesn't apply. */
  text(name: string, fallback: string, rule?: Rule, appliesWhen?: Condition): string;
  /** A setting that must be set if it applies; empty if it doesn't. */
  required(name: string, appliesWhen: Condition): string;
  /** One of these words. */
  choice<Word extends string>(name: string, fallback: NoInfer<Word>, words: readonly Word[]): Word;
  /** Whether something is on. */
  isOn(name: string, fallback: boolean): boolean;
  /** A whole number from `min` to `max`. */
  number(
    name: string,
    fallback: number,
    range: { min: number; max: number },
    appliesWhen?: Condition,
  ): number;
  /** A port; 0 picks one. */
  port(name: string, fallback: number): number;
  /** A list, its items separated by commas. */
  list(name: string, rule: Rule, appliesWhen?: Condition): readonly string[];
  /** The name of a file; undefined where none is set. */
  file(name: string, appliesWhen?: Condition): string | undefined;
  /** Adds a problem. */
  addProblem(name: string, problem: string): void;
  /** Adds a warning, which is logged at the start and doesn't stop it. */
  warn(name: string, warning: string): void;
  /** Every warning so far. */
  readonly warnings: readonly string[];
  /** All problems so far, including unknown settings. */
  problems(ignored: (name: string) => boolean): readonly string[];
}

// Other software reads these too, and doesn't trim them.
const shared = /^(NODE_ENV$|OTEL_)/;

/**
 * Makes the reader of an environment. White space around a value is trimmed, and a value that is nothing else counts as
 * not set; what other software reads too keeps its white space.
 */
export function createReader(environment: Readonly<Record<string, string | undefined>>): Reader {
  const problems: string[] = [];
  const warnings: string[] = [];
  const knownNames = new Set<string>();

  const addProblem = (name: string, problem: string) => void problems.push(`${name}: ${problem}`);
  const read = (name: string, appliesWhen: Condition = always) => {
    knownNames.add(name);
    const written = environment[name] ?? "";
    const trimmed = written.trim();
    const nonBlank = trimmed === "" ? undefined : shared.test(name) ? written : trimmed;
    // Kubernetes' link to a service whose name makes it a setting's: `imm-metrics` is `IMM_METRICS_PORT`.
    const isLink = name.endsWith("_PORT") && /^(tcp|udp|sctp):\/\//.test(nonBlank ?? "");
    const value = isLink ? undefined : nonBlank;
    if (value === undefined || appliesWhen.isMet) return value;
    addProblem(name, `goes with ${appliesWhen.what}.`);
    return undefined;
  };
  // On Windows a name is the same in any case, and holds the same.
  const isMiswritten = (name: string) => {
    const setting = name.toUpperCase();
    const isOurs = (setting.startsWith("IMM_") || setting === "NODE_ENV") && knownNames.has(setting);
    return isOurs && name !== setting && environment[setting] !== environment[name];
  };
  const check = (name: string, value: string, { allowed, isValid, isSecret }: Rule) => {
    if (!isValid(value)) addProblem(name, `${isSecret ? "its value" : redacted(value)} is not ${allowed}.`);
  };

  const reader: Reader = {
    text(name, fallback, rule = anything, appliesWhen) {
      const value = read(name, appliesWhen) ?? fallback;
      if (appliesWhen?.isMet !== false) check(name, value, rule);
      return value;
    },
    required(name, appliesWhen) {
      const value = read(name, appliesWhen);
      if (value === undefined && appliesWhen.isMet) addProblem(name, `is needed with ${appliesWhen.what}.`);
      return value ?? "";
    },
    choice(name, fallback, words) {
      const value = read(name) ?? fallback;
      const meant = words.find((word) => word === value.toLowerCase());
      const allowed = `${oneOf.format(words)}${meant === undefined ? "" : `: write ${meant}`}`;
      check(name, value, { allowed, isValid: (word) => words.some((one) => one === word) });
      return value as (typeof words)[number];
    },
    isOn: (name, fallback) => reader.choice(name, fallback ? "on" : "off", ["on", "off"]) === "on",
    number(name, fallback, { min, max }, appliesWhen) {
      const isValid = (text: string) => /^\d{1,16}$/.test(text) && Number(text) >= min && Number(text) <= max;
      return Number(
        reader.text(
          name,
          String(fallback),
          { allowed: `a whole number, ${min} to ${max}`, isValid },
          appliesWhen,
        ),
      );
    },
    port(name, fallback) {
      return Number(reader.text(name, String(fallback), portRule));
    },
    list(name, rule, appliesWhen) {
      const items = (read(name, appliesWhen) ?? "").split(",").map((item) => item.trim());
      const nonBlank = items.filter((item) => item !== "");
      for (const item of nonBlank) check(name, item, rule);
      return nonBlank;
    },
    file: (name, appliesWhen) => read(name, appliesWhen),
    addProblem,
    warn: (name, warning) => void warnings.push(`${name}: ${warning}`),
    warnings,
    problems(ignored) {
      const names = Object.keys(environment);
      const unknown = names.filter(
        (name) => name.startsWith("IMM_") && !knownNames.has(name) && !ignored(name),
      );
      return [
        ...problems,
        ...unknown.map((name) => `${name}: there is no such setting.`),
        ...names.filter(isMiswritten).map((name) => `${name}: is not read: write ${name.toUpperCase()}.`),
      ];
    },
  };
  return reader;
}

/** The rule of a port. */
export const portRule: Rule = {
  allowed: "a port, 0 to 65535",
  isValid: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535,
};

/** A rule by a pattern. */
export function matching(pattern: RegExp, allowed: string): Rule {
  return { allowed, isValid: (value) => pattern.test(value) };
}

/** A value as a message shows it: quoted, truncated, and without a password before a host. */
export function redacted(value: string): string {
  return JSON.stringify(truncate(value.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, "$1…@"), ""));
}

const oneOf = new Intl.ListFormat("en-GB", { type: "disjunction" });

const always: Condition = { isMet: true, what: "" };
/** A rule that allows everything. */
export const anything: Rule = { allowed: "", isValid: () => true };
