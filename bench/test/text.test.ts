import assert from "node:assert/strict";
import { it } from "node:test";
import { cpuTicks, residentPages } from "../src/measure/process-tree.ts";
import { formatNumber, megabytes, times } from "../src/report/format.ts";
import { replaceSection } from "../src/report/replace-section.ts";
import { table } from "../src/report/table.ts";

it("shows three digits, and all of a number's that stand before its point", () => {
  const shown = [0, 0.0312, 0.672, 1, 2.514, 45.66, 139.4, 9_629.3, 327_842.1].map(formatNumber);
  assert.deepEqual(shown, ["0", "0.0312", "0.672", "1", "2.51", "45.7", "139", "9,629", "327,842"]);
  assert.equal(megabytes(40_049_000), "40.0");
  assert.equal(times(2.499), "2.50 ×");
});

it("writes a table whose columns stand below each other", () => {
  const rows = [
    ["this gateway", "9"],
    ["a", "1,071"],
  ];
  assert.equal(
    table(["", "CPU"], rows),
    `
|              |   CPU |
| ------------ | ----: |
| this gateway |     9 |
| a            | 1,071 |`.trim(),
  );
  assert.equal(
    table(["threshold", "is"], [["one", "met"]], "left"),
    `
| threshold | is  |
| --------- | --- |
| one       | met |`.trim(),
  );
});

it("changes what stands between the marks, again and again, and nothing else", () => {
  const document = "before\n\n<!-- measured -->\n<!-- /measured -->\n\nafter\n";
  const once = replaceSection(document, "| a |");
  assert.equal(once, "before\n\n<!-- measured -->\n\n| a |\n\n<!-- /measured -->\n\nafter\n");
  assert.equal(replaceSection(once, "| a |"), once);
  assert.equal(
    replaceSection(once, "$& $1"),
    once.replace("| a |", () => "$& $1"),
  );
  assert.throws(() => replaceSection("before", "text"), /no place/);
});

it("reads what the system tells of a process, whatever its name is", () => {
  const stat =
    "4242 (a (b) c) S 1 4242 4242 0 -1 4194304 9000 80 3 0 250 75 20 5 20 0 11 0 12345 1100000000 25000 18446744073709551615 1 1 0";
  assert.equal(cpuTicks(stat), 350);
  assert.equal(residentPages(stat), 25_000);
});
