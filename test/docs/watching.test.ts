import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { call, request } from "../support/gateway/report-fixtures.ts";

const page = await readFile("docs/watching.md", "utf8");

/** What is exposed of each metric of ours: its labels. */
async function exposed(): Promise<Map<string, string[]>> {
  const bindings = { scanning: 1, watching: 1, stopped: 1, files: 1 };
  const localFiles = { indexed: 1, failed: 1, waiting: { calls: 1, bindings: 1 }, bindings };
  const metrics = createMetrics({ localFiles: () => localFiles });
  const calls = [call({ waitedMs: 1, shared: true })];
  metrics.onRequest(request({ calls, codes: ["NOT_FOUND"], limits: ["rate"] }));
  const report = { startedAt: 0, ms: 1, caller: "ann", operation: "A", events: 1, polls: 1, codes: [] };
  metrics.onStream({ kind: "end", report: { ...report, end: "completed" } });
  const text = await metrics.text();
  const names = [...text.matchAll(/^# TYPE (imm_graphql_\S+)/gm)].map(([, name]) => name!);
  return new Map(
    names.map((name) => {
      const [, labels = ""] = new RegExp(`^${name}(?:_bucket)?{(.*)}`, "m").exec(text) ?? [];
      const own = [...labels.matchAll(/(\w+)=/g)]
        .map(([, label]) => label!)
        .filter((label) => label !== "le");
      return [name, own];
    }),
  );
}

describe("the page on watching", () => {
  it("names each metric with its labels, and no other", async () => {
    const rows = [...page.matchAll(/^\| `(imm_graphql_\w+)` \| (.*?) \|/gm)];
    const named = rows.map(([, name, labels]) => [
      name,
      [...labels!.matchAll(/\w+/g)].map(([label]) => label),
    ]);

    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(await exposed()));
  });

  it("asks of metrics that there are", async () => {
    const text = await createMetrics().text();
    const section = page.slice(page.indexOf("### What to look at"), page.indexOf("## Traces"));
    const names = [...section.matchAll(/\b(?:imm_graphql|nodejs)_\w+/g)].map(([name]) => name);

    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      expect(text).toContain(`# TYPE ${name.replace(/_(bucket|sum|count)$/, "")} `);
    }
  });
});
