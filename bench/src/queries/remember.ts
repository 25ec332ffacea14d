import { ask, askForPage } from "./ask.ts";
import type { Known } from "./questions/known.ts";
import { openStore } from "./filled/local-store.ts";
import { bomb } from "./questions/conditions.ts";
import { questionsOf } from "./questions/questions.ts";

// Opens a filled store and asks it all questions, several times each. Prints what is resident at most.

const times = 5;

/** The resident bytes of a process that has a store open. */
export interface Memory {
  readonly opened: number;
  readonly most: number;
}

const known = JSON.parse(process.env["KNOWN"]!) as Known;
using store = openStore(process.env["DIR"]!);
const opened = process.memoryUsage.rss();
for (const question of questionsOf(known)) {
  for (let n = 0; n < times; n++) await ask(question, store);
}
const inOrder = [{ field: "URI", direction: "asc" }] as const;
await askForPage({ condition: bomb, keys: inOrder, withTotal: true }, store);
const memory: Memory = { opened, most: process.resourceUsage().maxRSS * 1_024 };
console.log(JSON.stringify(memory));
