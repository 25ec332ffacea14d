import { jsonTypeName } from "../../../text/json-type-name.ts";
import type { Logger } from "../../logger.ts";

/** Where a token has its roles, and where it is logged if it hasn't. */
export interface RolesSource {
  /** A name, names joined by dots, or a JSON pointer. */
  readonly claim: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly logger: Logger;
}

/** What a token has where its roles should be: a value, or a problem on the way to it. */
type Found = { readonly value: unknown } | { readonly problem: string };

// Each token of an issuer has its roles in the same place.
const quietMs = 60_000;

/** What a claim of roles may be, as a message says it. */
export const rolesClaimForms =
  "the name of a claim, a path such as realm_access.roles, or a JSON pointer such as /resource_access/my.client/roles (~1 stands for /, ~0 for ~)";

/** Whether a text says where roles are: what begins with a slash is a JSON pointer (RFC 6901). */
export function isRolesClaim(claim: string): boolean {
  return !claim.startsWith("/") || !/~(?![01])/.test(claim);
}

/**
 * Makes the reader of the roles in a token's claims. If any role can't be read, the caller gets none: the lost one
 * might be the one that a Deny applies to. The log says so once a minute at most, without the claim's content.
 */
export function createRolesReader({
  claim,
  now,
  logger,
}: RolesSource): (claims: unknown) => readonly string[] {
  let quietUntil = -Infinity;

  return (claims) => {
    const found = find(claims, claim);
    const roles = "problem" in found ? found.problem : rolesOf(found.value);
    if (typeof roles !== "string") return roles;
    if (now() >= quietUntil) {
      quietUntil = now() + quietMs;
      logger.warn(`A caller has no roles: in their token, ${JSON.stringify(claim)} ${roles}.`);
    }
    return [];
  };
}

/** The roles that a value says, or what is wrong with it. */
function rolesOf(value: unknown): readonly string[] | string {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return value.split(/[\s,]+/).filter(Boolean);
  if (!Array.isArray(value)) return `is ${jsonTypeName(value)}, not an array of strings or a string`;
  const other = value.find((role) => typeof role !== "string") as unknown;
  return other === undefined
    ? (value as string[])
    : `is an array with ${jsonTypeName(other)} among its strings`;
}

function find(claims: unknown, claim: string): Found {
  if (claim.startsWith("/")) return walk(claims, namesOf(claim));
  const exact = read(claims, claim);
  return exact === undefined ? walk(claims, claim.split(".")) : { value: exact };
}

function walk(claims: unknown, names: readonly string[]): Found {
  let value = claims;
  for (const [index, name] of names.entries()) {
    if (value === undefined || value === null) break;
    if (typeof value !== "object") return { problem: `has ${jsonTypeName(value)} on its way, not an object` };
    const within = read(value, name);
    const pointer = within === undefined ? pointerPast(value, names, index) : undefined;
    if (pointer !== undefined)
      return { problem: `meets a name that has a dot: write the claim as ${pointer}` };
    value = within;
  }
  return { value };
}

/** A pointer to what a path with dots may mean, if there is a name on its way that has a dot itself. */
function pointerPast(value: object, names: readonly string[], index: number): string | undefined {
  const rest = `${names.slice(index).join(".")}.`;
  const dotted = Object.keys(value).find((key) => key.includes(".") && rest.startsWith(`${key}.`));
  if (dotted === undefined) return undefined;
  const behind = rest.slice(dotted.length + 1, -1);
  const path = [...names.slice(0, index), dotted, ...(behind === "" ? [] : behind.split("."))];
  return path.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function namesOf(pointer: string): string[] {
  const [, ...names] = pointer.split("/");
  return names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function read(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null;
  return isObject && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
