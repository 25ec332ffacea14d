import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

// Quality 11 would take 20 times as long for a tenth less.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Writes each file that compression makes smaller once more as `.br` and `.gz`, so that the gateway never compresses. */
function precompress(): Plugin {
  return {
    name: "precompress",
    applyToEnvironment: ({ name }) => name === "client",
    async writeBundle({ dir = "" }, bundle) {
      const files = Object.keys(bundle).filter((name) => /\.(css|js|ttf)$/.test(name));
      await Promise.all(
        files.map(async (name) => {
          const content = await readFile(join(dir, name));
          await Promise.all([
            promisify(brotliCompress)(content, brotliOptions).then((br) =>
              writeFile(join(dir, `${name}.br`), br),
            ),
            promisify(gzip)(content, { level: 9 }).then((gz) => writeFile(join(dir, `${name}.gz`), gz)),
          ]);
        }),
      );
    },
  };
}

const promiseHelpers = fileURLToPath(import.meta.resolve("./src/shims/promise-helpers.ts"));

/** Gives the process our version of a package, which itself has parts of the original. */
function replacePromiseHelpers(): Plugin {
  return {
    name: "replace-promise-helpers",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "main",
    resolveId: (id, importer) =>
      id === "@whatwg-node/promise-helpers" && importer !== promiseHelpers ? promiseHelpers : undefined,
  };
}

/** The explorer's build, and the process's. */
export default defineConfig({
  root: "src/explorer",
  // Any prefix may stand before the gateway's paths: whatever the page names, it names from where it is.
  base: "./",
  // graphql-codegen, which writes the typed client's types, names parts of Node that it doesn't need here; Vite warns of each.
  logLevel: "error",
  plugins: [precompress(), replacePromiseHelpers()],
  resolve: { alias: { "@graphql-tools/relay-operation-optimizer": "/shims/relay-optimizer.ts" } },
  worker: { format: "es" },
  // Both at once.
  builder: {},
  environments: {
    client: {
      build: {
        outDir: "../../dist/explorer",
        assetsDir: "explorer",
        emptyOutDir: true,
        // The page's policy takes no data: URL but for images.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          // GraphiQL's icons are titled by the names of their functions.
          output: { keepNames: true },
          transform: {
            inject: {
              process: [
                fileURLToPath(import.meta.resolve("./src/explorer/shims/node-process.ts")),
                "process",
              ],
            },
          },
        },
      },
    },
    // The process as one file and a few that it loads on demand: a thousand would take twice as long to start.
    main: {
      consumer: "server",
      // What Node itself would load: packages are tested as that.
      resolve: { noExternal: true, mainFields: [], conditions: ["node"] },
      build: {
        outDir: "../../dist",
        emptyOutDir: false,
        target: "node20",
        minify: false,
        sourcemap: true,
        license: { fileName: "main/licenses.md" },
        rolldownOptions: {
          input: fileURLToPath(import.meta.resolve("./src/main.ts")),
          external: [
            // Its license, Elastic's, isn't one for a package of ours; and all must share one GraphQL.
            /^@apollo\/subgraph/,
            "graphql",
            // It finds its binary beside itself.
            "@photostructure/sqlite",
            // Few settings ask for them.
            /^@opentelemetry\//,
            "jose",
            "prom-client",
          ],
          output: { entryFileNames: "main.js", chunkFileNames: "main/[name].js" },
        },
      },
    },
  },
});
