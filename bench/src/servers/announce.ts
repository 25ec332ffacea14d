import type { Server } from "node:http";

/** Prints where a listening server is reached: the line that `startMeasured` waits for. */
export function announce(server: Server, path = "/graphql"): void {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}${path}`);
}
