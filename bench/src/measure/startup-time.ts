import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { request } from "undici";
import { gatewayFile, gatewaySettings, token } from "../gateway.ts";
import { addressIn, environment } from "./process.ts";
import { median } from "./statistics.ts";

/** From spawn to the first answer, in milliseconds. */
export interface Start {
  readonly gateway: number;
  readonly bareYoga: number;
}

/** Starts the gateway and a bare Yoga server in turn, so often, as a user starts them. */
export async function measureStart(endpoint: string, starts: number): Promise<Start> {
  console.error(`starting ${starts} times`);
  const settings = gatewaySettings(endpoint);
  const bareYogaFile = new URL("../servers/bare-yoga.js", import.meta.url);
  const gateway: number[] = [];
  const bareYoga: number[] = [];
  // The first of each only brings the files into memory.
  for (let start = 0; start <= starts; start++) {
    const times = [
      await timeToFirstResponse(gatewayFile, settings),
      await timeToFirstResponse(bareYogaFile, {}),
    ] as const;
    if (start === 0) continue;
    gateway.push(times[0]);
    bareYoga.push(times[1]);
  }
  return { gateway: median(gateway), bareYoga: median(bareYoga) };
}

async function timeToFirstResponse(file: URL, settings: Record<string, string>): Promise<number> {
  const path = fileURLToPath(file);
  const began = performance.now();
  const child = spawn(process.execPath, [path], {
    env: environment(settings),
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exited = once(child, "exit");
  try {
    const url = await addressIn(child.stdout!);
    if (url === undefined) throw new Error(`${path} ended without listening.`);
    const { body } = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: '{"query":"{ __typename }"}',
    });
    const answer = await body.text();
    const ms = performance.now() - began;
    if (answer !== '{"data":{"__typename":"Query"}}') throw new Error(`${path} answered ${answer}`);
    return ms;
  } finally {
    child.kill("SIGKILL");
    await exited;
  }
}
