import { checkAnswer } from "./check-response.ts";
import { token } from "../gateway.ts";
import { connectTo } from "./load.ts";
import { startMeasured } from "./process.ts";
import type { Server } from "../servers.ts";
import type { Work } from "../workloads.ts";

/** How many calls one request had in flight at once at most. */
export type Wave = number;

// Long enough for a hundred calls to be sent before the first answer comes.
const delayMs = 1_000;

/**
 * Lets a server do a work once before an IMM that answers late. Where every call of a request is in flight at once,
 * none has waited for another's answer.
 */
export async function measureWave(work: Work, server: Server): Promise<Wave> {
  await using imm = await startMeasured(new URL("../servers/fake-imm.js", import.meta.url), {
    IMM_DELAY_MS: String(delayMs),
  });
  await using process = await server.start(imm.url);
  await using client = connectTo(process.url, { authorization: `Bearer ${token}` });
  checkAnswer(await client.send(work.request(0)), work, server.name);
  return imm.ask<number>("peak");
}
