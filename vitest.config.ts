import { defineConfig } from "vitest/config";

// What starts processes or a browser, or weighs the heap, has a module graph of its own for each file. The others share
// one in each worker: to load it for each takes longer than to run them.
const apart = [
  "test/process/**/*.test.ts",
  "test/explorer/in-browser/**/*.test.ts",
  "test/examples/**/*.test.ts",
  "test/**/leaks.test.ts",
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
    // Most of what takes long waits for a process or a browser, so that no core need be left free.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "apart", include: apart } },
      {
        extends: true,
        test: { name: "together", include: ["test/**/*.test.ts"], exclude: apart, isolate: false },
      },
    ],
  },
});
