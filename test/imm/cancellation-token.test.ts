import { describe, expect, it } from "vitest";
import { abortSignalOf, CancellationToken, type AbortSignalLike } from "../../src/imm/cancellation-token.ts";
import { createImm } from "../../src/imm/client.ts";
import type { Transport } from "../../src/imm/transport.ts";
import { testClock } from "../support/clock.ts";
import { neverRespond, startUpstream } from "../support/upstream/upstream.ts";

interface Pair {
  readonly signal: AbortSignalLike;
  abort(reason: unknown): void;
}

const kinds: readonly [name: string, make: () => Pair][] = [
  [
    "AbortController",
    () => {
      const controller = new AbortController();
      return { signal: controller.signal, abort: (reason) => controller.abort(reason) };
    },
  ],
  [
    "CancellationToken",
    () => {
      const end = new CancellationToken();
      return { signal: end, abort: (reason) => end.abort(reason) };
    },
  ],
];

describe.each(kinds)("the end of a call, by %s,", (_name, make) => {
  const left = new Error("The client left.");

  it("has not ended at first", () => {
    const { signal } = make();

    expect([signal.aborted, signal.reason]).toEqual([false, undefined]);
    expect(() => signal.throwIfAborted()).not.toThrow();
  });

  it("ends once, by the first reason", () => {
    const { signal, abort } = make();

    abort(left);
    abort(new Error("Another."));

    expect([signal.aborted, signal.reason]).toEqual([true, left]);
    expect(() => signal.throwIfAborted()).toThrow(left);
  });

  it("is heard once by each listener, in order; not by who left before, nor by who comes late", () => {
    const { signal, abort } = make();
    const heard: unknown[] = [];
    const twice = () => heard.push(["twice", signal.reason]);
    const gone = () => heard.push("gone");
    signal.addEventListener("abort", twice);
    signal.addEventListener("abort", gone);
    signal.addEventListener("abort", twice);
    signal.addEventListener("abort", () => heard.push("last"));
    signal.removeEventListener("abort", gone);

    abort(left);
    abort(left);
    signal.addEventListener("abort", () => heard.push("late"));

    expect(heard).toEqual([["twice", left], "last"]);
  });

  it("lets a listener leave, and send another away, while they are told", () => {
    const { signal, abort } = make();
    const heard: string[] = [];
    const other = () => heard.push("other");
    const leaving = () => {
      heard.push("leaving");
      signal.removeEventListener("abort", leaving);
      signal.removeEventListener("abort", other);
    };
    signal.addEventListener("abort", leaving);
    signal.addEventListener("abort", other);

    abort(left);

    expect(heard).toEqual(["leaving"]);
  });
});

describe("Node's signal of a call's end", () => {
  it("is the same where it is one", () => {
    const { signal } = new AbortController();

    expect(abortSignalOf(signal)).toBe(signal);
  });

  it("ends what takes no other at the deadline, with the deadline's error", async () => {
    const clock = testClock();
    await using upstream = await startUpstream(neverRespond);
    const transport: Transport = {
      send: ({ signal }) => fetch(upstream.url, { signal: abortSignalOf(signal!) }) as Promise<never>,
      async [Symbol.asyncDispose]() {},
    };
    const call = createImm({ transport, clock })
      .for({ withinMs: 300 })
      .call("GetProject", { ProjectName: "atlas" });
    const failure = call.catch((error: unknown) => error);
    await expect.poll(() => upstream.requests.length).toBe(1);

    await clock.advance(300);

    expect(await failure).toMatchObject({ action: "GetProject", endedBy: "deadline" });
    await upstream.requests[0]!.closed;
  });

  it("is aborted already where the call has ended", () => {
    const end = new CancellationToken();
    const reason = new Error("The client left.");
    end.abort(reason);

    expect(abortSignalOf(end).reason).toBe(reason);
  });
});
