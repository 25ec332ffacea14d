import type { Action } from "../../../src/contract/wire.ts";
import { createImm, type Imm, type ImmOptions } from "../../../src/imm/client.ts";
import { ImmError } from "../../../src/imm/error.ts";
import type { ImmCall, ImmReply } from "../../../src/imm/transport.ts";
import { testClock, type TestClock } from "../clock.ts";

type Answer = ImmError | ImmReply | void;

/** What a scripted IMM does with one call: a failure, a reply, or nothing for any success; it may take its time. */
export type Script = (call: ImmCall, index: number) => Answer | Promise<Answer>;

/** A client over a transport that does what a script says. */
export interface ScriptedClient {
  readonly imm: Imm;
  readonly clock: TestClock;
  /** Every call that was handed to the transport, and when by the clock's `elapsed`. */
  readonly sent: { call: ImmCall; at: number }[];
}

/** Makes a client whose transport follows a script, at once unless the script waits; time stands still. */
export function createScriptedClient(
  script: Script,
  options: Omit<ImmOptions, "clock" | "transport"> = {},
): ScriptedClient {
  const clock = testClock();
  const sent: ScriptedClient["sent"] = [];
  const transport = {
    async send(call: ImmCall): Promise<ImmReply> {
      sent.push({ call, at: clock.elapsed() });
      const answer = await script(call, sent.length - 1);
      if (answer instanceof ImmError) throw answer;
      if (answer) return answer;
      const { ProjectName, DatasetName } = call.params;
      const body = {
        RequestId: `R${sent.length}`,
        Dataset: { ProjectName, DatasetName },
        Project: { ProjectName },
      };
      return { status: 200, body };
    },
    async [Symbol.asyncDispose]() {},
  };
  return { imm: createImm({ transport, clock, random: () => 0.5, ...options }), clock, sent };
}

/** The kinds of failure that calls can meet, by name. */
export const failures = {
  reset: (action: Action) => new ImmError(action, "unreachable", { message: "Cut." }),
  noConnection: (action: Action) => new ImmError(action, "unreachable", { message: "None.", unsent: true }),
  timeout: (action: Action) => new ImmError(action, "timeout", { message: "Late." }),
  internal: (action: Action) =>
    new ImmError(action, "refused", { message: "Oh.", code: "InternalError", httpStatus: 500 }),
  unavailable: (action: Action) =>
    new ImmError(action, "refused", { message: "Oh.", code: "ServiceUnavailable", httpStatus: 503 }),
  gatewayTimeout: (action: Action) => new ImmError(action, "malformed", { message: "Oh.", httpStatus: 504 }),
  throttled: (action: Action, retryAfterMs?: number) =>
    new ImmError(action, "refused", {
      message: "Slower.",
      code: "Throttling.User",
      httpStatus: 400,
      retryAfterMs,
    }),
  notFound: (action: Action) =>
    new ImmError(action, "refused", { message: "No.", code: "ResourceNotFound", httpStatus: 400 }),
  noDataset: (action: Action) =>
    new ImmError(action, "refused", {
      message: "The specified resource Dataset is not found.",
      ...{ code: "ResourceNotFound", httpStatus: 400 },
    }),
  forbidden: (action: Action) =>
    new ImmError(action, "refused", { message: "No.", code: "NoPermission", httpStatus: 403 }),
  badKey: (action: Action) =>
    new ImmError(action, "refused", { message: "No.", code: "InvalidAccessKeyId.Inactive", httpStatus: 400 }),
  invalid: (action: Action) =>
    new ImmError(action, "refused", { message: "No.", code: "InvalidArgument", httpStatus: 400 }),
  html: (action: Action) => new ImmError(action, "malformed", { message: "Eh?", httpStatus: 200 }),
} as const;

export type FailureName = keyof typeof failures;
