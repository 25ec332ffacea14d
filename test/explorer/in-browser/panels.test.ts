import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultTabs } from "../../../src/explorer/editor/default-tabs.ts";
import { languages } from "../../../src/explorer/samples/languages.ts";
import { browserIsHere, startBrowser, type TestBrowser } from "../../support/process/browser.ts";
import { names } from "../tricky-values.ts";
import { codeOf } from "../write-sample.ts";
import { startExplorer, type Explorer } from "./page-object.ts";

let browser: TestBrowser;

// The browser that comes with the packages runs on Linux x64 alone; elsewhere CHROMIUM_PATH names one.
describe.skipIf(!browserIsHere)("the explorer's panels", () => {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  /** Chooses a language, and answers what its button copies. */
  async function copied(explorer: Explorer, language: string): Promise<string> {
    const { page } = explorer;
    await page.locator(".imm-languages").getByText(language, { exact: true }).click();
    await page.getByRole("button", { name: `Copy the ${language} code` }).click();
    await page.getByText("Copied", { exact: true }).waitFor();
    return page.evaluate<string>("navigator.clipboard.readText()");
  }

  it("write the first operation in every language before it is run, each to be copied as it is shown", async () => {
    await using explorer = await startExplorer(browser);
    const panel = await explorer.openPanel("Code");

    for (const { id, name } of languages) {
      const endpoint = explorer.page.url();
      const expected = await codeOf(id, defaultTabs[0]!, endpoint);
      await panel.locator(".imm-languages").getByText(name, { exact: true }).click();
      await expect.poll(() => panel.locator("pre").textContent()).toBe(expected);
      expect(await copied(explorer, name)).toBe(expected);
      await explorer.screenshot(`code-${id}`);
    }
    expect(explorer.problems).toEqual([]);
    expect(explorer.violations).toEqual([]);
  });

  it("follow what is typed, hide what headers hold, and say where there is no code", async () => {
    await using explorer = await startExplorer(browser);
    const panel = await explorer.openPanel("Code");
    const code = () => panel.locator("pre").textContent();

    await explorer.paste(
      "operation",
      "query Mine($name: ProjectName!) { project(projectName: $name) { id } }",
    );
    await explorer.paste("variables", '{ "name": "atlas" }');
    await explorer.paste("headers", '{ "authorization": "Bearer sesame-secret" }');

    await expect.poll(code).toContain('{"name":"atlas"}');
    await expect.poll(code).toContain("authorization: <AUTHORIZATION>");
    expect(await code()).not.toContain("sesame");
    expect(await copied(explorer, "fetch")).toContain("query Mine");

    await explorer.paste("operation", "query Mine { nothing }");
    await panel.getByText('Cannot query field "nothing" on type "Query".').waitFor();
    expect(await panel.locator("pre").count()).toBe(0);
  });

  // Slim images of Node have no curl, see graph-samples.test.ts.
  it("give a command that does in a shell what the page does", async ({ skip }) => {
    const run = promisify(execFile);
    if (!(await run("curl", ["--version"]).catch(() => undefined))) skip("there is no curl here");
    await using explorer = await startExplorer(browser);
    await explorer.openPanel("Code");

    const { stdout } = await run("bash", ["-c", await copied(explorer, "curl")]);

    expect(JSON.parse(stdout)).toMatchObject({
      data: { createDataset: { dataset: { datasetMaxTotalFileSize: "9007199254740993" } } },
    });
  });

  it("remember the language", async () => {
    await using explorer = await startExplorer(browser);
    await explorer.openPanel("Code");
    await copied(explorer, "Python SDK");

    await explorer.reload();

    const chosen = explorer.page.getByRole("radio", { name: "Python SDK" });
    await expect.poll(() => chosen.isChecked()).toBe(true);
  });

  it("show each call of a run in order, with all that is known of it", async () => {
    await using explorer = await startExplorer(browser);
    const panel = await explorer.openPanel("Calls");
    await panel.getByText("Run an operation").waitFor();

    const answer = JSON.parse(await explorer.run()) as {
      data: Record<"createDataset" | "createProject", { requestId: string }>;
    };

    expect(answer).not.toHaveProperty("extensions");
    await panel.getByText("2 calls were caused by Create.").waitFor();
    const [project, dataset] = await panel.getByRole("listitem").allInnerTexts();
    expect(project).toMatch(/^CreateProject\s+200\s/);
    expect(project).toMatch(/Time\s+\d+ ms\s+Attempts\s+1\s/);
    expect(project).toContain(answer.data.createProject.requestId);
    expect(dataset).toMatch(/^CreateDataset\s+200\s/);
    expect(dataset).toContain(answer.data.createDataset.requestId);
    expect(dataset).toMatch(/DatasetMaxBindCount\s+5\s/);
    expect(dataset).toMatch(/DatasetMaxTotalFileSize\s+9007199254740993/);
    await explorer.screenshot("calls");
  });

  it("lead from an error to its call: code, sentence, RequestId and IMM's link", async () => {
    await using explorer = await startExplorer(browser);
    await explorer.openTab("ErrorOnPurpose");

    const { errors } = JSON.parse(await explorer.run()) as {
      errors: { message: string; extensions: { imm: { requestId: string; recommend: string } } }[];
    };

    const { message, extensions } = errors[0]!;
    const { requestId, recommend } = extensions.imm;
    const summary = explorer.page.locator(".imm-summary");
    expect(await summary.innerText()).toContain(`NOT_FOUND · ResourceNotFound · RequestId ${requestId}`);
    await summary.getByRole("button", { name: "Details" }).click();
    const panel = explorer.page.locator(".graphiql-plugin");
    const shown = await panel.innerText();
    for (const part of ["NOT_FOUND", message, "ResourceNotFound", requestId, "UpdateProject"]) {
      expect(shown).toContain(part);
    }
    const link = panel.getByRole("link", { name: "IMM's troubleshooting page" });
    expect(await link.getAttribute("href")).toBe(recommend);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    await explorer.screenshot("error");
    expect(explorer.requests).toEqual([]);
  });

  it("run what is in the editor, also at once after a change of tabs", async () => {
    await using explorer = await startExplorer(browser);
    await explorer.run();

    await explorer.openTab("LimitsAndUsage");
    const answer = await explorer.run();

    expect(JSON.parse(answer)).toMatchObject({
      data: { dataset: { datasetMaxTotalFileSize: "9007199254740993", fileCount: "0" } },
    });
  });

  it("show the calls of the answer that is shown, and of no other", async () => {
    await using explorer = await startExplorer(browser);
    const summary = explorer.page.locator(".imm-summary");
    const hint = "Ctrl-Enter runs the operation. Ctrl-M, then Tab, leaves the editor.";
    expect(await summary.innerText()).toBe(hint);
    await explorer.run();
    expect(await summary.innerText()).toMatch(/^CreateProject \d+\sms · CreateDataset \d+\sms\s+Details$/);

    await explorer.openTab("List");
    await expect.poll(() => summary.innerText()).toBe(hint);
    await explorer.openTab("Create");
    await expect.poll(() => summary.innerText()).toContain("CreateProject");

    await explorer.paste("variables", "{ oops");
    await explorer.page.getByRole("button", { name: /^Execute query/ }).click();
    await expect.poll(() => explorer.text("response")).toContain("Request not sent.");
    await expect.poll(() => summary.innerText()).toBe("Nothing was sent.");
  });

  it("tell apart tabs whose answers are the same", async () => {
    await using explorer = await startExplorer(browser);
    const panel = await explorer.openPanel("Calls");
    for (const [tab, name] of [
      ["List", "One"],
      ["Update", "Two"],
    ] as const) {
      await explorer.openTab(tab);
      await explorer.paste("variables", "");
      await explorer.paste("operation", `query ${name} { project(projectName: "${name}") { id } }`);
      await explorer.run();
    }

    await panel.getByText("One call was caused by Two.").waitFor();
    await explorer.openTab("One");
    await panel.getByText("One call was caused by One.").waitFor();
    expect(await panel.getByRole("listitem").innerText()).toMatch(/ProjectName\s+One$/);
  });

  it("say of many calls how many, and leave the answer its room", async () => {
    await using explorer = await startExplorer(browser);
    const aliases = Array.from(
      { length: 60 },
      (_, index) => `a${index}: project(projectName: "p${index}") { id }`,
    );
    await explorer.paste("operation", `query Many { projects { nodes { id } } ${aliases.join(" ")} }`);
    await explorer.paste("variables", "");

    await explorer.run();

    const summary = explorer.page.locator(".imm-summary");
    await expect
      .poll(() => summary.innerText())
      .toMatch(/^ListProjects \d+\sms · 60 × GetProject\s+Details$/);
    const answer = await explorer.page.locator(".result-window").boundingBox();
    expect(answer!.height).toBeGreaterThan(400);
  });

  it("take every name for a name, whatever it means to JavaScript", async () => {
    await using explorer = await startExplorer(browser);
    const fields = names.map((name) => `${name}: project(projectName: $${name}) { ${name}: id ...${name} }`);
    const fragments = names.map((name) => `fragment ${name} on Project { ${name}Too: projectName }`);
    const query = `query __proto__(${names.map((name) => `$${name}: ProjectName!`).join(" ")}) { ${fields.join(" ")} } ${fragments.join(" ")}`;
    const variables = `{ ${names.map((name, index) => `"${name}": "p${index}"`).join()} }`;
    await explorer.paste("operation", query);
    await explorer.paste("variables", variables);
    const panel = await explorer.openPanel("Code");
    await panel.locator(".imm-languages").getByText("aliyun CLI", { exact: true }).click();
    await expect
      .poll(() => panel.locator("pre").textContent())
      .toBe(await codeOf("aliyun-cli", { query, variables }));

    // What the gateway makes of such names is its own tests' business.
    const calls = names.map((_, index) => ({
      action: "GetProject",
      params: { ProjectName: `p${index}` },
      status: 200,
      ms: 1,
      attempts: 1,
      requestId: "R",
    }));
    const data = `{ ${names.map((name) => `"${name}": { "${name}": "x", "${name}Too": "y" }`).join()} }`;
    const sent = explorer.page.waitForRequest((request) => request.postData()?.includes("p0") ?? false);
    await explorer.page.route("**/graphql", (route) =>
      route.fulfill({
        contentType: "application/json",
        body: `{ "data": ${data}, "extensions": { "imm": { "calls": ${JSON.stringify(calls)} } } }`,
      }),
    );
    const answer = await explorer.run();

    expect(JSON.stringify(JSON.parse(answer))).toBe(JSON.stringify({ data: JSON.parse(data) as unknown }));
    const { operationName, variables: received } = JSON.parse((await sent).postData()!) as Record<
      string,
      unknown
    >;
    expect(operationName).toBe("__proto__");
    expect(JSON.stringify(received)).toBe(JSON.stringify(JSON.parse(variables)));
    await expect
      .poll(() => explorer.page.locator(".imm-summary").innerText())
      .toMatch(/^10 × GetProject\s+Details$/);
    await explorer.openPanel("Calls");
    await panel.getByText("10 calls were caused by __proto__.").waitFor();
    expect(explorer).toMatchObject({ problems: [], violations: [] });
  });

  it("say that what the graph refused caused no call", async () => {
    await using explorer = await startExplorer(browser);
    const panel = await explorer.openPanel("Calls");
    await explorer.paste("operation", "query Refused { nothing }");

    await explorer.run();

    await expect.poll(() => panel.innerText()).toContain("No call is told: it was refused before any");
    expect(await panel.innerText()).toContain("GRAPHQL_VALIDATION_FAILED");
  });

  it("link to nothing but a web page", async () => {
    await using explorer = await startExplorer(browser);
    const imm = { action: "UpdateProject", code: "X", requestId: "R", recommend: "javascript:alert(1)" };
    const errors = [{ message: "No.", extensions: { code: "NOT_FOUND", imm } }];
    await explorer.page.route("**/graphql", (route) => route.fulfill({ json: { data: null, errors } }));

    await explorer.run();
    const panel = await explorer.openPanel("Calls");

    await panel.getByText("UpdateProject").waitFor();
    expect(await panel.getByRole("link").count()).toBe(0);
  });

  it("follow the caret where there are several operations, as the keyboard does", async () => {
    await using explorer = await startExplorer(browser);
    const panel = await explorer.openPanel("Code");
    const code = () => panel.locator("pre").textContent();
    await explorer.paste("operation", "query First { __typename }\n\nquery Second { __typename }");

    await expect.poll(code).toContain("query Second");
    await explorer.page.keyboard.press("ControlOrMeta+Home");
    await expect.poll(code).toContain("query First");
    expect(await code()).not.toContain("query Second");
  });

  it("show 64-bit numbers to the last digit", async () => {
    await using explorer = await startExplorer(browser);
    await explorer.run();
    await explorer.openTab("Update");
    await explorer.paste(
      "operation",
      'mutation Largest { updateDataset(input: { projectName: "explorer", datasetName: "dataset001", datasetMaxTotalFileSize: 9223372036854775807, datasetMaxEntityCount: "9007199254740993" }) { dataset { datasetMaxTotalFileSize datasetMaxEntityCount } } }',
    );
    const panel = await explorer.openPanel("Calls");

    const answer = await explorer.run();

    expect(JSON.parse(answer)).toEqual({
      data: {
        updateDataset: {
          dataset: {
            datasetMaxTotalFileSize: "9223372036854775807",
            datasetMaxEntityCount: "9007199254740993",
          },
        },
      },
    });
    await panel.getByText("9223372036854775807").waitFor();

    // JSON itself would round it; it is sent as it was typed.
    await explorer.paste(
      "operation",
      "mutation Typed($input: UpdateDatasetInput!) { updateDataset(input: $input) { dataset { datasetMaxTotalFileSize } } }",
    );
    await explorer.paste(
      "variables",
      '{ "input": { "projectName": "explorer", "datasetName": "dataset001", "datasetMaxTotalFileSize": 9223372036854775805 } }',
    );
    expect(await explorer.run()).toContain('"9223372036854775805"');
    await explorer.openPanel("Code");
    expect(await copied(explorer, "TypeScript SDK")).toContain(
      'datasetMaxTotalFileSize: "9223372036854775805"',
    );
    expect(await copied(explorer, "Python SDK")).toContain("dataset_max_total_file_size=9223372036854775805");
    expect(await copied(explorer, "aliyun CLI")).toContain("--DatasetMaxTotalFileSize=9223372036854775805");
  });
});
