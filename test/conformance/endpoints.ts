import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import { defaultCredentials, fixedCredentials } from "../../src/imm/transports/credentials.ts";
import { startLocalImm } from "../../src/local-imm/server.ts";
import { temporaryFolder } from "../support/folder.ts";
import { mediaProgram } from "../support/media/media-program.ts";
import { createService, type Service } from "./service.ts";

export type EndpointName = "the local IMM" | "the cloud";

/** A name, and how to come to a service there that shares no project with another. */
export type Endpoint = [name: EndpointName, connect: () => Promise<Service>];

const {
  ALIBABA_CLOUD_ACCESS_KEY_ID,
  LIVE_IMM_PROJECT_PREFIX,
  LIVE_IMM_BUCKET,
  IMM_REGION = "cn-shanghai",
} = process.env;

/**
 * Where the suite runs: in the cloud only with an AccessKey and a prefix for the projects that it makes there, and with
 * buckets only if one is named that it may bind, attach and index.
 */
export const endpoints: Endpoint[] = [["the local IMM", connectLocal]];

if (ALIBABA_CLOUD_ACCESS_KEY_ID && LIVE_IMM_PROJECT_PREFIX) {
  endpoints.push(["the cloud", () => connectCloud(LIVE_IMM_PROJECT_PREFIX)]);
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
}

async function connectLocal(): Promise<Service> {
  const accessKey = { accessKeyId: "test", accessKeySecret: "test-secret" };
  const folder = await temporaryFolder();
  const local = await startLocalImm({
    dir: folder.path,
    port: 0,
    region: IMM_REGION,
    accountId: "1000000000000000",
    keys: [accessKey],
    mediaProgram,
  });
  let count = 0;
  const service = createService({
    endpoint: local.url,
    credentials: fixedCredentials(accessKey),
    prefix: "test",
    buckets: {
      bucket() {
        const name = `bucket-${String(++count).padStart(3, "0")}`;
        mkdirSync(join(folder.path, "buckets", name));
        return name;
      },
      put(bucket, key, content) {
        const path = join(folder.path, "buckets", bucket, key);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      },
      settled: local.settled,
    },
  });
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
  const bucket = () => {
    if (!LIVE_IMM_BUCKET) throw new Error("Without LIVE_IMM_BUCKET there is no bucket.");
    return LIVE_IMM_BUCKET;
  };
  const unknown = () => {
    throw new Error("The suite has no client of OSS.");
  };
  const buckets = { bucket, put: unknown, settled: unknown };
  return createService({ endpoint, credentials: defaultCredentials(), prefix, buckets });
}
