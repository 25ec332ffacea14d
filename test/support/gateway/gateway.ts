import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import type { GatewayOptions } from "../../../src/gateway/gateway-options.ts";
import { createGateway } from "../../../src/gateway/gateway.ts";
import type { Gateway } from "../../../src/gateway/listener.ts";
import type { Logger } from "../../../src/gateway/logger.ts";
import type { Caller } from "../../../src/imm/caller.ts";
import { createImm, type ImmClient } from "../../../src/imm/client.ts";
import type { Clock } from "../../../src/imm/clock.ts";
import type { Permissions } from "../../../src/imm/permissions.ts";
import type { CallReport } from "../../../src/imm/transport.ts";
import { fixedCredentials } from "../../../src/imm/transports/credentials.ts";
import { openapiTransport, type Timeouts } from "../../../src/imm/transports/openapi.ts";
import { startLocalImm } from "../../../src/local-imm/server.ts";
import { temporaryFolder } from "../folder.ts";
import { mediaProgram } from "../media/media-program.ts";

export const testKey = { accessKeyId: "test", accessKeySecret: "test-secret" };

/** What a gateway answers, with the parts of an error that tests look at. */
export interface GraphQLResponse<Data> {
  data?: Data | null;
  errors?: {
    message: string;
    path?: (number | string)[];
    extensions: { code: string; field?: string; allowed?: string; imm?: Record<string, unknown> };
  }[];
}

/** A gateway over one endpoint, with what it did there. */
export interface TestGateway extends AsyncDisposable {
  readonly gateway: Gateway;
  /** A client of the test's own, for which no permissions count. */
  readonly imm: ImmClient;
  /** Every finished call to IMM, in order. */
  readonly calls: CallReport[];
  /** Who each of those was made for. */
  readonly callers: Map<CallReport, Caller | undefined>;
  /** Ends what it waits for. */
  abort(): void;
  /** Every line that it logged, as text, but those of its requests. */
  readonly log: string[];
  /** What it logged of each request. */
  readonly requests: Record<string, unknown>[];
  /** Sends an operation through the front door. */
  send<Data, Variables>(
    document: TypedDocumentNode<Data, Variables> | string,
    variables?: Variables | Record<string, unknown>,
  ): Promise<GraphQLResponse<Data>>;
}

export interface TestGatewayOptions extends Omit<GatewayOptions, "imm" | "logger"> {
  readonly permissions?: Permissions;
  readonly clock?: Clock;
  readonly timeouts?: Timeouts;
  /** Default: 0, so that what waits a random part of some time waits none of it. */
  readonly random?: () => number;
  readonly callsPerSecond?: number;
}

/** A gateway over whatever answers at an address. It tells its calls to who asks. */
export function gatewayTo(
  endpoint: string,
  { timeouts, permissions, clock, random = () => 0, callsPerSecond, ...options }: TestGatewayOptions = {},
): TestGateway {
  const calls: CallReport[] = [];
  const callers: TestGateway["callers"] = new Map();
  const log: string[] = [];
  const requests: TestGateway["requests"] = [];
  const transport = openapiTransport({
    endpoint,
    credentials: fixedCredentials(testKey),
    ...(timeouts && { timeouts }),
  });
  const imm = createImm({ transport, permissions, clock, random, callsPerSecond });
  const onCall = (call: CallReport) => calls.push(call);
  const gateway = createGateway({
    clock,
    imm: {
      ...imm,
      for: (request) =>
        imm.for({
          caller: request.caller,
          withinMs: request.withinMs,
          get signal() {
            return request.signal;
          },
          onCall(call) {
            onCall(call);
            callers.set(call, request.caller);
            request.onCall?.(call);
          },
        }),
    },
    logger: loggerTo(log, requests),
    traceCalls: true,
    ...options,
  });
  return {
    gateway,
    abort: imm.abort,
    imm: createImm({ transport }).for({ onCall }),
    calls,
    callers,
    log,
    requests,
    async send(document, variables) {
      const query = typeof document === "string" ? document : print(document);
      const response = await gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    async [Symbol.asyncDispose]() {
      await gateway.dispose();
      await imm[Symbol.asyncDispose]();
    },
  };
}

export interface LocalTestGateway extends TestGateway {
  readonly endpoint: string;
  /** Ends when all that calls named, and all that is in bound buckets, is indexed. */
  settled(): Promise<void>;
  /** Makes a bucket of the local IMM and returns its folder. */
  makeBucket(name: string): string;
}

/** A gateway over a local IMM of its own. */
export async function startTestGateway(options?: TestGatewayOptions): Promise<LocalTestGateway> {
  const folder = await temporaryFolder();
  const local = await startLocalImm({
    dir: folder.path,
    port: 0,
    region: "cn-shanghai",
    accountId: "1000000000000000",
    keys: [testKey],
    mediaProgram,
  });
  const gateway = gatewayTo(local.url, options);
  return {
    ...gateway,
    endpoint: local.url,
    settled: local.settled,
    makeBucket(name) {
      const bucket = join(folder.path, "buckets", name);
      mkdirSync(bucket);
      return bucket;
    },
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await local.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Keeps each line as text, but what is told of a request as it would be read. */
export function loggerTo(lines: string[], requests: TestGateway["requests"] = []): Logger {
  const write = (...parts: unknown[]) => {
    const [fields, message] = parts;
    if (message === "request") requests.push(JSON.parse(text(fields)) as Record<string, unknown>);
    else lines.push(parts.map((part) => text(part)).join(" "));
  };
  return { debug: () => {}, info: write, warn: write, error: write };
}

function text(part: unknown): string {
  if (part instanceof Error) return `${part.stack}`;
  return typeof part === "string" ? part : JSON.stringify(part);
}
