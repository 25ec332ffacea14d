import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";

// Listens, and then stops: what it doesn't accept fills its queue of one, and the next caller's SYN is dropped.
const stoppedListener = `
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    process.stdout.write(String(server.address().port), () => process.kill(process.pid, "SIGSTOP"));
  });
`;

// Linux alone drops the SYN of a connection that its listener has no room for; others refuse it.
it.runIf(process.platform === "linux")("a connection that nobody accepts is given up in time", async () => {
  const listener = spawn(process.execPath, ["-e", stoppedListener]);
  const waiting: Socket[] = [];
  try {
    const [output] = (await once(listener.stdout, "data")) as [Buffer];
    const port = Number(output);
    waiting.push(...Array.from({ length: 4 }, () => connect({ port, host: "127.0.0.1" })));
    await Promise.all(waiting.slice(0, 2).map((socket) => once(socket, "connect")));
    await using service = gatewayTo(`http://127.0.0.1:${port}`, {
      timeouts: { connect: 50, headers: 30_000, body: 30_000 },
    });

    const { errors } = await service.send('{ project(projectName: "atlas") { id } }');

    expect(errors?.[0]?.extensions).toEqual({ code: "UPSTREAM_TIMEOUT", imm: { action: "GetProject" } });
  } finally {
    for (const socket of waiting) socket.destroy();
    listener.kill("SIGKILL");
  }
});
