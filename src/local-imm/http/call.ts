import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { readPairs, splitOnce, toMap } from "./encoding.ts";
import { Fault } from "./fault.ts";

/** A request as it came in, decoded but not yet believed. */
export interface Call {
  readonly method: "GET" | "POST";
  readonly headers: IncomingHttpHeaders;
  readonly sourceIp: string;
  readonly query: readonly [string, string][];
  readonly body: Uint8Array;
  /** What the query and the form in the body say together. */
  readonly params: ReadonlyMap<string, string>;
}

const maxBodyBytes = 16 * 1024 * 1024;
const form = "application/x-www-form-urlencoded";

/** Reads a request to its end. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const [path, search] = splitOnce(request.url ?? "", "?");
  if (path !== "/") throw new Fault(404, "InvalidApi.NotFound", "IMM answers at the path / only.");
  const { method } = request;
  if (method !== "GET" && method !== "POST") throw unsupportedMethod(method);
  if (isOfPage(request.headers)) {
    throw new Fault(
      403,
      "Forbidden",
      "The local IMM takes no calls from web pages: call the gateway instead.",
    );
  }

  const body = await readBody(request);
  const query = readPairs(Buffer.from(search));
  return {
    method,
    headers: request.headers,
    sourceIp: request.socket.remoteAddress ?? "",
    query,
    body,
    params: toMap([...query, ...readForm(request.headers["content-type"], body)]),
  };
}

/** The action, or IMM as a whole, isn't called by that method. */
export function unsupportedMethod(method = ""): Fault {
  return new Fault(400, "UnsupportedHTTPMethod", `This action does not accept the method ${method}.`);
}

/**
 * Whether a browser says that a page sends a request. Everybody knows the default key, and a form needs no CORS preflight:
 * any page could else create and delete its visitor's data.
 */
function isOfPage({ origin, "sec-fetch-site": site }: IncomingHttpHeaders): boolean {
  return origin !== undefined || (site !== undefined && site !== "none");
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (length === "0" && encoding === undefined) return noBody;
  const chunks: Buffer[] = [];
  let size = 0;
  // What is too much is read to its end all the same: who still sends would not see the answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  if (size > maxBodyBytes) {
    throw new Fault(413, "RequestTooLarge", `The request body is larger than ${maxBodyBytes} bytes.`);
  }
  return Buffer.concat(chunks);
}

const noBody = new Uint8Array();

function readForm(contentType: string | undefined, body: Uint8Array): [string, string][] {
  if (body.length === 0) return [];
  const [type] = splitOnce(contentType ?? "", ";");
  if (type.trim().toLowerCase() !== form) {
    throw new Fault(400, "InvalidContentType", `A request body must be ${form}.`);
  }
  return readPairs(body);
}
