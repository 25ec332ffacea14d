import { Readable } from "node:stream";
import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { operationTooLarge } from "../../../graphql/cost/operation-too-large.ts";
import { jsonTypeName } from "../../../text/json-type-name.ts";
import { toJsonText } from "../../../text/to-json-text.ts";
import { truncate } from "../../../text/truncate.ts";
import { errorResponse, type Rejection } from "../../errors/error-response.ts";
import type { ServerContext } from "../../server-context.ts";
import { headerOf, type NodeRequest } from "../node-request.ts";
import { acceptedEncodings, decoderOf, decompressed, type Decompress } from "./body-encoding.ts";
import { readBody } from "./read-body.ts";

/**
 * Reads a body's JSON, compressed or not, and refuses more bytes than allowed: by the announced length, else as soon as
 * there are more, before and after decompression. Yoga doesn't decompress, and its own limit leads every body through a
 * stream, which halves the requests a second.
 */
export function useRequestBody(allowed: number): Plugin<object, ServerContext> {
  const check = (bytes: number, requested?: number) => {
    if (bytes <= allowed) return;
    throw operationTooLarge({
      limit: "bodyBytes",
      requested,
      allowed,
      message: `The body of a request may have ${allowed} bytes: share it out over several requests.`,
      // Else Node would read the rest of it.
      http: { status: 413, headers: { connection: "close" } },
    });
  };

  async function read({ stream, encoding }: Unread, decompress?: Decompress): Promise<unknown> {
    const bytes = await readBody(stream, check);
    if (!decompress) return parse(bytes);
    const whole = await decompressed(bytes, decompress, { maxBytes: allowed }).catch(() => {
      throw badRequest(`The body isn't valid ${encoding}, or it is cut off.`);
    });
    if (!whole) check(Infinity);
    return parse(whole!);
  }

  function take(parsed: unknown): unknown {
    const isText = typeof parsed === "string" || parsed instanceof Uint8Array;
    check(Buffer.byteLength(isText ? parsed : JSON.stringify(parsed)));
    return isText ? parse(parsed) : parsed;
  }

  return {
    onRequestParse({ request, serverContext: { req }, setRequestParser, endResponse, fetchAPI }) {
      if (request.method !== "POST") return;
      const body = bodyOf(request, req);
      const encoding = "parsed" in body ? null : body.encoding;
      const decompress = decoderOf(encoding);
      if (decompress === null) return endResponse(errorResponse(fetchAPI, unreadable(encoding)));
      const length = headerOf("content-length", request, req) ?? "";
      if (/^\d+$/.test(length)) check(Number(length), Number(length));
      setRequestParser(async () =>
        paramsOf("parsed" in body ? take(body.parsed) : await read(body, decompress)),
      );
    },
  };
}

interface Unread {
  readonly stream: Readable | Request["body"];
  readonly encoding: string | null;
}

/** A body to be read, or what a framework made of it, decompressed. */
function bodyOf(request: Request, incoming: NodeRequest | undefined): Unread | { readonly parsed: unknown } {
  const encoding = () => headerOf("content-encoding", request, incoming);
  if (!incoming) return { stream: request.body, encoding: encoding() };
  const { raw, parsed } = incoming;
  if (parsed instanceof Readable && parsed !== raw) return { stream: parsed, encoding: null };
  // A framework may set an empty body although it read none.
  const isRead = parsed !== raw && parsed != null && (raw.readableDidRead || !isEmpty(parsed));
  return isRead ? { parsed } : { stream: raw, encoding: encoding() };
}

function isEmpty(body: {}): boolean {
  return typeof body === "string" || body instanceof Uint8Array
    ? body.length === 0
    : Object.keys(body).length === 0;
}

// It skips a byte order mark, and refuses bytes that aren't UTF-8 rather than replace them.
const utf8 = new TextDecoder("utf-8", { fatal: true });

function parse(text: Uint8Array | string): unknown {
  return JSON.parse(typeof text === "string" ? text.replace(/^\uFEFF/, "") : utf8.decode(text));
}

function paramsOf(body: unknown): object {
  if (typeof body === "object" && body !== null) return body;
  throw badRequest(`The body must be a JSON object, not ${jsonTypeName(body)}.`);
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}

function unreadable(encoding: string | null): Rejection {
  return {
    status: 415,
    code: "BAD_REQUEST",
    message: `A body may be compressed once, by gzip, deflate or br; got content-encoding ${truncate(toJsonText(encoding))}.`,
    headers: { "accept-encoding": acceptedEncodings },
  };
}
