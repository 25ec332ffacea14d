import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Where a server listens. */
export interface ListenOptions {
  readonly host: string;
  /** 0 picks one. */
  readonly port: number;
  /** The setting that says the port. */
  readonly setting: string;
}

// Errors that another port wouldn't fix.
const hostCodes = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT", "EAI_AGAIN", "EINVAL", "ENOTFOUND"]);

/**
 * Starts listening and returns the origin: `http://127.0.0.1:4000`.
 *
 * @throws Error if it can't listen there, naming the settings to change.
 */
export async function listen(server: Server, { host, port, setting }: ListenOptions): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (hostCodes.has(code)) {
      throw new Error(
        `HOST: ${host} is not an address or a name of this machine (${code}): set it to one, such as 127.0.0.1.`,
        { cause },
      );
    }
    const reason = code === "EADDRINUSE" ? "is in use" : `can't be listened on (${code})`;
    throw new Error(
      `Port ${port} of ${host} ${reason}: set ${setting} or HOST to another; ${setting}=0 picks one.`,
      { cause },
    );
  }
  const { family, address, port: listening } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${listening}`;
}
