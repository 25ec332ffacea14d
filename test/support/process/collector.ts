import { EventEmitter, once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { fieldsOf } from "./protobuf.ts";

/** A span as a collector receives it. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty where it has no parent. */
  readonly parentSpanId: string;
  readonly traceState: string;
  readonly name: string;
  readonly kind: "CLIENT" | "INTERNAL" | "SERVER";
  /** In milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

/** What a collector was sent. */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly headers: IncomingHttpHeaders[];
  /** Every byte of the bodies. */
  readonly bytes: Buffer;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly spans: readonly ReceivedSpan[];
  /** How many connections it has. */
  readonly open: number;
  /** Resolves when it is asked something. */
  asked(): Promise<void>;
}

/** Starts a collector of traces by OTLP: HTTP with protobuf. */
export async function startCollector(
  answer = (response: ServerResponse): void => void response.end(),
): Promise<Collector> {
  const bodies: Buffer[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const events = new EventEmitter();
  let open = 0;
  const server = createServer(async (request, response) => {
    headers.push(request.headers);
    if (request.url === "/v1/traces") bodies.push(await buffer(request));
    events.emit("asked");
    answer(response);
  });
  server.on("connection", (socket) => {
    open += 1;
    socket.once("close", () => (open -= 1));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const resourceSpans = () => bodies.flatMap((body) => messages(body, 1));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    headers,
    get bytes() {
      return Buffer.concat(bodies);
    },
    get resource() {
      const resources = resourceSpans().flatMap((message) => messages(message, 1));
      return Object.assign({}, ...resources.map((message) => attributesOf(message, 1))) as object as Record<
        string,
        unknown
      >;
    },
    get spans() {
      const scopes = resourceSpans().flatMap((message) => messages(message, 2));
      return scopes.flatMap((message) => messages(message, 2)).map(spanOf);
    },
    get open() {
      return open;
    },
    async asked() {
      await once(events, "asked");
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const kinds = ["INTERNAL", "INTERNAL", "SERVER", "CLIENT"] as const;

function spanOf(message: Buffer): ReceivedSpan {
  const fields = new Map(fieldsOf(message).map(({ number, value }) => [number, value]));
  const bytes = (number: number) => (fields.get(number) as Buffer | undefined) ?? Buffer.alloc(0);
  const ms = (number: number) => Number((fields.get(number) as bigint) / 1000n) / 1000;
  return {
    traceId: bytes(1).toString("hex"),
    spanId: bytes(2).toString("hex"),
    traceState: bytes(3).toString(),
    parentSpanId: bytes(4).toString("hex"),
    name: bytes(5).toString(),
    kind: kinds[Number(fields.get(6))] ?? "INTERNAL",
    start: ms(7),
    end: ms(8),
    attributes: attributesOf(message, 9),
    isError: fieldsOf(bytes(15)).some(({ number, value }) => number === 3 && value === 2n),
  };
}

function messages(message: Buffer, number: number): Buffer[] {
  return fieldsOf(message)
    .filter((field) => field.number === number)
    .map(({ value }) => value as Buffer);
}

function attributesOf(message: Buffer, number: number): Record<string, unknown> {
  const pairs = messages(message, number).map((pair) => {
    const [key] = messages(pair, 1);
    const [value] = messages(pair, 2);
    return [key!.toString(), valueOf(value!)];
  });
  return Object.fromEntries(pairs) as Record<string, unknown>;
}

function valueOf(message: Buffer): unknown {
  const [field] = fieldsOf(message);
  if (field === undefined) return undefined;
  const { number, value } = field;
  if (number === 1) return value.toString();
  if (number === 2) return value === 1n;
  if (number === 3) return Number(value);
  if (number === 5) return messages(value as Buffer, 1).map(valueOf);
  throw new Error(`No test expects an attribute of the kind ${number}.`);
}
