import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMeasured, type MeasuredProcess } from "./measure/process.ts";
import { root } from "./root.ts";

/** The gateway's own file. */
export const gatewayFile = new URL("dist/main.js", root);

/** What a caller of the gateway shows; the other servers ask for nothing. */
export const token = "t".repeat(64);

const tokens = [
  { name: "bench", roles: ["editor"], sha256: createHash("sha256").update(token).digest("hex") },
];
const policies = {
  editor: [
    {
      Version: "1",
      Statement: [
        { Effect: "Allow", Action: ["imm:Get*", "imm:List*"], Resource: "acs:imm:*:*:project/*" },
        {
          Effect: "Allow",
          Action: ["imm:BatchGetFileMeta", "imm:IndexFileMeta", "imm:BatchIndexFileMeta"],
          Resource: "acs:imm:*:*:project/*",
        },
        {
          Effect: "Allow",
          Action: ["imm:CreateDataset", "imm:UpdateDataset"],
          Resource: "acs:imm:cn-shanghai:*:project/*/dataset/*",
        },
        { Effect: "Deny", Action: "imm:DeleteProject", Resource: "*" },
      ],
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "imm-graphql-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

const write = (name: string, document: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(document));
  return file;
};
const files = {
  IMM_TOKENS: write("tokens.json", tokens),
  IMM_POLICIES: write("policies.json", policies),
};

/** All that production has: known callers with policies, limits, pacing; a rate limit that counts and doesn't refuse. */
export const gatewaySettings = (endpoint: string): Record<string, string> => ({
  PORT: "0",
  IMM_BACKEND: "cloud",
  IMM_REGION: "cn-shanghai",
  IMM_ACCOUNT_ID: "1000000000000000",
  IMM_ENDPOINT: endpoint,
  IMM_AUTH: "token",
  ...files,
  IMM_RATE_LIMIT: "100000000/60",
  ALIBABA_CLOUD_ACCESS_KEY_ID: "id",
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret",
});

/** Starts the gateway in its production profile before the IMM at this address. */
export function startGateway(
  endpoint: string,
  settings: Record<string, string> = {},
): Promise<MeasuredProcess> {
  return startMeasured(gatewayFile, { ...gatewaySettings(endpoint), ...settings });
}

/** Starts it as a part of a larger graph, where it knows entities. */
export const startSubgraph = (endpoint: string) => startGateway(endpoint, { IMM_GRAPH: "subgraph" });
