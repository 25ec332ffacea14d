import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

interface Source {
  path: string;
  text: string;
  /** What it imports: a path below src for our own, else a package or built-in. */
  imports: string[];
}

/** What a file imports, or exports from; code that it only writes down as text is none. */
function specifiers(path: string, text: string): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
    ...[...text.matchAll(/\brequire\(\s*["']([^"']+)["']/g)].map(([, specifier]) => specifier!),
  ];
}

async function readSources(folder: string): Promise<Source[]> {
  const files = (await readdir(folder, { recursive: true })).filter((path) => /\.tsx?$/.test(path));
  return Promise.all(
    files.map(async (path) => {
      const text = await readFile(join(folder, path), "utf8");
      const imports = specifiers(path, text).map((specifier) =>
        specifier.startsWith(".") ? relative(folder, join(folder, dirname(path), specifier)) : specifier,
      );
      return { path, text, imports };
    }),
  );
}

const sources = await readSources("src");

/** Every import that a rule forbids, as `from → to`. */
function broken(from: (path: string) => boolean, forbidden: (target: string) => boolean): string[] {
  return sources
    .filter(({ path }) => from(path))
    .flatMap(({ path, imports }) => imports.filter(forbidden).map((target) => `${path} → ${target}`));
}

const under =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`));
const isOurs = (target: string) => /\.tsx?$/.test(target);
const outside =
  (...folders: string[]) =>
  (target: string) =>
    isOurs(target) && !under(...folders)(target);
const isGraphqlPackage = (target: string) =>
  /^(graphql|@graphql|@pothos|@apollo|@envelop|@theguild|dataloader)/.test(target);
const isSdk = (target: string) => /^@(alicloud|darabonba)\//.test(target);

describe("imports", () => {
  it("are found", () => {
    expect(sources.length).toBeGreaterThan(50);
    const app = sources.find(({ path }) => path === "app.ts")?.imports;
    expect(app).toEqual(expect.arrayContaining(["config.ts", "local-imm/server.ts"]));
    expect(sources.find(({ path }) => path === "json-file.ts")?.imports).toContain("node:fs/promises");
    expect(sources.find(({ path }) => path === "imm/transports/openapi.ts")?.imports).toContain("undici");
  });

  it("of gateway, graphql and imm never reach the local IMM", () => {
    expect(broken(under("gateway", "graphql", "imm"), under("local-imm"))).toEqual([]);
  });

  it("of the local IMM reach only contract and ram", () => {
    expect(broken(under("local-imm"), outside("local-imm", "contract", "ram"))).toEqual([]);
  });

  it("of imm never reach GraphQL", () => {
    const forbidden = (target: string) => under("graphql", "gateway")(target) || isGraphqlPackage(target);
    expect(broken(under("imm"), forbidden)).toEqual([]);
  });

  it("of imm's layers never reach its transports, nor the other way round", () => {
    expect(broken(under("imm/layers", "imm/wire"), under("imm/transports"))).toEqual([]);
    expect(broken(under("imm/transports", "imm/wire"), under("imm/layers"))).toEqual([]);
  });

  it("of graphql never reach the gateway, HTTP or the SDK's runtime", () => {
    const forbidden = (target: string) => under("gateway")(target) || target === "node:http" || isSdk(target);
    expect(broken(under("graphql"), forbidden)).toEqual([]);
  });

  it("of contract, ram and text reach at most contract", () => {
    expect(broken(under("contract"), outside("contract"))).toEqual([]);
    expect(broken(under("text"), outside("text"))).toEqual([]);
    expect(broken(under("ram"), outside("ram", "contract"))).toEqual([]);
  });

  it("of execution reach nothing but GraphQL's reference implementation", () => {
    const forbidden = (target: string) => !under("execution")(target) && !/^graphql(\/|$)/.test(target);
    expect(broken(under("execution"), forbidden)).toEqual([]);
  });

  it("of the explorer reach only contract, and nothing of Node", () => {
    const forbidden = (target: string) =>
      outside("explorer", "contract")(target) || target.startsWith("node:");
    expect(broken(under("explorer"), forbidden)).toEqual([]);
  });

  it("of telemetry reach only what gateway and imm tell, as types, and app.ts alone reaches it", () => {
    expect(broken(under("telemetry"), outside("telemetry", "gateway", "imm", "text"))).toEqual([
      // Where a server listens is said in one place.
      "telemetry/metrics-server.ts → network/listen.ts",
    ]);
    const values = sources.filter(
      ({ path, text }) =>
        under("telemetry")(path) && /^import (?!type )[^;]*"\.\.\/(gateway|imm)\//m.test(text),
    );
    expect(values).toEqual([]);
    const others = (path: string) => path !== "app.ts" && !under("telemetry")(path);
    expect(broken(others, under("telemetry"))).toEqual([]);
  });

  it("reach OpenTelemetry and Prometheus from telemetry alone", () => {
    const isWatching = (target: string) => /^(@opentelemetry\/|prom-client)/.test(target);
    expect(broken((path) => !under("telemetry")(path), isWatching)).toEqual([]);
  });

  it("reach the SDK's runtime from the transports alone", () => {
    expect(broken((path) => !under("imm/transports")(path), isSdk)).toEqual([]);
  });

  it("reach the SQL library from the store alone", () => {
    const isSql = (target: string) => target === "@photostructure/sqlite" || target === "node:sqlite";
    expect(broken((path) => !under("local-imm/store")(path), isSql)).toEqual([]);
  });

  it("leave the process to main.ts", () => {
    const users = sources.filter(({ text }) => /process\.(env|exit)\b/.test(text)).map(({ path }) => path);
    expect(users).toEqual(["main.ts"]);
  });

  it("go round in no circle, not even those of types", () => {
    const importsOf = new Map(sources.map(({ path, imports }) => [path, imports.filter(isOurs)]));
    const circles: string[] = [];
    const done = new Set<string>();
    const follow = (path: string, way: readonly string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      if (done.has(path)) return;
      done.add(path);
      for (const target of importsOf.get(path) ?? []) follow(target, [...way, path]);
    };
    for (const path of importsOf.keys()) follow(path, []);

    expect(circles).toEqual([]);
  });

  it("let app.ts alone know every wing", () => {
    const wings = ["gateway", "imm", "local-imm"];
    const all = sources.filter(({ imports }) => wings.every((wing) => imports.some(under(wing))));
    expect(all.map(({ path }) => path)).toEqual(["app.ts"]);
  });

  it.each(["examples/supergraph/src", "examples/frontend/src"])(
    "of %s reach what is ours by its package alone",
    async (folder) => {
      const imports = (await readSources(folder)).flatMap((source) => source.imports);

      expect(imports.length).toBeGreaterThan(5);
      expect(imports.filter((target) => target.startsWith(".."))).toEqual([]);
    },
  );
});

describe("rooms", async () => {
  const folders = (await readdir("src", { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));

  it("are those of CONTRIBUTING's table", async () => {
    const guide = await readFile("CONTRIBUTING.md", "utf8");
    const rows = [...guide.matchAll(/^\| (`src\/[^|]*) \|/gm)].map(([, rooms]) => rooms!);
    const listed = rows.flatMap((rooms) => [...rooms.matchAll(/`([^`]+)\/`/g)].map(([, room]) => room));

    expect(listed.toSorted()).toEqual(["src", ...folders].toSorted());
  });

  it("hold no more files than one takes in at a glance", async () => {
    const sizes = folders.map(async (folder) => {
      const entries = await readdir(folder, { withFileTypes: true });
      return { folder, files: entries.filter((entry) => entry.isFile()).length };
    });

    expect((await Promise.all(sizes)).filter(({ files }) => files > 14)).toEqual([]);
  });
});
