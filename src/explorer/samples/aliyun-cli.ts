import { stringify } from "lossless-json";
import { parameters, type ImmSample, type Member } from "./imm-sample.ts";
import { shell } from "./literal.ts";

/** The calls by the Alibaba Cloud CLI, with the credentials of its profile. */
export const aliyunCli: ImmSample = (calls, { region, endpoint }) =>
  calls
    .map((call) =>
      [
        `aliyun imm ${call.action} --region ${region} --endpoint ${endpoint}`,
        // As a word of its own, a value that begins with a dash would be another parameter.
        ...parameters(call).map((parameter) => `--${parameter.name}=${shell(text(parameter))}`),
      ].join(" \\\n  "),
    )
    .join("\n\n")
    .concat("\n");

function text({ value }: Member): string {
  return typeof value === "object" && value !== null ? stringify(value)! : String(value);
}
