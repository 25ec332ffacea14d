import { defineConfig } from "vitest/config";

export default defineConfig({
  // Vite prefers the `module` entry of graphql, Node its `main`: with both loaded, types of the one are strangers to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    // A test that starts a process takes a second alone, and several where all cores are busy.
    testTimeout: 30_000,
    // Most of what takes long waits for a process or a browser, so that no core need be left free.
    maxWorkers: "100%",
  },
});
