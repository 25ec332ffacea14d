import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// What weighs the heap has a process of its own. The others share a module graph in each worker: to load it for each file
// takes longer than to run the most of them.
const alone = ["test/**/leaks.test.ts"];

// What starts processes or a browser takes long, and so comes first.
const long = [
  "test/process/**/*.test.ts",
  "test/explorer/in-browser/**/*.test.ts",
  "test/examples/**/*.test.ts",
];

export default defineConfig({
  // Vite prefers the `module` entry of graphql, Node its `main`: with both loaded, types of the one are strangers to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // These limits end what hangs, and judge nothing: a test that takes a second alone takes a minute where many programs
    // share the cores.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 180_000 } },
    setupFiles: ["test/support/process/end-processes.ts"],
    // One more than there are cores: many tests wait, for a process, a browser or a deadline.
    maxWorkers: availableParallelism() + 1,
    // They are run in the order of their names.
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      { extends: true, test: { name: "long", include: long, isolate: false } },
      {
        extends: true,
        test: { name: "short", include: ["test/**/*.test.ts"], exclude: [...alone, ...long], isolate: false },
      },
    ],
  },
});
