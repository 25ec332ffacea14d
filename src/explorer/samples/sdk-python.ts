import type { Field } from "../../contract/contract-types.ts";
import { elementType, modelOf } from "../../contract/contract.ts";
import { membersOf, parameters, type ImmSample, type Member } from "./imm-sample.ts";

/** The calls by Alibaba's official SDK for Python. */
export const sdkPython: ImmSample = (
  calls,
  { region, endpoint },
) => `# pip install alibabacloud_imm20200930 alibabacloud_credentials
from alibabacloud_credentials.client import Client as CredentialClient
from alibabacloud_imm20200930 import models as imm_models
from alibabacloud_imm20200930.client import Client
from alibabacloud_tea_openapi import models as open_api_models

# Credentials come from Alibaba's default chain: environment, role, profile, metadata.
config = open_api_models.Config(
    credential=CredentialClient(),
    endpoint="${endpoint}",
    region_id="${region}",
)
client = Client(config)
${calls
  .map(
    (call) => `
response = client.${snakeCase(call.action)}(
    ${model(`${call.action}Request`, parameters(call), "    ")}
)
print(response.body.to_map())
`,
  )
  .join("")}`;

function model(name: string, members: readonly Member[], indent: string): string {
  if (members.length === 0) return `imm_models.${name}()`;
  const inner = `${indent}    `;
  const lines = members.map(
    (member) => `${inner}${snakeCase(member.name)}=${python(member.value, member.field, inner)},\n`,
  );
  return `imm_models.${name}(\n${lines.join("")}${indent})`;
}

function python(value: unknown, field: Field | undefined, indent: string): string {
  const inner = `${indent}    `;
  if (Array.isArray(value)) {
    const elements = value.map((element) => `${inner}${python(element, field, inner)},\n`);
    return elements.length === 0 ? "[]" : `[\n${elements.join("")}${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    if (field && modelOf(field)) return model(elementType(field), membersOf(value, field), indent);
    const entries = Object.entries(value).map(
      ([name, member]) => `${inner}${JSON.stringify(name)}: ${python(member, undefined, inner)},\n`,
    );
    return `{\n${entries.join("")}${indent}}`;
  }
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null || value === undefined) return "None";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

const keywords = new Set(
  "and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

/** `ProjectName` is `project_name`, `OSSURI` is `ossuri`, and `From` is `from_`, since Python keeps `from` for itself. */
function snakeCase(name: string): string {
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
  return keywords.has(words) ? `${words}_` : words;
}
