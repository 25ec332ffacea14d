import { setTimeout } from "node:timers/promises";
import { isIndeterminate, type Client, type SoakRequest } from "./client.ts";

/** Which project a client uses, and until when. */
export interface LoopOptions {
  readonly project: string;
  readonly isOver: () => boolean;
}

/** Makes, reads, changes and deletes one dataset after the other. One whose state nobody can know is left alone. */
export async function crudLoop(
  ask: Client["ask"],
  { project, prefix, isOver }: LoopOptions & { prefix: string },
) {
  for (let n = 0; !isOver(); n += 1) {
    const name = `${prefix}-${n}`;
    const steps: Pick<SoakRequest, "description" | "what">[] = [
      { what: "create", description: "first" },
      { what: "read" },
      { what: "update", description: "second" },
      { what: "read" },
      { what: "create", description: "third" },
      { what: "delete" },
      { what: "read" },
    ];
    for (const step of steps) {
      const answer = await ask({ project, name, ...step });
      if (answer.broken !== undefined) return;
      if (isOver()) break;
      if (!isIndeterminate(answer)) continue;
      await ask({ project, name, what: "read" });
      break;
    }
  }
}

/** Reads one dataset after the other. Who is told to wait does so, but never for long. */
export async function readLoop(
  ask: Client["ask"],
  { project, names, isOver }: LoopOptions & { names: (n: number) => string },
) {
  for (let n = 0; !isOver(); n += 1) {
    const { broken, error } = await ask({ what: "read", project, name: names(n) });
    if (broken !== undefined) return;
    if (error) await setTimeout(200);
  }
}

/** Asks for what no call is needed for. */
export async function pingLoop(ask: Client["ask"], isOver: () => boolean) {
  while (!isOver()) {
    const { broken } = await ask({ what: "ping", project: "", name: "" });
    if (broken !== undefined) return;
    await setTimeout(20);
  }
}
