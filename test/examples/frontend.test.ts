import { copyFile, cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, createLogger, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parseTrustedDocuments } from "../../src/gateway/operations/trusted-documents.ts";
import { startServer } from "../../src/gateway/server.ts";
import { temporaryFolder } from "../support/folder.ts";
import { gatewayTo, startTestGateway } from "../support/gateway/gateway.ts";
import { startSeededGateway } from "../support/gateway/seeded-gateway.ts";
import { axeFindings } from "../support/process/axe.ts";
import {
  browserIsHere,
  startBrowser,
  type TestBrowser,
  type VisitOptions,
} from "../support/process/browser.ts";

const root = fileURLToPath(new URL("../../examples/frontend/", import.meta.url));

const loopback = { host: "127.0.0.1", port: 0 };

/** What Chromium writes to the console where the graph refuses a request. */
const refused = "Failed to load resource: the server responded with a status of 400 (Bad Request)";

/** What else there is in a dataset of pictures, what the page's address asks of it, and how it is looked at. */
type PicturesOptions = VisitOptions & { readonly copies?: number; readonly asked?: string };

/** So many names, in their order. */
const names = (count: number) =>
  Array.from({ length: count }, (_, i) => `d${String(i + 1).padStart(3, "0")}`);

// The browser that comes with the packages runs on Linux x64 alone; elsewhere CHROMIUM_PATH names one.
describe.skipIf(!browserIsHere)("the frontend of the examples", () => {
  const warnings: string[] = [];
  let browser: TestBrowser;
  let built: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    built = await temporaryFolder();
    [browser] = await Promise.all([startBrowser(), buildTo(built.path)]);
  });
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await built[Symbol.asyncDispose]();
  });

  async function buildTo(outDir: string, settings: Record<string, string> = {}) {
    const customLogger = createLogger("warn");
    customLogger.warn = (message) => void warnings.push(message);
    // Vite builds for the environment that it finds.
    for (const [name, value] of Object.entries({ NODE_ENV: "production", ...settings }))
      vi.stubEnv(name, value);
    await build({ root, customLogger, logLevel: "warn", build: { outDir, emptyOutDir: true } });
    vi.unstubAllEnvs();
  }

  /** The page as Vite serves it, before a gateway at some address. */
  async function openPage(gateway: string, project: string, options?: VisitOptions, outDir = built.path) {
    const site = await preview({
      root,
      logLevel: "silent",
      build: { outDir },
      preview: { ...loopback, proxy: { "/graphql": new URL(gateway).origin } },
    });
    const visitor = await browser.visit(options);
    const { page } = visitor;
    const address = site.resolvedUrls!.local[0]!;
    await page.goto(`${address}?project=${project}`);
    const form = page.getByRole("form", { name: "Create a dataset" });
    return {
      ...visitor,
      address,
      form,
      names: () => page.getByRole("rowheader").allInnerTexts(),
      /** Waits for a text anywhere on the page. */
      see: (text: string) => page.getByText(text).waitFor(),
      press: (name: string) => page.getByRole("button", { name }).click(),
      /** Chooses a dataset of the list. */
      choose: (name: string) => page.getByRole("link", { name, exact: true }).click(),
      /** Sends a form that has one field. */
      async fill(button: "Bind" | "Index", text: string) {
        const one = page.getByRole("form", { name: button === "Bind" ? "Bind a bucket" : "Index a file" });
        await one.getByRole("textbox").fill(text);
        await one.getByRole("button", { name: button }).click();
      },
      /** What stands beside the name of a file, once its row has a text. */
      async row(name: string, text: string) {
        const row = page.getByRole("row", { name });
        await row.getByText(text).waitFor();
        return row.getByRole("cell").allInnerTexts();
      },
      async create(values: Record<string, string>) {
        for (const [label, value] of Object.entries(values)) await form.getByLabel(label).fill(value);
        await form.getByRole("button", { name: "Create" }).click();
      },
      /** What is said to be wrong with each field, as it is told to who can't see it. */
      async problems() {
        const invalid = await page.locator('[aria-invalid="true"]').all();
        const entries = invalid.map(async (input) => {
          const id = await input.getAttribute("aria-describedby");
          return [await input.getAttribute("name"), await page.locator(`[id="${id}"]`).innerText()] as const;
        });
        return Object.fromEntries(await Promise.all(entries));
      },
      /** The field that has the focus, or the text that has it. */
      focused: () => page.evaluate<string>("document.activeElement.name || document.activeElement.innerText"),
      /** What went wrong in the browser. */
      console: visitor.problems,
      findings: () => axeFindings(page),
      async screenshot(name: string) {
        const path = fileURLToPath(new URL(`../screenshots/frontend-${name}.png`, import.meta.url));
        await page.screenshot({ path, fullPage: true });
      },
      async [Symbol.asyncDispose]() {
        await visitor[Symbol.asyncDispose]();
        await site.close();
      },
    };
  }

  /** The page of the project `atlas`, or another, over a gateway whose IMM holds `atlas` and some datasets in it. */
  async function startPage(
    datasets: Parameters<typeof startSeededGateway>,
    project = "atlas",
    options?: VisitOptions,
  ) {
    const { imm, calls, gateway, makeBucket, settled, ...service } = await startSeededGateway(...datasets);
    const server = await startServer(gateway, loopback);
    const page = await openPage(server.url, project, options);
    return {
      ...page,
      imm,
      makeBucket,
      settled,
      /** Which calls to IMM there were since this was asked last, and how many. */
      calls() {
        const counts: Record<string, number> = {};
        for (const { action } of calls.splice(0)) counts[action] = (counts[action] ?? 0) + 1;
        return counts;
      },
      async [Symbol.asyncDispose]() {
        await page[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
        await service[Symbol.asyncDispose]();
      },
    };
  }

  it("is built without a warning, and asks for nothing of Node", async () => {
    const files = await readdir(join(built.path, "assets"));
    const script = files.find((file) => file.endsWith(".js"))!;

    expect(warnings).toEqual([]);
    expect(await readFile(join(built.path, "assets", script), "utf8")).not.toMatch(/\bprocess\.env\b/);
  });

  it("lists a page of datasets, and more until all are there, each once and in order", async () => {
    await using page = await startPage(names(45));

    await page.see("20 of 45 shown.");
    await page.screenshot("list");
    expect(await page.names()).toEqual(names(20));
    expect(page.calls()).toEqual({ GetProject: 1, ListDatasets: 1 });

    await page.press("Load more");
    await page.see("40 of 45 shown.");
    expect(await page.names()).toEqual(names(40));

    await page.press("Load more");
    await page.see("All 45 shown.");
    expect(await page.names()).toEqual(names(45));
    expect(page.calls()).toEqual({ GetProject: 2, ListDatasets: 2 });
    expect(await page.page.getByRole("button", { name: "Load more" }).count()).toBe(0);
    await expect.poll(page.focused).toBe("All 45 shown.");
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("creates a dataset with its limits, to the last digit, and shows it in its place", async () => {
    await using page = await startPage(names(21));
    await page.see("20 of 21 shown.");
    page.calls();

    await page.create({
      Name: "d0105",
      Description: "Photos of the sea",
      "Files at most": "5000",
      "Bytes at most": "9223372036854775807",
      "Buckets at most": "3",
    });

    await page.see("Created d0105.");
    await page.see("21 of 22 shown.");
    expect(await page.names()).toEqual(names(20).toSpliced(10, 0, "d0105"));
    expect(await page.page.getByRole("row", { name: "d0105" }).getByRole("cell").allInnerTexts()).toEqual([
      "Photos of the sea",
      "5,000",
      "9,223,372,036,854,775,807",
      "3",
      expect.any(String),
    ]);
    expect(page.calls()).toEqual({ CreateDataset: 1, GetProject: 1 });
    expect(await page.form.getByLabel("Name").inputValue()).toBe("");
    const { Dataset } = await page.imm.call("GetDataset", { ProjectName: "atlas", DatasetName: "d0105" });
    expect(Dataset).toMatchObject({
      Description: "Photos of the sea",
      TemplateId: "Official:ImageManagement",
      DatasetMaxBindCount: 3,
      DatasetMaxFileCount: 5000,
      DatasetMaxTotalFileSize: 9223372036854775807n,
    });

    // Its place is on the page that is still to be read.
    await page.create({ Name: "e" });
    await page.see("21 of 23 shown.");
    await page.press("Load more");
    await page.see("All 23 shown.");
    expect(await page.names()).toEqual([...names(21).toSpliced(10, 0, "d0105"), "e"]);
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("shows what is wrong by each field, goes to the first, and keeps what was typed", async () => {
    await using page = await startPage(["photos"]);
    const typed = { Name: "photos", "Bytes at most": "9223372036854775807", "Buckets at most": "11" };

    await page.create(typed);

    await page.see("1..10");
    expect(await page.problems()).toEqual({ datasetMaxBindCount: "The value is outside 1..10. Sent: 11." });
    await expect.poll(page.focused).toBe("datasetMaxBindCount");
    for (const [label, value] of Object.entries(typed)) {
      expect(await page.form.getByLabel(label).inputValue()).toBe(value);
    }

    await page.create({ Name: "", "Files at most": "many" });
    await page.see("many");
    expect(await page.problems()).toEqual({
      datasetName: expect.stringContaining("A name is 1 to 128 characters long"),
      datasetMaxFileCount: expect.stringContaining('Sent: "many". Allowed: 1..100000000.'),
      datasetMaxBindCount: expect.stringContaining("1..10"),
    });
    await expect.poll(page.focused).toBe("datasetName");
    expect(page.calls()).not.toHaveProperty("CreateDataset");

    await page.create({ Name: "photos", "Files at most": "", "Buckets at most": "" });
    await page.see("already exists");
    expect(await page.problems()).toEqual({
      datasetName: "The specified resource Dataset already exists.",
    });
    await expect.poll(page.focused).toBe("datasetName");
    expect(page).toMatchObject({ requests: [], console: [refused, refused] });
  });

  it("binds a bucket, and shows when, where and with which camera its pictures were taken", async () => {
    await using page = await startPage([{ DatasetName: "photos", TemplateId: "Official:ImageManagement" }]);
    await page.choose("photos");
    await page.see("None is bound yet.");

    await page.fill("Bind", "pictures");
    await page.see("does not exist");
    expect(await page.problems()).toEqual({ text: expect.stringMatching(/^Bucket pictures does not exist/) });
    await expect.poll(page.focused).toBe("text");
    const bucket = page.makeBucket("pictures");
    await cp("docs/pictures", bucket, { recursive: true });
    await page.press("Bind");
    await page.see("Bound oss://pictures.");
    expect(await page.problems()).toEqual({});
    await page.settled();
    await page.press("Refresh");
    await page.see("Running, following changes");

    await page.fill("Index", "oss://pictures/kyoto.jpg");
    expect(await page.row("kyoto.jpg", "Indexed")).toEqual([
      "Indexed",
      "Nov 19, 2023, 9:42 AM (+09:00)",
      "35.01° N, 135.77° E",
      "Acme Pocket 3",
      "6,922",
    ]);
    await page.fill("Index", "oss://pictures/sydney-harbour.jpg");
    expect(await page.row("sydney-harbour.jpg", "Indexed")).toContain("33.86° S, 151.22° E");
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("says that there is no such dataset, and why an event doesn't come", async () => {
    await using page = await startPage(["photos"]);
    await page.choose("photos");
    await page.see("None is bound yet.");
    await page.imm.call("DeleteDataset", { ProjectName: "atlas", DatasetName: "photos" });

    await page.fill("Index", "oss://pictures/kyoto.jpg");
    await page.see("The specified resource Dataset is not found.");
    expect(await page.problems()).toEqual({});
    await page.press("Refresh");
    await page.see("There is no dataset photos.");

    await page.imm.call("CreateDataset", { ProjectName: "atlas", DatasetName: "photos" });
    await page.page.route("**/graphql", (route) =>
      route.request().postData()!.includes("subscription") ? route.abort() : route.continue(),
    );
    await page.press("Index");
    await page.row("kyoto.jpg", "The gateway doesn't answer. Is it running?");
    await page.page.unroute("**/graphql");
    await page.press("Look again");
    await page.row("kyoto.jpg", "File does not exist.");
    expect(await page.findings()).toEqual([]);
  });

  it("shows in words why a file failed, by its field what is no address, and looks again", async () => {
    await using page = await startPage([{ DatasetName: "photos", TemplateId: "Official:ImageManagement" }]);
    const bucket = page.makeBucket("pictures");
    await page.choose("photos");

    await page.fill("Index", "oss://pictures/late.jpg");
    const [state] = await page.row("late.jpg", "Failed");
    expect(state).toMatch(/^Failed\s+\[InvalidArgument\] File does not exist\.$/);

    await page.fill("Index", "pictures/late.jpg");
    await expect.poll(page.problems).toEqual({ text: expect.stringContaining("pictures/late.jpg") });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.page.emulateMedia({ colorScheme });
      await page.screenshot(`files-${colorScheme}`);
      expect(await page.findings()).toEqual([]);
    }

    await copyFile("docs/pictures/west-lake.jpg", join(bucket, "late.jpg"));
    await page.fill("Index", "oss://pictures/late.jpg");
    await page.settled();
    await page.press("Look again");
    expect(await page.row("late.jpg", "Indexed")).toContain("30.24° N, 120.16° E");
    await page.page.setViewportSize({ width: 480, height: 720 });
    await page.screenshot("files-narrow");
    expect(page).toMatchObject({ requests: [], console: [refused] });
  });

  it("creates a project that isn't there, and tells by IMM's request id what no field is to blame for", async () => {
    await using page = await startPage([], "fresh", { viewport: { width: 480, height: 720 } });

    await page.see("There is no project fresh yet.");
    expect(await page.findings()).toEqual([]);
    await page.press("Create it");

    await page.see("There is no dataset yet.");
    expect(await page.imm.call("GetProject", { ProjectName: "fresh" })).toMatchObject({
      Project: { ProjectName: "fresh" },
    });

    await page.imm.call("DeleteProject", { ProjectName: "fresh" });
    await page.create({ Name: "photos" });
    await page.see("IMM's request id: ");
    expect(await page.form.getByRole("alert").innerText()).toMatch(
      /^The specified resource Project is not found\. IMM's request id: [0-9A-F-]{36}$/,
    );
    expect(await page.problems()).toEqual({});
    await page.screenshot("narrow");
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("shows by its field what is wrong with a project's name, and keeps the name in its address", async () => {
    await using page = await startPage([], "9lives");

    await page.see("A name is 1 to 128 characters long");

    expect(Object.keys(await page.problems())).toEqual(["project"]);
    expect(await page.page.getByRole("alert").count()).toBe(0);

    await page.page.getByLabel("Project").fill("atlas");
    await page.press("Show");
    await page.see("In atlas");
    expect(new URL(page.page.url()).search).toBe("?project=atlas");
  });

  it("says that the gateway doesn't answer, and goes on when it does", async () => {
    await using service = await startSeededGateway(...names(21));
    const stopped = await startServer(service.gateway, loopback);
    await stopped[Symbol.asyncDispose]();
    await using page = await openPage(stopped.url, "atlas");

    await page.see("The gateway doesn't answer. Is it running?");
    await using again = gatewayTo(service.endpoint);
    const port = Number(new URL(stopped.url).port);
    await using started = await startServer(again.gateway, { ...loopback, port });
    expect(started.url).toBe(stopped.url);
    await page.press("Try again");
    await page.see("20 of 21 shown.");

    await page.page.route("**/graphql", (route) => route.abort());
    await page.press("Load more");
    await page.see("The gateway doesn't answer. Is it running?");
    expect(await page.names()).toEqual(names(20));
    await page.page.unroute("**/graphql");
    await page.press("Try again");
    await page.see("All 21 shown.");
    expect(await page.names()).toEqual(names(21));
    expect(await page.page.getByRole("alert").count()).toBe(0);
  });

  /** The page that finds pictures, over a dataset of the three of the documents, many copies of one, and a text. */
  async function startPictures({ copies = 0, asked = "", ...options }: PicturesOptions = {}) {
    const service = await startPage(
      [{ DatasetName: "photos", TemplateId: "Official:ImageManagement" }],
      "atlas",
      options,
    );
    const { imm, page } = service;
    const bucket = service.makeBucket("pictures");
    await cp("docs/pictures", bucket, { recursive: true });
    await writeFile(join(bucket, "notes.txt"), "By the lake");
    const lakes = names(copies).map((name) => `lake-${name}.jpg`);
    for (const lake of lakes) await copyFile("docs/pictures/west-lake.jpg", join(bucket, lake));
    const Files = [
      {
        URI: "oss://pictures/kyoto.jpg",
        Title: "The old capital",
        CustomLabels: { trip: "Japan" },
        Addresses: [{ City: "Kyoto" }],
      },
      { URI: "oss://pictures/sydney-harbour.jpg", CustomLabels: { trip: "Australia" } },
      ...["west-lake.jpg", "notes.txt", ...lakes].map((name) => ({ URI: `oss://pictures/${name}` })),
    ];
    await imm.call("BatchIndexFileMeta", { ProjectName: "atlas", DatasetName: "photos", Files });
    await service.settled();
    await page.goto(`${service.address}?project=atlas&dataset=photos&view=pictures${asked}`);
    const filter = page.getByRole("form", { name: "Filter" });
    return {
      ...service,
      filter,
      /** The names of the pictures that are shown. */
      pictures: () => page.locator(".picture b").allInnerTexts(),
      /** The values of a group with their counts. */
      async facet(name: string) {
        const values = await page.getByRole("region", { name }).getByRole("button").allInnerTexts();
        return values.map((value) => value.replace("\n", " "));
      },
      async apply(values: Record<string, string>) {
        for (const [label, value] of Object.entries(values)) await filter.getByLabel(label).fill(value);
        await filter.getByRole("button", { name: "Apply" }).click();
      },
      /** The `where` that the page says it sends. */
      async where() {
        const text = await page.locator("pre").textContent();
        return JSON.parse(text!) as unknown;
      },
    };
  }

  it("finds pictures by a filter that stands in the address, and shows the where that is sent", async () => {
    await using page = await startPictures();
    await page.see("All 4 shown.");
    expect(await page.pictures()).toEqual(["sydney-harbour.jpg", "kyoto.jpg", "west-lake.jpg", "notes.txt"]);
    expect(await page.page.title()).toBe("Pictures of photos");
    expect(await page.page.locator("pre").textContent()).toBe("None: it finds all files.");
    const sent: unknown[] = [];
    page.page.on("request", (request) => {
      if (request.url().endsWith("/graphql")) sent.push(request.postDataJSON().variables.where);
    });

    await page.apply({
      "Media type": "image",
      "Taken from": "2023-11-01",
      "Taken to": "2024-12-31",
      "Near latitude": "35",
      "Near longitude": "135.8",
      "Within kilometres": "7.5",
      "Title or label": "japan",
      "Label key": "Trip",
      "Bytes at least": "100",
    });

    await page.see("All 1 shown.");
    expect(await page.pictures()).toEqual(["kyoto.jpg"]);
    expect(await page.page.locator(".picture").innerText()).toBe(
      [
        "kyoto.jpg",
        "The old capital",
        "Nov 19, 2023, 9:42 AM (+09:00)",
        "Kyoto, 35.01° N, 135.77° E",
        "6,922 bytes",
      ].join("\n"),
    );
    const where = {
      mediaType: { eq: "image" },
      produceTime: { gte: "2023-11-01T00:00:00Z", lte: "2024-12-31T23:59:59.999999999Z" },
      latLong: { near: { latitude: 35, longitude: 135.8, metres: 7500 } },
      or: [{ title: { matchPhrase: "japan" } }, { customLabels: [{ key: "Trip", prefix: "japan" }] }],
      size: { gte: "100" },
    };
    expect(await page.where()).toEqual(where);
    // The list's and the facets'.
    expect(sent).toEqual([where, where]);
    expect(new URL(page.page.url()).searchParams.get("labelKey")).toBe("Trip");

    await page.page.goBack();
    await page.see("All 4 shown.");
    expect(await page.filter.getByLabel("Label key").inputValue()).toBe("");
    await page.page.goForward();
    await page.see("All 1 shown.");
    await page.page.reload();
    await page.see("All 1 shown.");
    expect(await page.filter.getByLabel("Within kilometres").inputValue()).toBe("7.5");
    await page.press("Clear");
    await page.see("All 4 shown.");

    // Asked once more, it isn't answered from the cache.
    await page.imm.call("DeleteFileMeta", {
      ProjectName: "atlas",
      DatasetName: "photos",
      URI: "oss://pictures/notes.txt",
    });
    await page.press("Apply");
    await page.see("All 3 shown.");
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("counts what there is, and filters by a value or a place that is clicked", async () => {
    await using page = await startPictures();
    await page.see("4 files");
    expect(await page.facet("Media types")).toEqual(["image 3", "document 1"]);
    expect(await page.facet("MIME types")).toEqual(["image/jpeg 3", "text/plain 1"]);
    await page.see("The smallest has 11 bytes, the largest 7,935.");
    page.calls();

    // What is typed isn't lost by a click elsewhere.
    await page.filter.getByLabel("Label key").fill("trip");
    await page.press("image/jpeg");
    await page.see("3 files");
    expect(await page.pictures()).toEqual(["sydney-harbour.jpg", "kyoto.jpg", "west-lake.jpg"]);
    expect(await page.facet("MIME types")).toEqual(["image/jpeg 3"]);
    await page.press("Apply");
    await page.see("Labels: trip");
    await expect.poll(() => page.facet("Labels: trip")).toEqual(["Australia 1", "Japan 1"]);

    await page.press("Japan");
    await page.see("All 1 shown.");
    expect(await page.where()).toEqual({
      contentType: { eq: "image/jpeg" },
      customLabels: [{ key: "trip", eq: "Japan" }],
    });
    await expect.poll(page.focused).toBe("Japan\n1");
    await page.apply({ "Label value": "nowhere" });
    await page.see("None found.");
    expect(await page.facet("Labels: trip")).toEqual(["nowhere 0"]);
    await page.press("nowhere");
    await page.see("All 3 shown.");

    expect(await page.page.getByRole("region", { name: "Kyoto", exact: true }).innerText()).toBe(
      "Kyoto\n35.01° N, 135.77° E\n1 picture\nNear",
    );
    await page.press("Near 33.86° S, 151.22° E");
    await page.see("All 1 shown.");
    expect(await page.pictures()).toEqual(["sydney-harbour.jpg"]);
    expect(await page.where()).toMatchObject({
      latLong: { near: { latitude: -33.8568, longitude: 151.2153, metres: 10_000 } },
    });
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("sorts pictures, and reads more of them until all are there, each once", async () => {
    await using page = await startPictures({ copies: 40 });
    await page.see("20 of 44 shown.");
    const lakes = names(40).map((name) => `lake-${name}.jpg`);

    await page.page.getByLabel("Sorted").selectOption("Name, A to Z");
    await expect.poll(page.pictures).toEqual(["kyoto.jpg", ...lakes.slice(0, 19)]);
    page.calls();
    await page.press("Load more");
    await page.see("40 of 44 shown.");
    await page.press("Load more");
    await page.see("All 44 shown.");
    const all = ["kyoto.jpg", ...lakes, "notes.txt", "sydney-harbour.jpg", "west-lake.jpg"];
    expect(await page.pictures()).toEqual(all);
    await expect.poll(page.focused).toBe("All 44 shown.");
    expect(page.calls()).toEqual({ GetDataset: 2, SimpleQuery: 2 });

    for (const [sort, first] of [
      ["Name, Z to A", "west-lake.jpg"],
      ["Largest first", "sydney-harbour.jpg"],
      ["Smallest first", "notes.txt"],
      ["Oldest first", "lake-d001.jpg"],
    ] as const) {
      await page.page.getByLabel("Sorted").selectOption(sort);
      await expect.poll(async () => (await page.pictures())[0]).toBe(first);
    }
    expect(new URL(page.page.url()).searchParams.get("sort")).toBe("oldest");
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("searches for a text, in place of the filter", async () => {
    await using page = await startPictures({ copies: 25, asked: "&mediaType=image" });
    await page.see("20 of 28 shown.");

    await page.page.getByLabel("Search names").fill("lake");
    await page.page.keyboard.press("Enter");
    await page.see("20 of 26 shown.");
    await page.press("Load more");
    await page.see("All 26 shown.");
    expect(await page.filter.count()).toBe(0);
    await page.page.getByLabel("Search names").fill("japan");
    await page.press("Search");
    await page.see("All 1 shown.");
    expect(await page.pictures()).toEqual(["kyoto.jpg"]);

    await page.press("Back to the filter");
    await page.see("20 of 28 shown.");
    expect(await page.where()).toEqual({ mediaType: { eq: "image" } });
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("shows what is wrong with a filter by its field, with its place in where", async () => {
    await using page = await startPictures();
    await page.see("All 4 shown.");

    await page.apply({ "Near latitude": "91", "Near longitude": "0" });
    await page.see("Nothing was read: a field above is wrong.");
    expect(await page.problems()).toEqual({
      latitude: "The value is outside -90..90. Sent: 91.\nwhere.latLong.near.latitude",
    });
    await expect.poll(page.focused).toBe("latitude");
    expect(await page.page.getByRole("alert").count()).toBe(0);

    await page.apply({ "Near longitude": "", "Label value": "Japan", "Bytes at least": "many" });
    await page.see('Sent: "many"');
    expect(await page.problems()).toEqual({
      longitude: expect.stringMatching(/Sent: ""\.\nwhere\.latLong\.near\.longitude$/),
      minSize: expect.stringMatching(/^A Long is a decimal integer\.[^]*\nwhere\.size\.gte$/),
    });
    await page.apply({ "Near latitude": "", "Bytes at least": "" });
    await page.see("The key is empty.");
    expect(await page.problems()).toEqual({ labelKey: "The key is empty.\nwhere.customLabels[0].key" });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.page.emulateMedia({ colorScheme });
      await page.screenshot(`pictures-error-${colorScheme}`);
      expect(await page.findings()).toEqual([]);
    }

    await page.apply({ "Label key": "trip" });
    await page.see("All 1 shown.");
    expect(await page.problems()).toEqual({});
    expect(page.requests).toEqual([]);
  });

  it("says that pictures are on their way, that the gateway doesn't answer, and that there is no dataset", async () => {
    await using page = await startPictures();
    await page.see("All 4 shown.");
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.page.route("**/graphql", async (route) => {
      await held;
      await route.continue();
    });
    await page.press("text/plain");
    await page.see("Loading…");
    await page.see("Counting…");
    await page.press("document");
    expect(await page.findings()).toEqual([]);
    letGo();
    await page.see("All 1 shown.");
    expect(await page.where()).toEqual({ mediaType: { eq: "document" }, contentType: { eq: "text/plain" } });
    await page.page.unroute("**/graphql");

    await page.page.route("**/graphql", (route) => route.abort());
    await page.page.getByLabel("Sorted").selectOption("Largest first");
    await page.see("The gateway doesn't answer. Is it running?");
    await page.page.unroute("**/graphql");
    await page.press("Try again");
    await page.see("All 1 shown.");

    await page.page.getByRole("link", { name: "Its files and buckets" }).click();
    await page.page.getByRole("link", { name: "Find its pictures" }).click();
    await page.see("All 4 shown.");
    await page.page.goto(`${page.address}?project=atlas&dataset=none&view=pictures`);
    await page.see("There is no dataset none.");
    expect(await page.findings()).toEqual([]);
  });

  it.each([1280, 390])("finds pictures by the keyboard, in a window %i pixels wide", async (width) => {
    await using page = await startPictures({ viewport: { width, height: 800 } });
    await page.see("All 4 shown.");
    const { keyboard } = page.page;
    const press = async (key: string, until: string) => {
      for (let presses = 0; presses < 40; presses++) {
        if ((await page.focused()) === until) return;
        await keyboard.press(key);
      }
      throw new Error(`${until} isn't reached.`);
    };

    if (width === 390) {
      await press("Tab", "Filter");
      await keyboard.press("Enter");
    }
    await press("Tab", "labelKey");
    await keyboard.type("trip");
    await keyboard.press("Enter");
    await page.see("Labels: trip");
    expect(await page.focused()).toBe("labelKey");
    await press("Tab", "Japan\n1");
    await keyboard.press("Space");
    await page.see("All 1 shown.");
    expect(await page.page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.page.emulateMedia({ colorScheme });
      await page.screenshot(`pictures-${width}-${colorScheme}`);
      expect(await page.findings()).toEqual([]);
    }
    expect(page).toMatchObject({ requests: [], console: [] });
  });

  it("asks by ids, where it is built so, what a gateway runs that runs nothing else", async () => {
    await using byIds = await temporaryFolder();
    await buildTo(byIds.path, { VITE_TRUSTED_DOCUMENTS: "on" });
    const manifest: unknown = JSON.parse(
      await readFile(join(root, "src/generated/persisted-documents.json"), "utf8"),
    );
    await using service = await startTestGateway({ trustedDocuments: parseTrustedDocuments(manifest) });
    await using server = await startServer(service.gateway, loopback);

    await using page = await openPage(server.url, "fresh", {}, byIds.path);
    await page.press("Create it");
    await page.see("There is no dataset yet.");
    await page.create({ Name: "photos" });
    await page.see("Created photos.");
    expect(await page.names()).toEqual(["photos"]);
    await page.choose("photos");
    await cp("docs/pictures", service.makeBucket("pictures"), { recursive: true });
    await page.fill("Bind", "pictures");
    await page.see("Bound oss://pictures.");
    await page.fill("Index", "oss://pictures/west-lake.jpg");
    expect(await page.row("west-lake.jpg", "Indexed")).toContain("30.24° N, 120.16° E");
    await service.settled();
    await page.page.getByRole("link", { name: "Find its pictures" }).click();
    await page.see("All 3 shown.");
    await page.see("3 files");
    await page.page.getByLabel("Search names").fill("kyoto");
    await page.press("Search");
    await page.see("All 1 shown.");
    expect(page).toMatchObject({ requests: [], console: [] });

    await using texts = await openPage(server.url, "fresh");
    await texts.see("This document isn't listed.");
  });

  it("has nothing that axe finds, in light and dark", async () => {
    await using page = await startPage(["photos"]);
    await page.create({ Name: "photos", "Buckets at most": "11", "Bytes at most": "-1" });
    await page.see("1..10");

    for (const colorScheme of ["light", "dark"] as const) {
      await page.page.emulateMedia({ colorScheme });
      await page.screenshot(colorScheme);
      expect(await page.findings()).toEqual([]);
    }
  });
});
