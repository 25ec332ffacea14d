import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { temporaryFolder } from "../folder.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const run = promisify(execFile);

// As a careful project would have it.
const compilerOptions = {
  target: "es2023",
  moduleDetection: "force",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  outDir: "out",
};

const kinds = {
  module: { type: "module", module: "nodenext" },
  commonjs: { type: "commonjs", module: "nodenext" },
  // As npm and tsc begin one; there only this kind of file may import by `import`.
  "a .mts file": { type: "commonjs", module: "nodenext", verbatimModuleSyntax: true },
  // Whose types say of a package what its author meant, whatever Node makes of it.
  bundled: { type: "module", module: "esnext", moduleResolution: "bundler" },
};

/** The kinds of module that a project's files can be. */
export type ModuleKind = keyof typeof kinds;

/** Programs, each checked by the compiler and ready to run. */
export interface Programs extends AsyncDisposable {
  /** Runs one in its project, with these variables beside the usual ones, and answers what it printed. */
  run(name: string, variables?: Readonly<Record<string, string>>): Promise<string>;
  /** The same in one process for all of them, each once, to start Node and load their packages once. */
  runInTurn(name: string): Promise<string>;
}

/**
 * Compiles programs in a project of their own that has these packages, and others that are given as files.
 *
 * @throws Error with the compiler's messages where a program isn't right.
 */
export async function compile(
  programs: Readonly<Record<string, string>>,
  packages: readonly string[],
  files: Readonly<Record<string, string>> = {},
  kind: ModuleKind = "module",
): Promise<Programs> {
  const { type, ...options } = kinds[kind];
  const folder = await temporaryFolder();
  for (const name of [...packages, "@types/node", "undici-types"]) {
    const link = join(folder.path, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, "node_modules", name), link);
  }
  const letter = kind === "a .mts file" ? "m" : "";
  const sources = Object.entries(programs).map(([name, text]) => [`${name}.${letter}ts`, text]);
  const project = {
    "package.json": JSON.stringify({ type }),
    "tsconfig.json": JSON.stringify({
      compilerOptions: { ...compilerOptions, ...options },
      files: sources.map(([path]) => path),
    }),
  };
  for (const [path, text] of [...Object.entries({ ...files, ...project }), ...sources]) {
    await mkdir(dirname(join(folder.path, path!)), { recursive: true });
    await writeFile(join(folder.path, path!), text!);
  }
  try {
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    // One short run is done soonest, in CPU time, by one thread that collects no garbage.
    await run(process.execPath, [compiler, "-p", folder.path, "--singleThreaded"], {
      env: { ...process.env, GOGC: "off" },
    });
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw new Error((error as { stdout?: string }).stdout ?? String(error), { cause: error });
  }
  const pathOf = (name: string) => join(folder.path, "out", `${name}.${letter}js`);
  let runner: ReturnType<typeof startRunner> | undefined;
  return {
    async run(name, variables) {
      const { stdout } = await run(process.execPath, [pathOf(name)], {
        cwd: folder.path,
        env: { ...process.env, ...variables },
      });
      return stdout;
    },
    runInTurn(name) {
      runner ??= startRunner(folder.path);
      return runner.run(pathOf(name));
    },
    async [Symbol.asyncDispose]() {
      await runner?.[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** A process that runs programs by their paths. */
function startRunner(cwd: string) {
  const child = fork(join(import.meta.dirname, "program-runner.mjs"), { cwd, execArgv: [] });
  const exited = once(child, "exit");
  return {
    async run(path: string): Promise<string> {
      const answered = once(child, "message") as Promise<[{ printed: string; failure?: string }]>;
      const ended = exited.then(() => {
        throw new Error(`${path} ended the process that runs them all.`);
      });
      child.send(path);
      const [{ printed, failure }] = await Promise.race([answered, ended]);
      if (failure !== undefined) throw new Error(failure);
      return printed;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await exited;
    },
  };
}
