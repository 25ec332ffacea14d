import type { Field } from "../../src/contract/contract-types.ts";
import { contract, elementType, isList, modelOf } from "../../src/contract/contract.ts";
import type { Action } from "../../src/contract/wire.ts";

// What the official package has, told anew for the tests: samples.md's rules, and the contract's names and types. As
// there, all of it is CommonJS.

/** `ProjectName` is `projectName`, while `URI` and `OSSURI` stay. */
export function sdkName(wireName: string): string {
  const [first = "", second = ""] = wireName;
  const isAcronym = second !== "" && second === second.toUpperCase() && /[A-Z]/.test(second);
  return isAcronym ? wireName : first.toLowerCase() + wireName.slice(1);
}

function sdkType(field: Field): string {
  const model = modelOf(field);
  // Text passes through the SDK on the way out where a number would lose digits.
  const types: Record<string, string> = {
    int64: "number | `${bigint}`",
    int32: "number",
    float: "number",
    double: "number",
    "map<any>": "Record<string, unknown>",
  };
  const type = model ? elementType(field) : (types[elementType(field)] ?? elementType(field));
  return isList(field) ? `(${type})[]` : type;
}

function declareModel([name, fields]: [string, Readonly<Record<string, Field>>]): string {
  const members = Object.entries(fields).map(
    ([member, field]) => `  ${sdkName(member)}?: ${sdkType(field)};`,
  );
  return `export interface ${name} {\n${members.join("\n")}\n}`;
}

const methods = Object.keys(contract.operations).map((action) => sdkName(action));

/** The package's declarations: a request of an action takes that action's parameters and no others. */
function declarations(): string {
  const requests = Object.values(contract.operations).map(({ request }) => request);
  return [
    ...Object.entries(contract.models).map(([name, fields]) =>
      requests.includes(name)
        ? `${declareModel([`${name}Members`, fields])}\nexport declare class ${name} { private readonly isOf: "${name}"; constructor(members?: ${name}Members); }`
        : declareModel([name, fields]),
    ),
    'import type { $OpenApiUtil } from "@alicloud/openapi-core";',
    "export default class Client {",
    "  constructor(config: $OpenApiUtil.Config);",
    ...Object.entries(contract.operations).map(
      ([action, { request }]) => `  ${sdkName(action)}(request: ${request}): Promise<{ body: unknown }>;`,
    ),
    "}",
  ].join("\n");
}

/** A package that keeps what it is asked instead of sending it, and answers just that. */
const code = `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
class Client {
  constructor(config) { this.config = config; }
}
for (const method of ${JSON.stringify(methods)}) {
  Client.prototype[method] = async function (request) {
    const { endpoint, regionId } = this.config;
    return { body: JSON.stringify({ method, endpoint, regionId, request: request.constructor.name, members: request.members }) };
  };
}
exports.default = Client;
${[...new Set(Object.values(contract.operations).map(({ request }) => request))]
  .map(
    (request) =>
      `exports.${request} = class ${request} { constructor(members) { this.members = members; } };`,
  )
  .join("\n")}
`;

/** The files of the package, by path. */
export const sdkFiles: Readonly<Record<string, string>> = {
  "node_modules/@alicloud/imm20200930/package.json": JSON.stringify({
    name: "@alicloud/imm20200930",
    main: "./index.js",
    types: "./index.d.ts",
  }),
  "node_modules/@alicloud/imm20200930/index.d.ts": declarations(),
  "node_modules/@alicloud/imm20200930/index.js": code,
};

/** A value of each parameter of an action, as the graph gives it: numbers of 64 bits as text. */
export function everyParameter(action: Action): Record<string, unknown> {
  return everyMember(contract.operations[action].request, 3);
}

function everyMember(model: string, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(contract.models[model] ?? {})
      .map(([name, field]) => [name, sample(field, depth)])
      .filter(([, value]) => value !== undefined),
  );
}

function sample(field: Field, depth: number): unknown {
  if (isList(field)) {
    const element = sample({ ...field, type: elementType(field) }, depth);
    return element === undefined ? undefined : [element, element];
  }
  if (modelOf(field)) return depth > 0 ? everyMember(field.type, depth - 1) : undefined;
  const samples: Record<string, unknown> = {
    int64: "9007199254740993",
    int32: 7,
    float: 0.25,
    double: 1.5,
    boolean: true,
    "map<any>": { Any: ["it's", 1, true, null] },
  };
  return samples[field.type] ?? 'a "text", it\'s \\ $HOME 日本 😀';
}
