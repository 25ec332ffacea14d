import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// These run before all others, in this order. A test that measures the heap is the first in its process, so that it
// doesn't measure what other tests left. Tests that start a browser or processes are slow: run last, they would leave the
// other workers idle. Browser tests run together: interleaved with tests that start processes, both take a quarter longer.
const first = [
  /\/gateway\/(leaks|subscriptions\/leaks|operations\/bombs)\.test\.ts$/,
  /\/test\/explorer\/in-browser\//,
  /\/test\/(process|examples)\//,
];

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = first.findIndex((pattern) => pattern.test(moduleId));
      return index === -1 ? first.length : index;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  // Vite prefers the `module` entry of graphql, Node its `main`: with both loaded, types of the one are strangers to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    // These limits end what hangs, and judge nothing: a test that takes a second alone takes a minute where many programs
    // share the cores.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 180_000 } },
    setupFiles: ["test/support/process/end-processes.ts"],
    // One more than there are cores: many tests wait, for a process, a browser or a deadline.
    maxWorkers: availableParallelism() + 1,
    // The files of a worker share a module graph: to load it for each takes longer than to run most of them.
    isolate: false,
    sequence: { sequencer: InOrder },
  },
});
