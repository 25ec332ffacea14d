import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { startProcess } from "../support/process/process.ts";

/** The commands of a page in their order, each with what is shown below it. */
function stepsOf(page: string) {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)\n```(?:\n\n```(?:json|text)\n([\s\S]*?)\n```)?/g)];
  return blocks.map(([, command, shown]) => ({ command: command!, shown }));
}

/** Runs a command as a person in this folder would, where the process is their gateway. */
async function run(command: string, { dir, url }: { dir: string; url: string }): Promise<string> {
  const here = command
    .replaceAll("http://127.0.0.1:4000/graphql", url)
    .replaceAll(".imm/", `${dir}/`)
    .replaceAll(/^curl /gm, "curl -sS ");
  const { stdout } = await promisify(execFile)("bash", ["-euc", here]);
  return stdout.trim();
}

/** The events of a stream come as the files are indexed. */
function inAnyOrder(printed: string): string {
  return printed.startsWith(":") ? printed.split("\n\n").toSorted().join("\n\n") : printed;
}

async function untilPrinted(print: () => Promise<string>, wanted: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const printed = await print();
    if (printed === wanted || tries === 200) return printed;
    await setTimeout(100);
  }
}

it("the table of templates has those that the local IMM knows", async () => {
  const namesIn = async (path: string, pattern: RegExp) => {
    const text = await readFile(path, "utf8");
    return [...text.matchAll(pattern)].flatMap(([row]) => row.match(/Official:\w+/g) ?? []).toSorted();
  };

  expect(await namesIn("docs/files.md", /^\| .*$/gm)).toEqual(
    await namesIn("src/local-imm/operators/templates.ts", /^ {2}\["Official:.*$/gm),
  );
});

it("the walk through files shows what its commands really print, to the letter", async () => {
  await using folder = await temporaryFolder();
  await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
  const steps = stepsOf(await readFile("docs/files.md", "utf8"));
  expect(steps).toHaveLength(11);

  for (const { command, shown = "" } of steps) {
    const print = () => run(command, { dir: folder.path, url: app.url });
    // A query shows what has happened a moment later.
    const printed = await (command.includes('"query": "{') ? untilPrinted(print, shown) : print());
    expect(inAnyOrder(printed)).toBe(inAnyOrder(shown));
  }
});
