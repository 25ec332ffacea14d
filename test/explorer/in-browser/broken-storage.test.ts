import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultTabs } from "../../../src/explorer/editor/default-tabs.ts";
import { browserIsHere, startBrowser, type TestBrowser } from "../../support/process/browser.ts";
import { startExplorer, type Explorer } from "./page-object.ts";

const keys = [
  "graphiql:docExplorerFlex",
  "graphiql:editorFlex",
  "graphiql:favorites",
  "graphiql:headers",
  "graphiql:operationName",
  "graphiql:queries",
  "graphiql:query",
  "graphiql:secondaryEditorFlex",
  "graphiql:shouldPersistHeaders",
  "graphiql:tabState",
  "graphiql:theme",
  "graphiql:variables",
  "graphiql:visiblePlugin",
  "imm-graphql:language",
];

const everywhere = (text: string) => Object.fromEntries(keys.map((key) => [key, text]));

const others = ["null", "[[]]", "-1", '"text"', "{}"];

const tab = (name: string, more: object = {}) => ({
  id: name,
  title: name,
  query: `query ${name} { projects { nodes { id } } }`,
  variables: null,
  headers: null,
  operationName: name,
  response: null,
  ...more,
});

const ran = (name: string, more: object = {}) => ({
  query: `query ${name} { projects { nodes { id } } }`,
  operationName: name,
  ...more,
});

const tabNames = ({ page }: Explorer) => page.getByRole("tab").allInnerTexts();

// The browser that comes with the packages runs on Linux x64 alone; elsewhere CHROMIUM_PATH names one.
describe.skipIf(!browserIsHere)("an explorer whose storage is broken", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it.each<[string, Record<string, string>]>([
    ["isn't JSON", everywhere("{")],
    [
      "is JSON of another kind",
      Object.fromEntries(keys.map((key, index) => [key, others[index % others.length]!])),
    ],
    [
      "has members of nothing",
      {
        "graphiql:favorites": '{"favorites":null}',
        "graphiql:queries": '{"queries":null}',
        "graphiql:tabState": '{"activeTabIndex":null,"tabs":null}',
        "graphiql:visiblePlugin": "History",
      },
    ],
    [
      "has elements of another kind",
      {
        "graphiql:favorites": '{"favorites":[null,[],5,{"query":null}]}',
        "graphiql:queries": '{"queries":{"length":3}}',
        "graphiql:tabState": '{"activeTabIndex":1,"tabs":[{"query":5},{"query":{}},null]}',
        "graphiql:visiblePlugin": "History",
      },
    ],
    ["is huge", everywhere("x".repeat(300_000))],
    [
      "has huge members",
      {
        "graphiql:tabState": JSON.stringify({
          activeTabIndex: 0,
          tabs: [tab("Huge", { query: `{ ${"projects ".repeat(400_000)} }` })],
        }),
      },
    ],
  ])("opens as for a first visit if all that is kept %s", async (_how, kept) => {
    await using explorer = await startExplorer(browser, { kept });

    expect(await explorer.text("operation")).toBe(defaultTabs[0]!.query);
    expect(await explorer.text("variables")).toBe(defaultTabs[0]!.variables);
    expect(await explorer.text("headers")).toBe("");
    expect(await tabNames(explorer)).toEqual([
      "Create",
      "List",
      "Update",
      "Bind",
      "Index",
      "Wait",
      "Read",
      "Find",
      "Summarize",
      "Search",
      "LimitsAndUsage",
      "Empty",
      "Delete",
      "ErrorOnPurpose",
    ]);
    expect(await explorer.run()).toContain("9007199254740993");
    expect(explorer).toMatchObject({ problems: [], violations: [] });
  });

  it("opens with no more tabs than it can show", async () => {
    const tabs = Array.from({ length: 6000 }, (_, index) => tab("T", { id: `${index}`, query: "" }));
    const kept = { "graphiql:tabState": JSON.stringify({ activeTabIndex: 3, tabs }) };
    await using explorer = await startExplorer(browser, { kept });

    expect(await tabNames(explorer)).toHaveLength(500);
  });

  it("is cleared of what is its own, and of nothing else", async () => {
    const kept = { "graphiql:theme": "dark", "imm-graphql:language": "curl", "other:thing": "1" };
    await using explorer = await startExplorer(browser, { kept });
    const { page } = explorer;

    await page.getByRole("button", { name: "Open settings dialog" }).click();
    await page.getByRole("button", { name: "Clear data" }).click();
    await page.getByRole("button", { name: "Cleared data" }).waitFor();

    const names = await page.evaluate<string[]>("Object.keys(localStorage)");
    expect(names).toContain("other:thing");
    expect(names).not.toContain("imm-graphql:language");
  });

  it("keeps what is whole beside what is broken", async () => {
    const broken = { query: { text: "{ projects }" }, variables: 5, operationName: {}, label: [] };
    const kept = {
      "graphiql:favorites": JSON.stringify({
        favorites: [null, ran("Loved", { favorite: true, label: "My label" }), ran("A", { label: {} })],
      }),
      "graphiql:queries": JSON.stringify({
        queries: [ran("First"), broken, ran("B", { variables: {} }), ran("Last", { variables: "{}" })],
      }),
      "graphiql:tabState": JSON.stringify({
        activeTabIndex: 2,
        tabs: [
          tab("One"),
          tab("Two", { id: 2 }),
          tab("Three"),
          tab("One"),
          tab("Four", { variables: {} }),
          "x",
        ],
      }),
      "graphiql:docExplorerFlex": "0.5; position: fixed",
      "graphiql:editorFlex": "0.0000001",
      "graphiql:secondaryEditorFlex": "1e300",
      "graphiql:visiblePlugin": "History",
    };
    await using explorer = await startExplorer(browser, { kept });

    expect(await tabNames(explorer)).toEqual(["One", "Three"]);
    expect(await explorer.text("operation")).toBe(tab("Three").query);
    const history = explorer.page.locator(".graphiql-history");
    expect(await history.getByRole("button", { name: "Set active" }).allInnerTexts()).toEqual([
      "My label",
      "Last",
      "First",
    ]);
    const { width } = (await explorer.page.locator(".graphiql-query-editor").boundingBox())!;
    expect(width).toBeGreaterThan(200);
    await explorer.run();
    expect(explorer).toMatchObject({ problems: [], violations: [] });
  });
});
