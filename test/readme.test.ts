import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { actions } from "../src/contract/contract.ts";
import { graphName } from "../src/contract/names.ts";
import type { Action } from "../src/contract/wire.ts";
import { schema } from "../src/graphql/schema.ts";
import { imitated } from "../src/local-imm/operations/index.ts";
import { startTestGateway } from "./support/gateway.ts";

const readme = await readFile("README.md", "utf8");

/** Each `curl` of the README with the answer that is shown below it. */
const examples = [
  ...readme.matchAll(
    /```sh\ncurl \S+ -H 'content-type: application\/json'( -H 'x-imm-trace-calls: 1')? -d '([^']*)'\n```\n\n```json\n(.*)\n```/g,
  ),
].map(([, trace, body, answer]) => ({
  headers: { "content-type": "application/json", ...(trace && { "x-imm-trace-calls": "1" }) },
  body: body!,
  answer: answer!,
}));

/** An answer without what differs each time. */
function settled(answer: string): string {
  return answer.replace(/"ms":\d+/, '"ms":0').replace(/"requestId":"[\w*-]+"/, '"requestId":""');
}

describe("the README", () => {
  it("gives its two commands, each on a line of its own", () => {
    expect(readme.match(/^npm ci && npm start$/gm)).toHaveLength(1);
    expect(readme.match(/^npm ci && npm test$/gm)).toHaveLength(1);
  });

  it("shows what its examples really answer, to the letter", async () => {
    await using service = await startTestGateway();
    expect(examples).toHaveLength(4);

    for (const { headers, body, answer } of examples) {
      const response = await service.gateway.fetch("http://127.0.0.1:4000/graphql", {
        method: "POST",
        headers,
        body,
      });
      expect(settled(await response.text())).toBe(settled(answer));
    }
  });

  it("says of each action whether the graph has it and the local IMM imitates it", () => {
    const rows = actions.map((action) => {
      const field = fieldOf(action);
      return `| ${action} | ${field ? `\`${field}\`` : "–"} | ${imitated.includes(action) ? "yes" : "–"} |`;
    });

    const header = "| action | in the graph | local IMM |\n|---|---|---|\n";
    expect(readme).toContain(`${header}${rows.join("\n")}\n`);
    expect(rows).toHaveLength(54);
  });
});

/** The root field that stands for an action: a write's own name, a read's noun. */
function fieldOf(action: Action): string | undefined {
  const [, , noun] = /^(Get|List)(.+)$/.exec(action) ?? [];
  const root = noun ? schema.getQueryType() : schema.getMutationType();
  const name = graphName(noun ?? action);
  return root?.getFields()[name] && name;
}
