import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const modules = fileURLToPath(new URL("../../../node_modules/", import.meta.url));

/** Whether a browser can run here: the one that comes along is for Linux on x64, `CHROMIUM_PATH` names another. */
export const browserIsHere =
  Boolean(process.env["CHROMIUM_PATH"]) || (process.platform === "linux" && process.arch === "x64");

export type VisitOptions = Pick<BrowserContextOptions, "colorScheme" | "deviceScaleFactor" | "viewport">;

/** Someone who looks at pages for the first time, and what went wrong meanwhile. */
export interface Visitor extends AsyncDisposable {
  /** `beforeScripts` takes the place of `addInitScript`, since the next visitor's page may be the same one. */
  readonly page: Omit<Page, "addInitScript">;
  /** Runs a script in each document that is opened from now on, before its own. */
  beforeScripts(script: string): Promise<void>;
  /** The addresses outside this machine that were asked for; the browser finds none of them. */
  readonly requests: string[];
  /** What a page's content security policy refused. */
  readonly violations: string[];
  /** Errors that were thrown or written to the console. */
  readonly problems: string[];
}

/** A browser of its own process. */
export interface TestBrowser extends AsyncDisposable {
  /** Opens a page with nothing stored, a clipboard permission and a window of its own. */
  visit(options?: VisitOptions): Promise<Visitor>;
}

const flags = [
  "--headless",
  // A page is opened again by the process that had it before.
  "--process-per-site",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** Starts Chromium: the one of `CHROMIUM_PATH`, or the one that comes with the packages. */
export async function startBrowser(): Promise<TestBrowser> {
  const path = process.env["CHROMIUM_PATH"];
  const browser = await chromium.launch({
    args: flags,
    ...(path ? { executablePath: path } : await bundledBrowser()),
  });
  // The window of a visitor who has left, emptied: what it has compiled needn't be compiled again.
  let empty: Window | undefined;
  return {
    async visit({ deviceScaleFactor, ...options } = {}) {
      const window =
        (deviceScaleFactor === undefined && empty) || (await openWindow(browser, deviceScaleFactor));
      if (window === empty) empty = undefined;
      const { page } = window;
      await page.setViewportSize(options.viewport ?? { width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: options.colorScheme ?? "light", forcedColors: "none" });
      const found: Found = { requests: [], violations: [], problems: [] };
      window.found = found;
      const scripts: AsyncDisposable[] = [];
      return {
        page,
        ...found,
        beforeScripts: async (script) => void scripts.push(await page.addInitScript(script)),
        async [Symbol.asyncDispose]() {
          try {
            for (const script of scripts) await script[Symbol.asyncDispose]();
            await leave(page);
            if (empty || deviceScaleFactor !== undefined) await page.context().close();
            else empty = window;
          } catch {
            // What can't be emptied isn't used again.
            await page.context().close();
          }
        },
      };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

type Found = Pick<Visitor, "problems" | "requests" | "violations">;

/** A window, and where what goes wrong in it is written down. */
interface Window {
  readonly page: Page;
  found: Found;
}

async function openWindow(browser: Browser, deviceScaleFactor = 1): Promise<Window> {
  const context = await browser.newContext({ deviceScaleFactor });
  // A test that waits in vain should say for what, and so before its own time is up.
  context.setDefaultTimeout(60_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(tellViolations);
  const window: Window = {
    page: await context.newPage(),
    found: { requests: [], violations: [], problems: [] },
  };
  const noteRequest = (url: string) => {
    if (isElsewhere(new URL(url))) window.found.requests.push(url);
  };
  context.on("request", (request) => noteRequest(request.url()));
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) window.found.violations.push(message.text());
    if (message.type() === "error") window.found.problems.push(message.text());
  });
  context.on("weberror", (error) => window.found.problems.push(String(error.error().stack)));
  window.page.on("websocket", (socket) => noteRequest(socket.url()));
  // Chromium itself tells those of a document alone. A worker may be gone again by then.
  window.page.on("worker", (worker) => void worker.evaluate(tellViolations).catch(() => {}));
  return window;
}

/** Leaves a page, and forgets what it has stored: from another document of its origin, when it writes nothing more. */
async function leave(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto(new URL("/livez", page.url()).href);
  await page.evaluate("localStorage.clear(); sessionStorage.clear()");
  await page.goto("about:blank");
}

const tellViolations = `addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error("Content Security Policy:", violatedDirective, blockedURI))`;

function isElsewhere({ protocol, hostname }: URL): boolean {
  return /^(http|ws)s?:$/.test(protocol) && hostname !== "127.0.0.1" && hostname !== "localhost";
}

async function bundledBrowser() {
  const folder = await unpackedBrowser();
  return {
    executablePath: join(folder, "chromium"),
    // A bare machine lacks the libraries and fonts that the browser needs; they come along.
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  };
}

// The package's own file looks for its fonts in /tmp; without any, the browser ends itself.
const fontsBesideIt = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpacks the browser once for all who use it; others may do so at the same time. */
async function unpackedBrowser(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(modules, "@sparticuz/chromium/package.json"), "utf8"));
  const folder = join(modules, `.cache/chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(join(modules, ".cache"), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  try {
    // The package unpacks into the temporary folder, and takes what it finds there for its own; only for AWS does it bring all libraries.
    const unpack = 'await (await import("@sparticuz/chromium")).default.executablePath()';
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", unpack], {
      cwd: modules,
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    await writeFile(join(fresh, "fonts/fonts.conf"), fontsBesideIt);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true });
    // Someone else was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
