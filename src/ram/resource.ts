import { contract, parametersOf } from "../contract/contract.ts";
import type { Action } from "../contract/wire.ts";

/**
 * The full name of the resource that a call asks for, as RAM judges it: the kind is the contract's, the
 * names are the call's, `*` stands for a name that the call doesn't have. Templates and kinds are those of
 * IMM's page on RAM authorization.
 */
export function resourceName(
  action: Action,
  params: Readonly<Record<string, unknown>>,
  { region, accountId }: { region: string; accountId: string },
): string {
  const projects = `acs:imm:${region}:${accountId}:project`;
  const nameOf = (parameter: string) => nameIn(action, params, parameter);
  const project = `${projects}/${nameOf("ProjectName")}`;
  switch (contract.operations[action].resource) {
    case "project":
      return project;
    case "project/*":
      return `${projects}/*`;
    case "dataset":
      return `${project}/dataset/${nameOf("DatasetName")}`;
    case "dataset/*":
      return `${project}/dataset/*`;
    case "*":
      return "*";
  }
}

/**
 * IMM takes letters, digits, `-` and `_` in a name. What has a meaning in a resource name is written as %2F
 * and the like, so that a made-up project "p/dataset/d" can't pass for dataset d of project p, nor a made-up
 * dataset "*" for all of them. The percent sign goes the same way, or "%2F" could be sent as it is.
 */
function nameIn(action: Action, params: Readonly<Record<string, unknown>>, parameter: string): string {
  // What isn't a parameter of the action is ignored, and so must not choose what it is judged on.
  const value = Object.hasOwn(parametersOf(action), parameter) ? params[parameter] : undefined;
  // As on the wire, where null is left out and anything else goes as its text.
  const name = value === undefined || value === null ? "" : String(value);
  if (name === "") return "*";
  return name.replace(/[%*/:?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
