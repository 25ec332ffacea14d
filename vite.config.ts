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

/** The explorer's build. */
export default defineConfig({
  root: "src/explorer",
  base: "/explorer/",
  // graphql-codegen, which writes the typed client's types, names parts of Node that it doesn't need here; Vite warns of each.
  logLevel: "error",
  plugins: [precompress()],
  resolve: { alias: { "@graphql-tools/relay-operation-optimizer": "/no-relay.ts" } },
  worker: { format: "es" },
  build: {
    outDir: "../../dist/explorer",
    emptyOutDir: true,
    // The page's policy takes no data: URL but for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // GraphiQL's icons are titled by the names of their functions.
      output: { keepNames: true },
      transform: {
        inject: { process: [fileURLToPath(import.meta.resolve("./src/explorer/process.ts")), "process"] },
      },
    },
  },
});
