import type { Action } from "./wire.ts";

/** One parameter of a request, or one field of a structure. */
export interface Field {
  /** A primitive (`string`, `int64`, `int32`, `double`, `float`, `boolean`, `map<any>`) or a model's name, with `[]` behind it for a list. */
  readonly type: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly example?: string;
}

/** A structure: its fields by wire name. */
export type Model = Readonly<Record<string, Field>>;

/** What RAM protects: one project, one dataset, all datasets of a project, all projects, or nothing in particular. */
export type ResourceKind = "project" | "project/*" | "dataset" | "dataset/*" | "*";

/** What the contract says of an action. */
export interface Operation {
  readonly request: string;
  readonly response: string;
  /** Parameters that travel in the query string. */
  readonly query: readonly string[];
  /** Parameters that travel in the form body. */
  readonly body?: readonly string[];
  /** Parameters that are sent as JSON text. */
  readonly json?: readonly string[];
  /** The access level that RAM gives it. */
  readonly access: "create" | "delete" | "get" | "list" | "none" | "update";
  readonly resource: ResourceKind;
  /** Whether a call may be shared or sent again: true for reads. */
  readonly repeatable: boolean;
}

/** Which IMM is called. */
export interface ImmEndpointInfo {
  readonly region: string;
  /** The host name of IMM in that region. */
  readonly endpoint: string;
}

/** The IMM contract as data: every action and every structure of the API version. */
export interface Contract {
  readonly version: string;
  readonly operations: Readonly<Record<Action, Operation>>;
  readonly models: Readonly<Record<string, Model>>;
}
