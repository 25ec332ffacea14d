import type { ExecutionResult } from "graphql";

/** A gateway, or a router. */
interface Fetching {
  fetch(url: string, init: RequestInit): Promise<Response> | Response;
}

/** An event of a stream, as it was sent. */
export type SentEvent =
  | { readonly event: "next"; readonly data: ExecutionResult }
  | { readonly event: "complete" };

/** A subscription that a client has sent. */
export interface Subscribed extends AsyncIterableIterator<SentEvent> {
  readonly response: Response;
  /** Every event until the stream ends. */
  rest(): Promise<SentEvent[]>;
  /** Leaves, as a client does that closes its connection. */
  leave(): Promise<void>;
}

/** Sends a subscription, and reads its events as they come; pings are left out. */
export async function subscribe(
  gateway: Fetching | string,
  operation: { readonly query: string; readonly variables?: Record<string, unknown> },
  headers: Record<string, string> = {},
): Promise<Subscribed> {
  const send = typeof gateway === "string" ? fetch : gateway.fetch;
  const response = await send(typeof gateway === "string" ? gateway : "http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
    body: JSON.stringify(operation),
  });
  const reader = response.body!.getReader();
  const sent: SentEvent[] = [];
  let hasEnded = false;
  let wake = () => {};

  // It reads whatever comes, as a connection does.
  const read = async () => {
    const decoder = new TextDecoder();
    let text = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (text + decoder.decode(part.value as Uint8Array, { stream: true })).split("\n\n");
      text = blocks.pop()!;
      sent.push(...blocks.flatMap((block) => toEvent(block) ?? []));
      wake();
    }
  };
  const reading = read().finally(() => {
    hasEnded = true;
    wake();
  });
  reading.catch(() => {});

  const stream: Subscribed = {
    response,
    async next() {
      for (;;) {
        const value = sent.shift();
        if (value) return { done: false, value };
        if (hasEnded) return { done: true, value: undefined };
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    async rest() {
      await reading;
      return sent.splice(0);
    },
    leave: () => reader.cancel(),
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

function toEvent(block: string): SentEvent | undefined {
  const lines = block.split("\n").filter((line) => !line.startsWith(":") && line !== "");
  const of = (name: string) =>
    lines
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const event = of("event");
  if (event === "complete") return { event };
  return event === "next" ? { event, data: JSON.parse(of("data")!) as ExecutionResult } : undefined;
}
