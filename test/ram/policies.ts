import { evaluate, type Decision, type RamRequest } from "../../src/ram/evaluate.ts";
import { parsePolicy, type Policy } from "../../src/ram/policy/policy.ts";

export const conditionKeys = [
  "acs:CurrentTime",
  "acs:MFAPresent",
  "acs:SecureTransport",
  "acs:SourceIp",
  "acs:UserAgent",
  "test:Count",
];

/** A policy of these statements. */
export function policy(...statements: object[]): Policy {
  return parsePolicy({ Version: "1", Statement: statements }, { conditionKeys });
}

export const allowAll = { Effect: "Allow", Action: "imm:*", Resource: "*" };

export const photos = "acs:imm:cn-shanghai:111:project/atlas/dataset/photos";

/** Judges a call of GetDataset on photos, or what is said instead. */
export function judge(policies: readonly Policy[], request: Partial<RamRequest> = {}): Decision["reason"] {
  return evaluate(policies, { action: "imm:GetDataset", resource: photos, conditions: {}, ...request })
    .reason;
}
