import type { Config } from "./config.ts";
import { hostOf, type LocalBackend } from "./config/backend.ts";
import type { ImmEndpointInfo } from "./contract/contract-types.ts";
import { readExplorer } from "./gateway/explorer/explorer-files.ts";
import type { Logger } from "./gateway/logger.ts";
import { startServer } from "./gateway/server.ts";
import { createImm } from "./imm/client.ts";
import {
  defaultCredentials,
  fixedCredentials,
  tryCredentials,
  type CredentialSource,
} from "./imm/transports/credentials.ts";
import type { Transport } from "./imm/transport.ts";
import { loadAuthenticate, loadPermissions, loadTrustedDocuments } from "./load-settings.ts";
import { defaultLocalKey, readLocalKeys } from "./local-keys.ts";
import { securitySummary } from "./security-summary.ts";
import type { LocalImmCounts } from "./local-imm/server.ts";
import { startTelemetry } from "./telemetry/telemetry.ts";

/** Everything, running. Disposed of, it stops in the order that loses no answer. */
export interface App extends AsyncDisposable {
  /** Where it listens, as lines for whoever started it. */
  readonly addresses: readonly string[];
}

/** What the process provides. */
export interface AppOptions {
  readonly logger: Logger;
  /** How many lines of the log could not be written so far. Default: none. */
  readonly lostLogLines?: () => number;
  /** Where the build puts the explorer. */
  readonly explorerFolder: URL;
  /** Where the build puts the program by which the local IMM reads files. */
  readonly mediaProgram: URL;
}

/** Registers what is opened, for its disposal. */
type Use = <Resource extends AsyncDisposable>(resource: Resource) => Resource;

interface Endpoint {
  readonly endpoint: string;
  readonly credentials: CredentialSource;
  readonly addresses: readonly string[];
  /** Why it can't store anything, if so. */
  problem(): string | undefined;
  /** What the local IMM does with files. */
  readonly localFiles?: () => LocalImmCounts;
}

/**
 * Starts the gateway, and the local IMM where the settings ask for it.
 *
 * @throws Error that says what is in the way: a port, a folder, a file, a package.
 */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { logger, explorerFolder } = options;
  const disposables: AsyncDisposable[] = [];
  const use: Use = (resource) => {
    disposables.push(resource);
    return resource;
  };
  let abort = () => {};
  const close = async () => {
    const late = setTimeout(() => abort(), graceMs);
    for (const resource of disposables.toReversed()) await resource[Symbol.asyncDispose]();
    clearTimeout(late);
  };

  try {
    const { backend } = config;
    const permissions = await loadPermissions(config);
    const authenticate = await loadAuthenticate(config, { logger });
    const trustedDocuments = await loadTrustedDocuments(config);
    const { addresses, problem, ...imm } =
      backend.kind === "local"
        ? await startLocal(config.region, backend, { ...options, use })
        : cloud(backend.endpoint);
    const { onRequest, onStream, onBreaker } = use(
      await startTelemetry(config, { ...options, localFiles: imm.localFiles }),
    );
    const transport = await openTransport(config, imm);
    const { callsPerSecond } = config;
    const client = use(createImm({ transport, permissions, callsPerSecond, onBreaker }));
    abort = client.abort;
    // Loading it takes most of a start, so whatever is wrong with a file or the local IMM is reported first.
    const { createGateway } = await import("./gateway/gateway.ts");
    const gateway = createGateway({
      ...config,
      imm: client,
      logger,
      onRequest,
      onStream,
      authenticate,
      explorer: config.explorer ? await readExplorer(explorerFolder, endpointInfoOf(config)) : undefined,
      trustedDocuments,
    });
    const server = use(await startServer(gateway, { ...config, idleMs, problem }));
    for (const line of config.warnings) logger.warn(line);
    for (const line of securitySummary(config)) logger.info(line);
    // The start doesn't wait for them: it may take seconds to learn that there are none.
    if (backend.kind === "cloud") setImmediate(() => void tryCredentials(imm.credentials, logger));
    return { addresses: [`gateway   ${server.url}`, ...addresses], [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

// Long enough for a request that is on its way, and for most clients to get a response that closes their connection.
const idleMs = 1000;

// Of the 10 seconds that a stop may take: after this, calls to IMM are aborted, so that their requests get a response.
const graceMs = 8_000;

function endpointInfoOf({ region, backend }: Config): ImmEndpointInfo {
  const endpoint = backend.kind === "cloud" ? new URL(backend.endpoint).host : hostOf(region);
  return { region, endpoint };
}

function cloud(endpoint: string): Endpoint {
  return { endpoint, credentials: defaultCredentials(), addresses: [], problem: () => undefined };
}

async function openTransport(
  { transport, proxies }: Config,
  imm: Pick<Endpoint, "credentials" | "endpoint">,
): Promise<Transport> {
  if (transport === "sdk") {
    const { sdkTransport } = await import("./imm/transports/sdk.ts");
    return sdkTransport(imm);
  }
  const { openapiTransport } = await import("./imm/transports/openapi.ts");
  return openapiTransport({ ...imm, proxies });
}

async function startLocal(
  region: string,
  backend: LocalBackend,
  { logger, mediaProgram, use }: Pick<AppOptions, "logger" | "mediaProgram"> & { readonly use: Use },
): Promise<Endpoint> {
  const { startLocalImm } = await import("./local-imm/server.ts");
  const { dir, port, accountId, keysFile, buckets } = backend;
  const keys = await readLocalKeys(backend);
  const onError = (error: unknown) => logger.error(error);
  const onNotice = (notice: string) => logger.info(notice);
  const local = use(
    await startLocalImm({ dir, buckets, port, region, accountId, keys, mediaProgram, onError, onNotice }),
  );
  const hint =
    keysFile === undefined
      ? `  (AccessKey ${defaultLocalKey.accessKeyId} / ${defaultLocalKey.accessKeySecret})`
      : "";
  return {
    endpoint: local.url,
    credentials: fixedCredentials(keys[0]!),
    addresses: [`local IMM ${local.url}${hint}`],
    localFiles: () => local.counts(),
    problem() {
      const problem = local.problem();
      return problem && `local IMM: ${problem}`;
    },
  };
}
