import type { Field } from "../../contract/contract-types.ts";
import { modelOf } from "../../contract/contract.ts";
import { sdkName } from "../../contract/names.ts";
import type { PlannedCall } from "../planning/planned-calls.ts";
import { membersOf, parameters, type ImmSample, type Member } from "./imm-sample.ts";
import { moduleKinds, typescript } from "./literal.ts";

/** The calls by Alibaba's official SDK for TypeScript, in an ES module or in CommonJS. */
export const sdkTypescript: ImmSample = (calls, { region, endpoint }) => {
  const requests = [...new Set(calls.map(({ action }) => `${action}Request`))].toSorted();
  return `// npm install @alicloud/imm20200930 @alicloud/openapi-core @alicloud/credentials
// ${moduleKinds}
import Credential from "@alicloud/credentials";
import Imm, { ${requests.join(", ")} } from "@alicloud/imm20200930";
import { $OpenApiUtil } from "@alicloud/openapi-core";

async function main() {
  // Credentials come from Alibaba's default chain: environment, role, profile, metadata.
  const client = new (defaultOf(Imm))(
    new $OpenApiUtil.Config({
      credential: new (defaultOf(Credential))(),
      endpoint: "${endpoint}",
      regionId: "${region}",
    }),
  );
${calls.map((call, index) => printCall(call, nameOf(calls, index))).join("")}}

/** A package's default export, which in an ES module stands one \`default\` deeper than in CommonJS. */
function defaultOf<Package extends object>(imported: Package) {
  type Default = Package extends { default: infer Inner } ? Inner : Package;
  return ("default" in imported ? imported.default : imported) as Default;
}

void main();
`;
};

function printCall(call: PlannedCall, name: string): string {
  const { action } = call;
  return `
  const ${name} = await client.${sdkName(action)}(
    new ${action}Request(${typescript(named(parameters(call)), "    ")}),
  );
  console.log(${name}.body);
`;
}

/** The action, with a number where calls before it have the same. */
function nameOf(calls: readonly PlannedCall[], index: number): string {
  const { action } = calls[index]!;
  const count = calls.slice(0, index + 1).filter((call) => call.action === action).length;
  return count === 1 ? sdkName(action) : `${sdkName(action)}${count}`;
}

function named(members: readonly Member[]): Record<string, unknown> {
  return Object.fromEntries(members.map(({ name, value, field }) => [sdkName(name), sdkValue(value, field)]));
}

function sdkValue(value: unknown, field: Field): unknown {
  if (Array.isArray(value)) return value.map((element) => sdkValue(element, field));
  return modelOf(field) && typeof value === "object" && value !== null
    ? named(membersOf(value, field))
    : value;
}
