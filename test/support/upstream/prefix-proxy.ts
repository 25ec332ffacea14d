import { once } from "node:events";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy that serves another server under a path of its own. */
export interface PrefixProxy extends AsyncDisposable {
  /** Its address, without the prefix. */
  readonly url: string;
  /** What it was asked for outside that path; it has nothing there. */
  readonly astray: readonly string[];
}

/** Starts a proxy that takes a prefix such as `/imm` off the paths that it hands on. */
export async function startPrefixProxy(target: string, prefix: string): Promise<PrefixProxy> {
  const astray: string[] = [];
  const proxy = createServer((request, response) => {
    const { url = "", method, headers } = request;
    if (!url.startsWith(`${prefix}/`)) {
      astray.push(url);
      response.writeHead(404).end();
      return;
    }
    const { host, origin } = new URL(target);
    const path = url.slice(prefix.length);
    const onward = send(origin, { path, method, headers: { ...headers, host } }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    astray,
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, "close");
    },
  };
}
