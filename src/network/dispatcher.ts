import { errors, Pool, ProxyAgent, type Dispatcher } from "undici";
import { bypassesProxy, type Proxies } from "./proxies.ts";

/** What a dispatcher is made with; times in milliseconds. */
export interface DispatcherOptions {
  readonly proxies: Proxies | undefined;
  readonly connectMs: number;
  readonly headersMs: number;
  /** In bytes, as they come over the wire. */
  readonly maxResponseSize: number;
}

const maxConnections = 128;

/** Makes the dispatcher for an origin, through its proxy if one is set. Loopback is always called directly. */
export function dispatcherFor(
  origin: string,
  { proxies, connectMs, headersMs, maxResponseSize }: DispatcherOptions,
): Dispatcher {
  const connect = { timeout: connectMs };
  const limits = {
    connections: maxConnections,
    headersTimeout: headersMs,
    bodyTimeout: 0, // undici counts it for each chunk; callers limit the whole body
    maxResponseSize,
  };
  const url = new URL(origin);
  const isHttps = url.protocol === "https:";
  const proxy = isHttps ? proxies?.https : proxies?.http;
  if (!proxy || bypassesProxy(url, proxies?.noProxy)) return new Pool(origin, { ...limits, connect });
  return new ProxyAgent({
    ...limits,
    connect,
    uri: proxy,
    ...authorizationOf(proxy),
    proxyTunnel: isHttps,
    proxyTls: connect,
    requestTls: connect,
    // ProxyAgent doesn't hand these options to its inner pools.
    factory: (to, options) => new Pool(to, { ...limits, ...options }),
    // A tunnel is a part of connecting: nothing else is sent by these.
    clientFactory: (to, options) => new TunnelPool(to, { ...limits, ...options, headersTimeout: connectMs }),
  });
}

/** A proxy failed before anything reached the target. */
export class ProxyError extends Error {
  override readonly name = "ProxyError";
  /** What went wrong on the way to the proxy, such as ECONNREFUSED; `PROXY_TIMEOUT`; `PROXY_HTTP_407` as it answered. */
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`The proxy led nowhere: ${code}.`, { cause });
    this.code = code;
  }
}

/** Whether a proxy that forwards wants other credentials: undici has a bare sentence for it. */
export function isProxyRefusal(error: unknown): boolean {
  return error instanceof errors.InvalidArgumentError && error.message.startsWith("Proxy Authentication");
}

const proxyCodes: Partial<Record<string, string>> = {
  // On UND_ERR_SOCKET undici would try the tunnel again for ever.
  UND_ERR_SOCKET: "ECONNRESET",
  // This one would be reported as a timeout of IMM.
  UND_ERR_HEADERS_TIMEOUT: "PROXY_TIMEOUT",
};

/** The connections to a proxy that become tunnels. */
class TunnelPool extends Pool {
  override connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData>;
  override connect(): never;
  override async connect(options?: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
    const response = await super.connect(options!).catch((cause: NodeJS.ErrnoException) => {
      throw new ProxyError(proxyCodes[String(cause.code)] ?? String(cause.code), cause);
    });
    if (response.statusCode === 200) return response;
    response.socket.on("error", () => {}).destroy();
    throw new ProxyError(`PROXY_HTTP_${response.statusCode}`);
  }
}

// By itself undici sends no name without a password.
function authorizationOf(proxy: string): { token?: string } {
  const { username, password } = new URL(proxy);
  if (!username && !password) return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { token: `Basic ${Buffer.from(pair).toString("base64")}` };
}
