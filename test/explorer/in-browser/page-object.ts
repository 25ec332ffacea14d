import { fileURLToPath } from "node:url";
import type { Locator, Response } from "playwright-core";
import { expect } from "vitest";
import { readExplorer } from "../../../src/gateway/explorer/explorer-files.ts";
import type { Gateway } from "../../../src/gateway/listener.ts";
import { startServer, type GatewayServer } from "../../../src/gateway/server.ts";
import { startTestGateway, type LocalTestGateway } from "../../support/gateway/gateway.ts";
import type { TestBrowser, VisitOptions, Visitor } from "../../support/process/browser.ts";
import { imm } from "../write-sample.ts";

/** The explorer as a person has it before them, ready to be used. */
export interface Explorer extends Visitor {
  reload(): Promise<void>;
  openTab(name: string): Promise<void>;
  /** Opens a panel of the sidebar, and is it. */
  openPanel(title: "Code" | "Calls" | "Documentation Explorer" | "History"): Promise<Locator>;
  /** All that an editor holds; it draws only the lines that are in sight. */
  text(editor: Editor): Promise<string>;
  /** Puts a text in the place of what an editor holds. */
  paste(editor: Exclude<Editor, "response">, text: string): Promise<void>;
  /** Runs the operation, by its button or another way: what is shown as its answer. */
  run(start?: () => Promise<void>): Promise<string>;
  /** Draws the page into `test/screenshots/`, for people. */
  screenshot(name: string): Promise<void>;
}

/** The explorer of a gateway of its own. */
export interface StartedExplorer extends Explorer {
  readonly service: LocalTestGateway;
}

export type Editor = "headers" | "operation" | "response" | "variables";

const models: Readonly<Record<Editor, string>> = {
  headers: "request-headers.json",
  operation: "operation.graphql",
  response: "response.json",
  variables: "variables.json",
};

/** The explorer as it was built last. */
export const built = readExplorer(new URL("../../../dist/explorer/", import.meta.url), imm);

/** Starts a gateway with an empty local IMM, and opens its explorer: for a first visit, unless something is kept of others. */
export async function startExplorer(
  browser: TestBrowser,
  { kept = {}, ...options }: VisitOptions & { readonly kept?: Readonly<Record<string, string>> } = {},
): Promise<StartedExplorer> {
  const opened: AsyncDisposable[] = [];
  const open = <Thing extends AsyncDisposable>(thing: Thing): Thing => {
    opened.push(thing);
    return thing;
  };
  const close = async () => {
    for (const thing of opened.toReversed()) await thing[Symbol.asyncDispose]();
  };
  try {
    const service = open(await startTestGateway({ explorer: await built }));
    const { url } = open(await startAtKnownPort(browser, service.gateway));
    const visitor = open(await browser.visit(options));
    for (const [name, text] of Object.entries(kept)) {
      await visitor.beforeScripts(`localStorage.setItem(${JSON.stringify(name)}, ${JSON.stringify(text)})`);
    }
    const explorer = await openExplorer(visitor, url);
    return { ...explorer, service, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

const ports = new WeakMap<TestBrowser, number>();

/** Serves a gateway where this browser found the last one: what it knows of a page, it knows of its address. */
async function startAtKnownPort(browser: TestBrowser, gateway: Gateway): Promise<GatewayServer> {
  const start = (port: number) => startServer(gateway, { host: "127.0.0.1", port });
  // Somebody else may have it by now.
  const server = await start(ports.get(browser) ?? 0).catch(() => start(0));
  ports.set(browser, Number(new URL(server.url).port));
  return server;
}

/** Opens the explorer at an address. */
export async function openExplorer(visitor: Visitor, url: string): Promise<Explorer> {
  const { page } = visitor;

  async function ready(load: () => Promise<unknown>): Promise<void> {
    const schema = page.waitForResponse((response) => sent(response).includes("IntrospectionQuery"));
    await load();
    await schema;
    await page.getByRole("button", { name: /^Re-fetch GraphQL schema/, disabled: false }).waitFor();
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    await expect.poll(() => page.locator(".graphiql-spinner").count()).toBe(0);
  }

  const text = (editor: Editor) =>
    page.evaluate<string>(
      `__MONACO.editor.getModels().find(({ uri }) => uri.path.endsWith("${models[editor]}")).getValue()`,
    );

  async function focus(editor: Exclude<Editor, "response">): Promise<void> {
    if (editor === "operation") {
      await page.locator(".graphiql-query-editor textarea.inputarea").focus();
    } else {
      await page.getByRole("button", { name: editor === "headers" ? "Headers" : "Variables" }).click();
      await page.locator(".graphiql-editor-tool .graphiql-editor:not(.hidden) textarea.inputarea").focus();
    }
  }

  await ready(() => page.goto(url));
  return {
    ...visitor,
    reload: () => ready(() => page.reload()),
    openTab: (name) => page.getByRole("tab").getByRole("button", { name, exact: true }).click(),
    async openPanel(title) {
      await page.getByRole("button", { name: `Show ${title}` }).click();
      return page.locator(".graphiql-plugin");
    },
    text,
    async paste(editor, replacement) {
      await focus(editor);
      await page.keyboard.press("ControlOrMeta+A");
      // Typed, it would be indented once more at each line, and its brackets be closed twice.
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(replacement)})`);
      await page.keyboard.press("ControlOrMeta+V");
      await expect.poll(() => text(editor)).toBe(replacement);
    },
    async run(start = () => page.getByRole("button", { name: /^Execute query/ }).click()) {
      const answered = page.waitForResponse((response) => sent(response) !== "");
      await start();
      await answered;
      await expect.poll(() => text("response")).not.toBe("");
      return text("response");
    },
    async screenshot(name) {
      await page.screenshot({
        path: fileURLToPath(new URL(`../../screenshots/${encodeURIComponent(name)}.png`, import.meta.url)),
      });
    },
  };
}

/** The body of what was answered. */
function sent(response: Response): string {
  return response.request().postData() ?? "";
}
