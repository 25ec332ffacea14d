import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Visitor } from "./browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What a rule found, and where. */
export interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export interface AxeOptions {
  /** Selectors of what it doesn't look at. */
  readonly exclude?: readonly string[];
  /** The rules that it looks by. Default: all. */
  readonly rules?: readonly string[] | undefined;
}

/** What axe finds wrong with the page as it stands. */
export async function axeFindings(
  page: Visitor["page"],
  { exclude = [], rules }: AxeOptions = {},
): Promise<Finding[]> {
  await page.evaluate(axe);
  const options = JSON.stringify({ ...(rules && { runOnly: rules }), resultTypes: ["violations"] });
  return page.evaluate<Finding[]>(
    `axe.run({ exclude: ${JSON.stringify(exclude)} }, ${options}).then(({ violations }) => violations)`,
  );
}
