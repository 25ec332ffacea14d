import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { secretRequests, secrets } from "../support/gateway/secrets.ts";
import { cloudAt, startProcess } from "../support/process/process.ts";
import { closedPort, json, startUpstream } from "../support/upstream/upstream.ts";

it("logs a line of JSON for each request, with no secret of it, nor of what IMM answers", async () => {
  await using folder = await temporaryFolder();
  const tokens = join(folder.path, "tokens.json");
  const sha256 = createHash("sha256").update("s3cret-token").digest("hex");
  await writeFile(tokens, JSON.stringify([{ name: "ann", roles: [], sha256 }]));
  await using upstream = await startUpstream((request, response) =>
    json(500, { RequestId: "R-1", Code: "InternalError", Message: JSON.stringify(request) })(
      request,
      response,
    ),
  );
  await using app = await startProcess({
    IMM_AUTH: "token",
    IMM_TOKENS: tokens,
    IMM_BACKEND: "cloud",
    IMM_REGION: "cn-shanghai",
    IMM_ENDPOINT: upstream.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: "s3cret-id",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "s3cret-key",
  });
  const { origin } = new URL(app.url);
  const started = app.log.length;

  for (const { path, init } of secretRequests) await fetch(`${origin}${path}`, init);
  await fetch(`${origin}/livez?token=s3cret-query`, { headers: { authorization: "s3cret-token" } });
  app.kill("SIGTERM");
  expect(await app.exited).toBe(0);

  const lines = app.log.slice(started);
  expect(lines.filter(({ msg }) => msg === "request")).toHaveLength(
    secretRequests.filter(({ path }) => /\/graphql(\?|$)/.test(path)).length,
  );
  const any = expect.anything() as unknown;
  expect(lines.find((line) => "operation" in line)).toEqual({
    ...{ level: 30, time: any, pid: any, hostname: any, msg: "request" },
    ...{ operation: "Named", type: "query", caller: "ann", status: 200, ms: any, cost: 52 },
    ...{ calls: { GetDataset: 1 }, attempts: 3, failed: { refused: 1 }, requestIds: ["R-1"] },
    codes: ["UPSTREAM_ERROR"],
  });
  const signatures = upstream.requests.map(
    ({ headers }) => headers["authorization"]!.split("Signature=")[1]!,
  );
  for (const secret of [...secrets, ...signatures, "s3cret-id", "s3cret-key"]) {
    expect(app.stderr).not.toContain(secret);
    expect(app.stdout).not.toContain(secret);
  }
  expect(app.stderr).not.toMatch(/[?&][\w-]+=/);
});

it("says why IMM can't be reached, also where the breaker ends the tries", async () => {
  await using app = await startProcess(cloudAt(await closedPort()));
  const read = (index: number) =>
    app.send(`{ dataset(projectName: "atlas", datasetName: "d${index}") { description } }`);

  await Promise.all(Array.from({ length: 10 }, (_, index) => read(index)));

  // Who comes when it is open already is told so, and has no line.
  const failures = app.log.filter(({ msg }) => msg === "GetDataset failed.");
  expect(failures).not.toEqual([]);
  for (const line of failures) expect(line).toMatchObject({ failure: "unreachable", reason: "ECONNREFUSED" });
  expect(app.log.filter(({ level }) => level === 40)).not.toEqual([]);
});
