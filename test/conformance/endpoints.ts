import { vi } from "vitest";
import { defaultCredentials, fixedCredentials } from "../../src/imm/transports/credentials.ts";
import { startLocalImm } from "../../src/local-imm/server.ts";
import { temporaryFolder } from "../support/folder.ts";
import { createService, type Service } from "./service.ts";

export type EndpointName = "the local IMM" | "the cloud";

/** A name, and how to come to a service there that shares no project with another. */
export type Endpoint = [name: EndpointName, connect: () => Promise<Service>];

const { ALIBABA_CLOUD_ACCESS_KEY_ID, LIVE_IMM_PROJECT_PREFIX, IMM_REGION = "cn-shanghai" } = process.env;

/** Where the suite runs: in the cloud only with an AccessKey and a prefix for the projects that it makes there. */
export const endpoints: Endpoint[] = [["the local IMM", connectLocal]];

if (ALIBABA_CLOUD_ACCESS_KEY_ID && LIVE_IMM_PROJECT_PREFIX) {
  endpoints.push(["the cloud", () => connectCloud(LIVE_IMM_PROJECT_PREFIX)]);
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
}

async function connectLocal(): Promise<Service> {
  const key = { accessKeyId: "test", accessKeySecret: "test-secret" };
  const folder = await temporaryFolder();
  const local = await startLocalImm({
    dir: folder.path,
    port: 0,
    region: IMM_REGION,
    accountId: "1000000000000000",
    keys: [key],
  });
  const service = createService({ endpoint: local.url, credentials: fixedCredentials(key), prefix: "test" });
  return {
    ...service,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await local.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function connectCloud(prefix: string): Promise<Service> {
  const endpoint = `https://imm.${IMM_REGION}.aliyuncs.com`;
  return createService({ endpoint, credentials: defaultCredentials(), prefix });
}
