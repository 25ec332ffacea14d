import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../../support/process/axe.ts";
import { browserIsHere, startBrowser, type TestBrowser } from "../../support/process/browser.ts";
import { startExplorer, type Explorer } from "./page-object.ts";

// GraphiQL's own: its tabs hold their close buttons, and its history names its buttons otherwise than it shows them.
const known = new Set(["label-content-name-mismatch", "nested-interactive"]);

/** What axe finds wrong with the page as it stands, beside what is GraphiQL's own. */
async function findings({ page }: Explorer, rules?: readonly string[]): Promise<string[]> {
  // The editor's suggestions are Monaco's, and gone with the next key.
  const found = await axeFindings(page, { exclude: [".suggest-widget"], rules });
  return found
    .filter(({ id }) => !known.has(id))
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]!.html} ${nodes[0]!.failureSummary}`);
}

let browser: TestBrowser;

// The browser that comes with the packages runs on Linux x64 alone; elsewhere CHROMIUM_PATH names one.
describe.skipIf(!browserIsHere)("the explorer", () => {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  // The dark page is the light one in other colours.
  it.each([
    ["light", undefined],
    ["dark", ["color-contrast", "link-in-text-block"]],
  ] as const)("has nothing that axe finds, in any of its states: %s", async (colorScheme, rules) => {
    await using explorer = await startExplorer(browser, { colorScheme });
    const found: Record<string, string[]> = {};
    const look = async (state: string) => {
      await explorer.screenshot(`${colorScheme}-${state}`);
      found[state] = await findings(explorer, rules);
    };

    await look("first-visit");
    await explorer.run();
    await look("answer");
    await explorer.openPanel("Calls");
    await look("calls");
    await explorer.openPanel("Code");
    await explorer.page.locator(".imm-token-string").first().waitFor();
    await look("code");
    await explorer.openPanel("Documentation Explorer");
    await explorer.page.getByRole("link", { name: "Mutation", exact: true }).click();
    await look("docs");
    await explorer.openPanel("History");
    await look("history");
    await explorer.openTab("ErrorOnPurpose");
    await explorer.run();
    await explorer.page.getByRole("button", { name: "Details" }).click();
    await look("error");

    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
    expect(Object.keys(found)).toHaveLength(7);
  });

  it("follows the system, also while it is open", async () => {
    await using explorer = await startExplorer(browser, { colorScheme: "light" });
    const { page } = explorer;
    const background = () =>
      page.evaluate<string>(
        'getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor',
      );
    const editor = () => page.locator(".graphiql-query-editor .monaco-editor").first().getAttribute("class");

    expect(await background()).toBe("rgb(255, 255, 255)");
    expect((await editor())!.split(" ")).toContain("vs");

    await page.emulateMedia({ colorScheme: "dark" });

    await expect.poll(background).toBe("rgb(33, 42, 59)");
    await expect.poll(async () => (await editor())!.split(" ")).toContain("vs-dark");
  });

  it("shows where the system sets the colours which language is chosen, and where to run", async () => {
    await using explorer = await startExplorer(browser);
    const { page } = explorer;
    const style = (selector: string, name: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).${name}`);
    await page.emulateMedia({ forcedColors: "active" });
    await explorer.openPanel("Code");
    await explorer.screenshot("forced-colors");

    expect(await style(".imm-languages input:checked + span", "backgroundColor")).not.toBe(
      await style(".imm-languages input:not(:checked) + span", "backgroundColor"),
    );
    expect(await style(".graphiql-execute-button", "forcedColorAdjust")).toBe("none");
  });

  it.each([
    ["1024 pixels wide", { viewport: { width: 1024, height: 768 } }],
    ["1280 pixels at 200 percent", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
    ["1024 pixels at 200 percent", { viewport: { width: 512, height: 384 }, deviceScaleFactor: 2 }],
  ])("can be used at %s", async (name, options) => {
    await using explorer = await startExplorer(browser, options);
    const { page } = explorer;
    const overflow = () => page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");

    expect(JSON.parse(await explorer.run())).toHaveProperty(
      "data.createDataset.dataset.datasetName",
      "dataset001",
    );
    await page.locator(".imm-summary").scrollIntoViewIfNeeded();
    await explorer.screenshot(`${name} answer`);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const [operation, response] = [".graphiql-query-editor", ".graphiql-response"];
    expect(await isInside(page, `${operation} .view-line`, operation)).toBe(true);
    expect(await isInside(page, `${response} .view-line`, response)).toBe(true);
    expect(await isInside(page, `${response} .view-line`, operation)).toBe(false);
    expect(await isInside(page, ".imm-summary", ".graphiql-sessions")).toBe(true);

    await page.locator(".imm-summary").getByRole("button").click();
    await page.getByText("2 calls were caused by Create.").scrollIntoViewIfNeeded();
    const panel = await explorer.openPanel("Code");
    await panel.getByRole("button", { name: "Copy the curl code" }).click();
    await panel.getByText("Copied", { exact: true }).waitFor();
    await explorer.screenshot(`${name} code`);
    expect(await overflow()).toBeLessThanOrEqual(0);

    const width = await panel
      .locator("pre")
      .evaluate<number, HTMLElementLike>(({ clientWidth }) => clientWidth);
    expect(width).toBeGreaterThan(250);
    const editor = await page.locator(".graphiql-query-editor .monaco-editor").first().boundingBox();
    expect(editor!.width).toBeGreaterThan(250);
    expect(await findings(explorer)).toEqual([]);
  });
});

/** Whether a thing is drawn within another. */
async function isInside(page: Explorer["page"], inner: string, outer: string): Promise<boolean> {
  const [a, b] = await Promise.all([inner, outer].map((of) => page.locator(of).first().boundingBox()));
  return a!.x >= b!.x && a!.y >= b!.y && a!.x < b!.x + b!.width && a!.y + a!.height <= b!.y + b!.height;
}

interface HTMLElementLike {
  clientWidth: number;
}
