import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const examples = (await readdir("examples")).map((name) => `examples/${name}/README.md`);
const docs = (await readdir("docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`);
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md", ...docs, ...examples];

/** A page's text outside its blocks of code. */
async function proseOf(path: string): Promise<string> {
  return (await readFile(path, "utf8")).replaceAll(/^```[\s\S]*?^```/gm, "");
}

/** The anchors that GitHub gives a page's headings. */
async function anchorsOf(path: string): Promise<string[]> {
  const headings = [...(await proseOf(path)).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

async function isBroken(page: string, target: string): Promise<boolean> {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : join(dirname(page), path);
  if (!existsSync(file)) return true;
  if (anchor === undefined) return false;
  return statSync(file).isDirectory() || !(await anchorsOf(file)).includes(anchor);
}

it.each(pages)("each link in %s leads to a file that there is, and to a heading in it", async (page) => {
  const links = [...(await proseOf(page)).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target!);
  const broken: string[] = [];
  for (const target of links) {
    if (!/^\w+:/.test(target) && (await isBroken(page, target))) broken.push(target);
  }

  expect(broken).toEqual([]);
});
