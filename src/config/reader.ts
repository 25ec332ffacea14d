/** What a setting may hold. */
export interface Rule {
  /** As a message says it: `a port, 0 to 65535`. */
  readonly allowed: string;
  /** Whether no part of the value may be shown. */
  readonly isSecret?: true;
  fits(value: string): boolean;
}

/** Where a setting has a meaning. */
export interface Condition {
  readonly holds: boolean;
  /** As a message says it: `IMM_AUTH=jwt`. */
  readonly what: string;
}

/** Reads settings one by one, and keeps what is wrong with them. */
export interface Reader {
  /** A setting as text; the fallback where it isn't set, or is set and has no meaning here. */
  text(name: string, fallback: string, rule?: Rule, goesWith?: Condition): string;
  /** A setting that must be there where it has a meaning, else it is empty. */
  needed(name: string, goesWith: Condition): string;
  /** One of these words. */
  choice<Word extends string>(name: string, fallback: NoInfer<Word>, words: readonly Word[]): Word;
  /** Whether something is on. */
  isOn(name: string, fallback: boolean): boolean;
  /** A whole number from `min` to `max`. */
  number(name: string, fallback: number, range: { min: number; max: number }, goesWith?: Condition): number;
  /** A port; 0 picks one. */
  port(name: string, fallback: number): number;
  /** A list, its items separated by commas. */
  list(name: string, rule: Rule, goesWith?: Condition): readonly string[];
  /** The name of a file; undefined where none is set. */
  file(name: string, goesWith?: Condition): string | undefined;
  /** Keeps a problem. */
  refuse(name: string, problem: string): void;
  /** Keeps what is logged at the start, and doesn't stop it. */
  warn(name: string, warning: string): void;
  /** Every warning so far. */
  readonly warnings: readonly string[];
  /** Every problem so far, that of names which nobody asked for among them. */
  problems(ignored: (name: string) => boolean): readonly string[];
}

// Others read these too, and take them as they are written.
const shared = /^(NODE_ENV$|OTEL_)/;

/**
 * Makes the reader of an environment. White space around a value doesn't count, and without more a value is as if not
 * set; what other software reads too keeps its white space.
 */
export function createReader(environment: Readonly<Record<string, string | undefined>>): Reader {
  const problems: string[] = [];
  const warnings: string[] = [];
  const asked = new Set<string>();

  const refuse = (name: string, problem: string) => void problems.push(`${name}: ${problem}`);
  const read = (name: string, goesWith: Condition = always) => {
    asked.add(name);
    const written = environment[name] ?? "";
    const trimmed = written.trim();
    const given = trimmed === "" ? undefined : shared.test(name) ? written : trimmed;
    // Kubernetes' link to a service whose name makes it a setting's: `imm-metrics` is `IMM_METRICS_PORT`.
    const isLink = name.endsWith("_PORT") && /^(tcp|udp|sctp):\/\//.test(given ?? "");
    const value = isLink ? undefined : given;
    if (value === undefined || goesWith.holds) return value;
    refuse(name, `goes with ${goesWith.what}.`);
    return undefined;
  };
  // On Windows a name is the same in any case, and holds the same.
  const isMiswritten = (name: string) => {
    const setting = name.toUpperCase();
    const isOurs = (setting.startsWith("IMM_") || setting === "NODE_ENV") && asked.has(setting);
    return isOurs && name !== setting && environment[setting] !== environment[name];
  };
  const check = (name: string, value: string, { allowed, fits, isSecret }: Rule) => {
    if (!fits(value)) refuse(name, `${isSecret ? "its value" : shown(value)} is not ${allowed}.`);
  };

  const reader: Reader = {
    text(name, fallback, rule = anything, goesWith) {
      const value = read(name, goesWith) ?? fallback;
      if (goesWith?.holds !== false) check(name, value, rule);
      return value;
    },
    needed(name, goesWith) {
      const value = read(name, goesWith);
      if (value === undefined && goesWith.holds) refuse(name, `is needed with ${goesWith.what}.`);
      return value ?? "";
    },
    choice(name, fallback, words) {
      const value = read(name) ?? fallback;
      const meant = words.find((word) => word === value.toLowerCase());
      const allowed = `${oneOf.format(words)}${meant === undefined ? "" : `: write ${meant}`}`;
      check(name, value, { allowed, fits: (word) => words.some((one) => one === word) });
      return value as (typeof words)[number];
    },
    isOn: (name, fallback) => reader.choice(name, fallback ? "on" : "off", ["on", "off"]) === "on",
    number(name, fallback, { min, max }, goesWith) {
      const fits = (text: string) => /^\d{1,16}$/.test(text) && Number(text) >= min && Number(text) <= max;
      return Number(
        reader.text(name, String(fallback), { allowed: `a whole number, ${min} to ${max}`, fits }, goesWith),
      );
    },
    port(name, fallback) {
      return Number(reader.text(name, String(fallback), aPort));
    },
    list(name, rule, goesWith) {
      const items = (read(name, goesWith) ?? "").split(",").map((item) => item.trim());
      const given = items.filter((item) => item !== "");
      for (const item of given) check(name, item, rule);
      return given;
    },
    file: (name, goesWith) => read(name, goesWith),
    refuse,
    warn: (name, warning) => void warnings.push(`${name}: ${warning}`),
    warnings,
    problems(ignored) {
      const names = Object.keys(environment);
      const unknown = names.filter((name) => name.startsWith("IMM_") && !asked.has(name) && !ignored(name));
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
export const aPort: Rule = {
  allowed: "a port, 0 to 65535",
  fits: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535,
};

/** A rule that a pattern says. */
export function matching(pattern: RegExp, allowed: string): Rule {
  return { allowed, fits: (value) => pattern.test(value) };
}

/** A value as a message shows it: in quotes, cut, and without a password before a host. */
export function shown(value: string): string {
  return JSON.stringify(value.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, "$1…@").slice(0, 100));
}

const oneOf = new Intl.ListFormat("en-GB", { type: "disjunction" });

const always: Condition = { holds: true, what: "" };
/** A rule that everything fits. */
export const anything: Rule = { allowed: "", fits: () => true };
