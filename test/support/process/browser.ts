import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, type BrowserContextOptions, type Page } from "playwright-core";

const modules = fileURLToPath(new URL("../../../node_modules/", import.meta.url));

/** Whether a browser can run here: the one that comes along is for Linux on x64, `CHROMIUM_PATH` names another. */
export const browserIsHere =
  Boolean(process.env["CHROMIUM_PATH"]) || (process.platform === "linux" && process.arch === "x64");

export type VisitOptions = Pick<BrowserContextOptions, "colorScheme" | "deviceScaleFactor" | "viewport">;

/** Someone who looks at pages for the first time, and what went wrong meanwhile. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  /** The addresses outside this machine that were asked for; none was reached. */
  readonly requests: string[];
  /** What a page's content security policy refused. */
  readonly violations: string[];
  /** Errors that were thrown or written to the console. */
  readonly problems: string[];
}

/** A browser of its own process. */
export interface TestBrowser extends AsyncDisposable {
  /** Opens a page with a storage, a clipboard permission and a window of its own. */
  visit(options?: VisitOptions): Promise<Visitor>;
}

const flags = [
  "--headless",
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
  return {
    async visit(options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      // A test that waits in vain should say for what, and so before its own time is up.
      context.setDefaultTimeout(60_000);
      const requests: string[] = [];
      const violations: string[] = [];
      const problems: string[] = [];
      await context.route(isElsewhere, (route) => {
        requests.push(route.request().url());
        return route.abort();
      });
      await context.routeWebSocket(isElsewhere, (socket) => {
        requests.push(socket.url());
        return socket.close();
      });
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await context.addInitScript(tellViolations);
      context.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) violations.push(message.text());
        if (message.type() === "error") problems.push(message.text());
      });
      context.on("weberror", (error) => problems.push(String(error.error().stack)));
      const page = await context.newPage();
      // Chromium itself tells those of a document alone. A worker may be gone again by then.
      page.on("worker", (worker) => void worker.evaluate(tellViolations).catch(() => {}));
      return {
        page,
        requests,
        violations,
        problems,
        [Symbol.asyncDispose]: () => context.close(),
      };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
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
