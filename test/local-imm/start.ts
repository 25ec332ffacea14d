import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "lossless-json";
import type { LocalKey } from "../../src/local-imm/keys.ts";
import { startLocalImm, type LocalImmCounts } from "../../src/local-imm/server.ts";
import { temporary } from "../support/folder.ts";
import { mediaProgram as builtMediaProgram } from "../support/media/media-program.ts";
import { send, type TestAnswer } from "./send.ts";
import { type SignOptions, signV3, type TestRequest } from "./signature/sign.ts";

export const root: LocalKey = { accessKeyId: "testid", accessKeySecret: "testsecret" };

export const region = "cn-shanghai";
export const accountId = "111";

/** 2026-01-02T03:04:05.123456789Z, when every test begins. */
export const start = 1_767_323_045_123_456_789n;

export const seconds = 1_000_000_000n;

export interface TestImm extends AsyncDisposable {
  readonly url: string;
  readonly host: string;
  /** What time it is; a test may set it. */
  readonly clock: { now: bigint };
  /** What the service told its `onError`. */
  readonly errors: unknown[];
  /** How a request is signed at this time and place, with the root key unless another is given. */
  signing(options?: Partial<SignOptions>): SignOptions;
  send(request: TestRequest): Promise<TestAnswer>;
  /** Signs and sends a call; parameters that aren't text are sent as JSON. */
  call(action: string, params?: Record<string, unknown>, options?: Partial<SignOptions>): Promise<TestAnswer>;
  /** What it told its `onNotice`. */
  readonly notices: string[];
  /** Puts a file into a bucket, which is made if there is none. */
  put(bucket: string, key: string, content: string | Uint8Array): void;
  pathOf(bucket: string, key: string): string;
  /** Ends when everything is indexed. */
  settled(): Promise<void>;
  counts(): LocalImmCounts;
  problem(): string | undefined;
  close(): Promise<void>;
}

export interface TestImmOptions {
  dir?: string;
  keys?: LocalKey[];
  buckets?: Record<string, string>;
  /** What reads files, in the place of the program itself. */
  mediaProgram?: URL;
}

/** Starts a local IMM of the test's own, in a folder of its own unless one is given. */
export async function startTestImm({
  dir,
  keys = [root],
  buckets = {},
  mediaProgram = builtMediaProgram,
}: TestImmOptions = {}): Promise<TestImm> {
  const folder = dir === undefined ? makeFolder() : undefined;
  const clock = { now: start };
  const errors: unknown[] = [];
  const notices: string[] = [];
  const path = dir ?? folder!.path;
  const imm = await startLocalImm({
    dir: path,
    port: 0,
    region,
    accountId,
    keys,
    now: () => clock.now,
    onError: (error) => errors.push(error),
    onNotice: (notice) => notices.push(notice),
    ...{ mediaProgram, buckets },
  });
  const pathOf = (bucket: string, key: string) => join(path, "buckets", bucket, key);
  const { host } = new URL(imm.url);
  const signing: TestImm["signing"] = (options) => ({ key: root, date: toDate(clock.now), host, ...options });
  return {
    url: imm.url,
    host,
    clock,
    errors,
    notices,
    pathOf,
    put(bucket, key, content) {
      const file = pathOf(bucket, key);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    settled: () => imm.settled(),
    counts: () => imm.counts(),
    signing,
    send: (request) => send(imm.url, request),
    call: (action, params = {}, options = {}) =>
      send(imm.url, signV3(action, signing({ query: toQuery(params), ...options }))),
    problem: () => imm.problem(),
    close: imm.close,
    async [Symbol.asyncDispose]() {
      await imm.close();
      folder?.[Symbol.dispose]();
    },
  };
}

/** A folder that goes when the test does. */
export function makeFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(temporary, "local-imm-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** `YYYY-MM-DDTHH:mm:ssZ`, as signatures have it. */
export function toDate(nanoseconds: bigint): string {
  return `${new Date(Number(nanoseconds / 1_000_000n)).toISOString().slice(0, 19)}Z`;
}

function toQuery(params: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, toText(value)]));
}

function toText(value: unknown): string {
  return typeof value === "object" ? stringify(value)! : String(value);
}
