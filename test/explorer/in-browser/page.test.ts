import { cp } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultTabs } from "../../../src/explorer/editor/default-tabs.ts";
import { startServer } from "../../../src/gateway/server.ts";
import { gatewayTo, startTestGateway } from "../../support/gateway/gateway.ts";
import { browserIsHere, startBrowser, type TestBrowser } from "../../support/process/browser.ts";
import { startFileUpstream } from "../../support/upstream/file-upstream.ts";
import { startPrefixProxy } from "../../support/upstream/prefix-proxy.ts";
import { built, openExplorer, startExplorer, type Explorer } from "./page-object.ts";

// The browser that comes with the packages runs on Linux x64 alone; elsewhere CHROMIUM_PATH names one.
describe.skipIf(!browserIsHere)("the explorer's page", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it("loads from its gateway alone, within its policy, without an error", async () => {
    await using explorer = await startExplorer(browser);

    const response = await explorer.page.request.get(explorer.page.url(), {
      headers: { accept: "text/html" },
    });

    expect(response.headers()).toMatchObject({
      "cache-control": "no-cache",
      "content-security-policy":
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
      "content-type": "text/html; charset=utf-8",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      vary: "accept",
      "x-content-type-options": "nosniff",
    });
    expect(explorer).toMatchObject({ requests: [], violations: [], problems: [] });
  });

  it("creates a dataset at a first visitor's single click, and shows its limit exactly", async () => {
    await using explorer = await startExplorer(browser);

    const answer = JSON.parse(await explorer.run());

    expect(answer.data.createDataset.dataset).toEqual({
      id: Buffer.from("Dataset:explorer/dataset001").toString("base64"),
      datasetName: "dataset001",
      datasetMaxBindCount: 5,
      datasetMaxTotalFileSize: "9007199254740993",
    });
    await explorer.page.locator(".result-window").getByText('"9007199254740993"').waitFor();
    expect(explorer).toMatchObject({ requests: [], violations: [], problems: [] });
  });

  it("shows the events of a subscription, and the calls of each", async () => {
    const [a, b] = ["oss://photos/a.jpg", "oss://photos/b.jpg"];
    await using upstream = await startFileUpstream({
      files: { [a]: { ObjectStatus: "Indexed", Filename: "a.jpg" }, [b]: { ObjectStatus: "Failed" } },
    });
    await using service = gatewayTo(upstream.url, { explorer: await built });
    await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
    await using visitor = await browser.visit();
    const explorer = await openExplorer(visitor, server.url);
    const uris = JSON.stringify([a, b]);
    await explorer.paste(
      "operation",
      `subscription Indexed { fileIndexed(projectName: "p", datasetName: "d", uris: ${uris}) { uri objectStatus filename } }`,
    );

    await explorer.run();
    await expect.poll(() => explorer.text("response")).toContain(b);
    const events = JSON.parse(await explorer.text("response")) as {
      data: { fileIndexed: { uri: string } };
    }[];

    expect(events.map(({ data }) => data.fileIndexed.uri).toSorted()).toEqual([a, b]);
    const calls = await explorer.openPanel("Calls");
    await expect.poll(() => calls.getByText("BatchGetFileMeta").count()).toBeGreaterThanOrEqual(2);
    expect(explorer).toMatchObject({ violations: [], problems: [] });
  });

  it("has a tab for each starter, which runs and answers what it should", async () => {
    await using explorer = await startExplorer(browser);
    await cp("docs/pictures", explorer.service.makeBucket("photos"), { recursive: true });
    const answers: Record<string, unknown> = {};

    for (const { query, variables } of defaultTabs) {
      const name = /^(?:mutation|query|subscription) (\w+)/m.exec(query)![1]!;
      await explorer.openTab(name);
      await expect.poll(() => explorer.text("operation")).toBe(query);
      await expect.poll(() => explorer.text("variables")).toBe(variables);
      await explorer.run();
      // Until a subscription completes the button stops it.
      await explorer.page.getByRole("button", { name: /^Execute query/ }).waitFor();
      answers[name] = JSON.parse(await explorer.text("response"));
      await explorer.service.settled();
      await explorer.screenshot(`starter ${name}`);
    }

    const requestId = expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(answers).toEqual({
      Create: {
        data: {
          createProject: { project: expect.objectContaining({ projectName: "explorer" }), requestId },
          createDataset: { dataset: expect.objectContaining({ datasetName: "dataset001" }), requestId },
        },
      },
      List: {
        data: {
          projects: {
            nodes: [
              {
                projectName: "explorer",
                datasetCount: 1,
                datasets: { nodes: [expect.objectContaining({ datasetName: "dataset001" })] },
              },
            ],
            pageInfo: expect.objectContaining({ hasNextPage: false }),
          },
        },
      },
      Update: {
        data: {
          updateDataset: {
            dataset: expect.objectContaining({
              datasetName: "dataset001",
              description: "Photos of 2026",
              datasetMaxFileCount: 1_000_000,
            }),
            requestId,
          },
        },
      },
      Bind: {
        data: {
          createBinding: {
            binding: { uri: "oss://photos", state: "Ready", phase: "FullScanning" },
            requestId,
          },
        },
      },
      Index: { data: { indexFileMeta: { eventId: expect.any(String), requestId } } },
      Wait: expect.toSatisfy(
        (events: { data: { fileIndexed: object } }[]) =>
          events.length === 3 &&
          events.every(({ data }) => Object.values(data.fileIndexed).includes("Indexed")),
      ),
      Read: {
        data: {
          dataset: {
            files: [
              {
                filename: "kyoto.jpg",
                size: expect.any(String),
                produceTime: "2023-11-19T09:42:30+09:00",
                coordinates: { latitude: 35.0116, longitude: 135.7681 },
                camera: "Pocket 3",
                customLabels: [{ key: "trip", value: "Japan" }],
                objectStatus: "Indexed",
                fileReason: null,
              },
              expect.objectContaining({ filename: "sydney-harbour.jpg", camera: "D850" }),
              expect.objectContaining({ filename: "west-lake.jpg", objectStatus: "Indexed" }),
            ],
          },
        },
      },
      Find: {
        data: {
          dataset: {
            query: {
              totalCount: 2,
              nodes: [
                expect.objectContaining({ filename: "kyoto.jpg" }),
                expect.objectContaining({ filename: "west-lake.jpg" }),
              ],
              pageInfo: expect.objectContaining({ hasNextPage: false }),
            },
          },
        },
      },
      Summarize: {
        data: {
          dataset: {
            aggregate: {
              count: 3,
              size: { sum: expect.any(Number), average: expect.any(Number), max: expect.any(Number) },
              contentType: { groups: [{ value: "image/jpeg", count: 3 }] },
              customLabel: { groups: [{ value: "Japan", count: 1 }] },
            },
          },
        },
      },
      Search: {
        data: {
          dataset: {
            search: {
              totalCount: 1,
              nodes: [
                {
                  filename: "kyoto.jpg",
                  size: expect.any(String),
                  customLabels: [{ key: "trip", value: "Japan" }],
                },
              ],
            },
          },
        },
      },
      LimitsAndUsage: {
        data: {
          dataset: {
            datasetMaxBindCount: 5,
            bindCount: 1,
            datasetMaxFileCount: 1_000_000,
            fileCount: "3",
            datasetMaxTotalFileSize: "9007199254740993",
            totalFileSize: expect.stringMatching(/^[1-9]\d+$/),
            datasetMaxEntityCount: expect.any(String),
            datasetMaxRelationCount: expect.any(String),
          },
        },
      },
      Empty: {
        data: {
          deleteBinding: { deletedBindingId: expect.any(String), requestId },
          batchDeleteFileMeta: { deletedFileIds: [1, 2, 3].map(() => expect.any(String)), requestId },
        },
      },
      Delete: {
        data: {
          deleteDataset: { deletedDatasetId: expect.any(String), requestId },
          deleteProject: { deletedProjectId: expect.any(String), requestId },
        },
      },
      ErrorOnPurpose: {
        data: null,
        errors: [
          expect.objectContaining({
            extensions: expect.objectContaining({
              code: "NOT_FOUND",
              imm: expect.objectContaining({ requestId }),
            }),
          }),
        ],
      },
    });
    expect(explorer).toMatchObject({ requests: [], violations: [], problems: [] });
  });

  it.each(["/imm", "/a/b%20c"])(
    "is whole behind a proxy that serves the gateway under %s/",
    async (prefix) => {
      await using service = await startTestGateway({ explorer: await built });
      await using server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
      await using proxy = await startPrefixProxy(server.url, prefix);
      await using visitor = await browser.visit();
      const workers: string[] = [];
      visitor.page.on("worker", (worker) => workers.push(worker.url()));

      const explorer = await openExplorer(visitor, `${proxy.url}${prefix}/`);

      const { page } = explorer;
      expect(page.url()).toBe(`${proxy.url}${prefix}/graphql`);
      expect(await explorer.run()).toContain("9007199254740993");
      const panel = await explorer.openPanel("Code");
      await panel.locator(".imm-languages").getByText("Typed client", { exact: true }).click();
      await expect
        .poll(() => panel.locator("pre").textContent())
        .toContain(`new GraphQLClient("${page.url()}")`);
      await panel.locator(".imm-token-string").first().waitFor();
      await page.getByRole("button", { name: /^Prettify/ }).click();
      await expect.poll(() => workers.length).toBeGreaterThan(1);
      const fonts = await page.evaluate<string[]>(
        "Array.fromAsync([...document.fonts], async (font) => (await font.load()).status)",
      );
      expect(new Set(fonts)).toEqual(new Set(["loaded"]));
      for (const url of workers) expect(url).toContain(`${proxy.url}${prefix}/explorer/`);
      await explorer.reload();
      expect(explorer).toMatchObject({ requests: [], violations: [], problems: [] });
      expect(proxy.astray).toEqual([]);
    },
  );

  it("completes the name of a field", async () => {
    await using explorer = await startExplorer(browser);
    const { page } = explorer;
    await explorer.paste("operation", '{ dataset(projectName: "a", datasetName: "b") { fil } }');
    for (let step = 0; step < " } }".length; step++) await page.keyboard.press("ArrowLeft");

    await page.keyboard.press("Control+Space");
    await page.getByRole("option", { name: /^fileCount/ }).click();

    expect(await explorer.text("operation")).toBe(
      '{ dataset(projectName: "a", datasetName: "b") { fileCount } }',
    );
  });

  it("documents the graph, to be read and to be searched", async () => {
    await using explorer = await startExplorer(browser);
    const documentation = await explorer.openPanel("Documentation Explorer");

    await documentation.getByText("Mutation", { exact: true }).click();
    await documentation.getByText("createDataset", { exact: true }).click();
    await expect.poll(() => documentation.innerText()).toContain("Creates a dataset in a project.");

    await documentation.getByRole("link", { name: "Go back to Mutation" }).click();
    await documentation.getByRole("combobox").fill("workflowParam");
    await documentation.getByRole("option", { name: "CreateDatasetInput.workflowParameters" }).click();
    await expect.poll(() => documentation.innerText()).toContain("[WorkflowParameterInput!]");
  });

  it("remembers what was run, but not its headers", async () => {
    await using explorer = await startExplorer(browser);
    const { page } = explorer;
    const variables = defaultTabs[0]!.variables.replaceAll("explorer", "atlas");
    const kept = () => page.evaluate<string>("JSON.stringify([localStorage, sessionStorage])");
    await explorer.paste("headers", '{"authorization":"Bearer sesame-secret"}');
    await explorer.paste("variables", variables);
    // GraphiQL writes an editor's text half a second after its last change; the variables were changed after the headers.
    await expect.poll(() => page.evaluate(`localStorage.getItem("graphiql:variables")`)).toBe(variables);
    const sent = page.waitForRequest(
      (request) => request.headers()["authorization"] === "Bearer sesame-secret",
    );

    await explorer.run();
    await sent;

    const history = await explorer.openPanel("History");
    await history.getByText("Create", { exact: true }).waitFor();
    await expect.poll(kept).toContain("graphiql:queries");
    expect(await kept()).not.toContain("sesame-secret");

    await explorer.reload();

    await history.getByText("Create", { exact: true }).waitFor();
    expect(await kept()).not.toContain("sesame-secret");
    expect(await explorer.text("headers")).toBe("");
  });

  it("keeps its tabs over a reload, untouched and edited", async () => {
    await using explorer = await startExplorer(browser);
    const { page } = explorer;
    const names = () => page.getByRole("tab").allInnerTexts();
    const before = await names();

    await explorer.reload();

    expect(await explorer.text("operation")).toBe(defaultTabs[0]!.query);
    expect(await explorer.text("variables")).toBe(defaultTabs[0]!.variables);
    expect(await names()).toEqual(before);

    const edited = "query Mine { projects { nodes { projectName } } }";
    await explorer.openTab("List");
    await explorer.paste("operation", edited);
    await expect
      .poll(() => page.evaluate(`localStorage.getItem("graphiql:tabState")`))
      .toContain("query Mine");
    await explorer.reload();

    expect(await explorer.text("operation")).toBe(edited);
    expect(await explorer.text("variables")).toBe(defaultTabs[1]!.variables);
    expect(await names()).toEqual(before.with(1, "Mine"));
  });

  it("keeps each tab's variables, also over a reload right after a change of tabs", async () => {
    await using explorer = await startExplorer(browser);
    const before = await explorer.page.getByRole("tab").allInnerTexts();

    await explorer.openTab("List");
    await explorer.reload();

    expect(await explorer.page.getByRole("tab").allInnerTexts()).toEqual(before);
    for (const [name, starter] of [
      ["Create", defaultTabs[0]!],
      ["List", defaultTabs[1]!],
    ] as const) {
      await explorer.openTab(name);
      await expect.poll(() => explorer.text("operation")).toBe(starter.query);
      expect(await explorer.text("variables")).toBe(starter.variables);
    }
  });

  it("stops what it runs where it is told to or its tab is left, and shows the answer nowhere", async () => {
    await using explorer = await startExplorer(browser);
    const { page } = explorer;
    await page.route("**/graphql", () => {
      // No answer comes.
    });
    const failed = () => page.waitForEvent("requestfailed");
    const execute = page.getByRole("button", { name: /^(Execute|Stop) query/ });

    await execute.click();
    await page.getByText("Running…").waitFor();
    await Promise.all([failed(), execute.click()]);
    await expect.poll(() => page.getByText("Running…").count()).toBe(0);

    await execute.click();
    await page.getByText("Running…").waitFor();
    await Promise.all([failed(), explorer.openTab("Delete")]);
    expect(await explorer.text("response")).toBe("");
  });

  it("says in a sentence that the gateway doesn't answer, and goes on when it does", async () => {
    await using explorer = await startExplorer(browser);
    const { page } = explorer;
    await page.route("**/graphql", (route) => route.abort());

    const sentence = `The gateway at ${page.url()} doesn't answer. Is it running?`;
    await page.getByRole("button", { name: /^Execute query/ }).click();

    await expect.poll(() => explorer.text("response")).toContain(sentence);
    expect(JSON.parse(await explorer.text("response"))).toEqual({ errors: [{ message: sentence }] });
    await expect.poll(() => page.locator(".imm-summary output").innerText()).toBe(sentence);

    await page.unroute("**/graphql");
    expect(await explorer.run()).toContain("9007199254740993");
  });

  it.each([
    [
      "is blocked",
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } })',
    ],
    ["is full", 'Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); }'],
  ])("works where the browser's storage %s", async (_how, breakIt) => {
    await using explorer = await startExplorer(browser);
    await explorer.beforeScripts(breakIt);

    await explorer.reload();

    expect(await explorer.run()).toContain("9007199254740993");
    const panel = await explorer.openPanel("Code");
    await panel.locator(".imm-languages").getByText("Python SDK", { exact: true }).click();
    await expect.poll(() => panel.locator("pre").textContent()).toContain("client.create_dataset(");
  });

  it("is of use without a mouse", async () => {
    await using explorer = await startExplorer(browser);
    const { page } = explorer;
    const editor = page.locator(".graphiql-query-editor .graphiql-editor");
    const execute = page.getByRole("button", { name: /^Execute query/ });

    await tabTo(explorer, editor);
    await page.keyboard.press("Enter");
    expect(await explorer.run(() => page.keyboard.press("ControlOrMeta+Enter"))).toContain(
      "9007199254740993",
    );

    // In the editor the tabulator indents, until Ctrl-M lets it go on.
    await page.keyboard.press("Control+M");
    await page.keyboard.press("Tab");
    expect(await hasFocus(execute)).toBe(true);
    expect(await explorer.text("operation")).toBe(defaultTabs[0]!.query);
    expect(await explorer.run(() => page.keyboard.press("Enter"))).toContain("CONFLICT");

    for (const title of ["Documentation Explorer", "History", "Code", "Calls"]) {
      await tabTo(explorer, page.getByRole("button", { name: `Show ${title}` }));
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: `Hide ${title}` }).waitFor();
    }
  });
});

/** Moves the focus on until something has it. */
async function tabTo({ page }: Explorer, aim: Locator): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    if (await hasFocus(aim)) return;
  }
  throw new Error(`The tabulator doesn't reach ${aim}.`);
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.ownerDocument.activeElement === element);
}
