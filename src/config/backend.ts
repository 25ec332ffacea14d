import { allowedBucketName, isBucketName } from "../local-imm/buckets/oss-uri.ts";
import { matching, redacted, type Reader, type Rule } from "./reader.ts";

/** Where the local IMM lives. */
export interface LocalBackend {
  readonly kind: "local";
  readonly accountId: string;
  readonly dir: string;
  readonly port: number;
  /** A JSON file of AccessKeys; undefined for the default key. */
  readonly keysFile: string | undefined;
  /** The folders of buckets that aren't in the data folder, by the bucket's name. */
  readonly buckets: Readonly<Record<string, string>>;
}

/** Where Alibaba's IMM answers. */
export interface CloudBackend {
  readonly kind: "cloud";
  readonly endpoint: string;
}

/** What is called, and in whose name. */
export interface BackendConfig {
  readonly region: string;
  /** Undefined where it isn't known, and nothing needs it. */
  readonly accountId: string | undefined;
  readonly transport: "openapi" | "sdk";
  readonly backend: CloudBackend | LocalBackend;
}

/** IMM's public host name in a region. */
export function hostOf(region: string): string {
  // Of this region IMM has no public endpoint.
  return `${region === "cn-beijing-gov-1" ? "imm-vpc" : "imm"}.${region}.aliyuncs.com`;
}

/** Reads which IMM the gateway is in front of. */
export function readBackend(reader: Reader): BackendConfig {
  const isLocal = reader.choice("IMM_BACKEND", "local", ["local", "cloud"]) !== "cloud";
  const region = reader.text(
    "IMM_REGION",
    isLocal ? "cn-shanghai" : "",
    matching(/^[a-z]+(-[a-z0-9]+)+$/, "a region such as cn-shanghai"),
  );
  const accountId = reader.text(
    "IMM_ACCOUNT_ID",
    isLocal ? "1000000000000000" : "",
    matching(isLocal ? /^\d{1,32}$/ : /^\d{0,32}$/, "an account number"),
  );
  const endpoint = reader.text(
    "IMM_ENDPOINT",
    `https://${hostOf(region)}`,
    {
      allowed: "an address such as https://imm-vpc.cn-shanghai.aliyuncs.com, without a path",
      isValid: isOrigin,
    },
    { isMet: !isLocal, what: "IMM_BACKEND=cloud" },
  );
  return {
    region,
    accountId: accountId || undefined,
    transport: reader.choice("IMM_TRANSPORT", "openapi", ["openapi", "sdk"]),
    backend: isLocal ? readLocal(reader, accountId) : { kind: "cloud", endpoint },
  };
}

function readLocal(reader: Reader, accountId: string): LocalBackend {
  return {
    kind: "local",
    accountId,
    dir: reader.text("IMM_LOCAL_DIR", ".imm"),
    port: reader.port("IMM_LOCAL_PORT", 4100),
    keysFile: reader.file("IMM_LOCAL_KEYS"),
    buckets: readBuckets(reader),
  };
}

function readBuckets(reader: Reader): Record<string, string> {
  const buckets = new Map<string, string>();
  for (const item of reader.list("IMM_LOCAL_BUCKETS", bucketRule)) {
    const [name, folder] = splitBucket(item);
    if (buckets.has(name)) reader.addProblem("IMM_LOCAL_BUCKETS", `${redacted(name)} has two folders.`);
    buckets.set(name, folder);
  }
  return Object.fromEntries(buckets);
}

const bucketRule: Rule = {
  allowed: `a bucket and its folder such as photos=/home/me/Pictures; a bucket's name is ${allowedBucketName}`,
  isValid(item) {
    const [name, folder] = splitBucket(item);
    return isBucketName(name) && /^[^\0]+$/.test(folder);
  },
};

function splitBucket(item: string): [name: string, folder: string] {
  const [name = "", ...folder] = item.split("=");
  return [name.trimEnd(), folder.join("=").trimStart()];
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, origin, href } = new URL(value);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
