import { checkResponse } from "./check-response.ts";
import { token } from "../gateway.ts";
import { connectTo } from "./load.ts";
import { startMeasured } from "./process.ts";
import type { Server } from "../servers.ts";
import type { Workload } from "../workloads.ts";

// Long enough for a hundred calls to be sent before the first answer comes.
const delayMs = 1_000;

/**
 * The most calls that a server has in flight at once for one request of a workload, before an IMM that answers late. If it
 * is all of them, none has waited for another's answer.
 */
export async function measurePeakConcurrency(workload: Workload, server: Server): Promise<number> {
  await using imm = await startMeasured(new URL("../servers/fake-imm.js", import.meta.url), {
    IMM_DELAY_MS: String(delayMs),
  });
  await using process = await server.start(imm.url);
  await using client = connectTo(process.url, { authorization: `Bearer ${token}` });
  checkResponse(await client.send(workload.request(0)), workload, server.name);
  return imm.ask<number>("peak");
}
