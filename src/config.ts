/** Where the local IMM lives. */
export interface LocalBackend {
  readonly kind: "local";
  readonly accountId: string;
  readonly dir: string;
  readonly port: number;
  /** A JSON file of AccessKeys; undefined for the one that everybody knows. */
  readonly keysFile: string | undefined;
}

/** Where Alibaba's IMM answers. */
export interface CloudBackend {
  readonly kind: "cloud";
  readonly endpoint: string;
}

/** All that the environment decides. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly region: string;
  readonly transport: "openapi" | "sdk";
  /** How the graph is a part of a larger one; undefined where it stands alone. */
  readonly subgraph: { readonly renames: Readonly<Record<string, string>> } | undefined;
  /** Whether the gateway serves its explorer. */
  readonly explorer: boolean;
  /** Whether a request may ask which calls to IMM it caused. */
  readonly traceCalls: boolean;
  readonly backend: CloudBackend | LocalBackend;
}

/** IMM's public host name in a region. */
export function hostOf(region: string): string {
  // Of this region IMM has no public endpoint.
  return `${region === "cn-beijing-gov-1" ? "imm-vpc" : "imm"}.${region}.aliyuncs.com`;
}

/** The settings are not usable; the message names every problem. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

const known = new Set([
  "IMM_BACKEND",
  "IMM_REGION",
  "IMM_ACCOUNT_ID",
  "IMM_ENDPOINT",
  "IMM_TRANSPORT",
  "IMM_GRAPH",
  "IMM_GRAPH_RENAME",
  "IMM_EXPLORER",
  "IMM_TRACE_CALLS",
  "IMM_LOCAL_DIR",
  "IMM_LOCAL_PORT",
  "IMM_LOCAL_KEYS",
]);

// Kubernetes puts these into every container for each service of its namespace, one named imm-something too.
const serviceLink = /_SERVICE_HOST$|_SERVICE_PORT(_.*)?$|_PORT$|_PORT_\d+_/;

/**
 * Reads the environment.
 *
 * @throws ConfigError where a value is unusable or an `IMM_*` variable unknown.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];

  function read(
    name: string,
    fallback: string,
    rule: { allowed: string; fits: (value: string) => boolean },
  ): string {
    const value = environment[name] || fallback;
    if (!rule.fits(value))
      problems.push(`${name}: ${JSON.stringify(value.slice(0, 100))} is not ${rule.allowed}.`);
    return value;
  }
  const matching = (pattern: RegExp, allowed: string) => ({
    allowed,
    fits: (value: string) => pattern.test(value),
  });
  const port = (name: string, fallback: string) =>
    Number(
      read(name, fallback, {
        allowed: "a port, 0 to 65535",
        fits: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535,
      }),
    );

  const isLocal = read("IMM_BACKEND", "local", matching(/^(local|cloud)$/, "local or cloud")) !== "cloud";
  const onForLocal = (name: string) =>
    read(name, isLocal ? "on" : "off", matching(/^(on|off)$/, "on or off")) === "on";
  const regionRule = matching(/^[a-z]+(-[a-z0-9]+)+$/, "a region such as cn-shanghai");
  const region = read("IMM_REGION", isLocal ? "cn-shanghai" : "", regionRule);

  const isSubgraph =
    read("IMM_GRAPH", "standalone", matching(/^(standalone|subgraph)$/, "standalone or subgraph")) ===
    "subgraph";
  const renames = read("IMM_GRAPH_RENAME", "", {
    allowed: "a list of new names such as Project=ImmProject,Query.project=immProject, each thing named once",
    fits: (value) =>
      /^(\s*[\w.]+\s*=\s*\w+\s*(,|$))*$/.test(value) &&
      Object.keys(readRenames(value)).length === value.split("=").length - 1,
  });
  if (renames !== "" && !isSubgraph) problems.push("IMM_GRAPH_RENAME: goes with IMM_GRAPH=subgraph.");

  const accountId = read("IMM_ACCOUNT_ID", "1000000000000000", matching(/^\d{1,32}$/, "an account number"));

  function local(): LocalBackend {
    if (environment["IMM_ENDPOINT"]) problems.push("IMM_ENDPOINT: goes with IMM_BACKEND=cloud.");
    return {
      kind: "local",
      accountId,
      dir: environment["IMM_LOCAL_DIR"] || ".imm",
      port: port("IMM_LOCAL_PORT", "4100"),
      keysFile: environment["IMM_LOCAL_KEYS"] || undefined,
    };
  }
  function cloud(): CloudBackend {
    const endpoint = read("IMM_ENDPOINT", `https://${hostOf(region)}`, {
      allowed: "an address such as https://imm-vpc.cn-shanghai.aliyuncs.com, without a path",
      fits: isOrigin,
    });
    return { kind: "cloud", endpoint };
  }

  const config: Config = {
    host: environment["HOST"] || "127.0.0.1",
    port: port("PORT", "4000"),
    region,
    transport: read(
      "IMM_TRANSPORT",
      "openapi",
      matching(/^(openapi|sdk)$/, "openapi or sdk"),
    ) as Config["transport"],
    subgraph: isSubgraph ? { renames: readRenames(renames) } : undefined,
    explorer: onForLocal("IMM_EXPLORER"),
    traceCalls: onForLocal("IMM_TRACE_CALLS"),
    backend: isLocal ? local() : cloud(),
  };

  for (const name of Object.keys(environment)) {
    if (!name.startsWith("IMM_") || known.has(name) || serviceLink.test(name)) continue;
    if (!isLocal && name.startsWith("IMM_LOCAL_")) continue;
    problems.push(`${name}: there is no such setting.`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function readRenames(list: string): Record<string, string> {
  const pairs = list.split(",").filter((pair) => pair.trim() !== "");
  return Object.fromEntries(pairs.map((pair) => pair.split("=").map((name) => name.trim())));
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, origin, href } = new URL(value);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
