import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { startProcess, type RunningProcess } from "../support/process/process.ts";
import { closedPort, neverRespond, startUpstream } from "../support/upstream/upstream.ts";

/** The settings of a process whose only credentials may be in a folder. */
const cloudFrom = (home: string, endpoint: string) => ({
  IMM_BACKEND: "cloud",
  IMM_REGION: "cn-shanghai",
  IMM_ENDPOINT: endpoint,
  HOME: home,
  ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true",
});

const warningsOf = ({ log }: RunningProcess) => log.filter(({ level }) => level === 40);

it("starts without credentials, warns why there are none, and says so of each call that fails", async () => {
  await using home = await temporaryFolder();
  await mkdir(join(home.path, ".aliyun"));
  const profile = { name: "mine", mode: "Magic", access_key_secret: "s3cret" };
  await writeFile(
    join(home.path, ".aliyun/config.json"),
    JSON.stringify({ current: "mine", profiles: [profile] }),
  );
  await using app = await startProcess(cloudFrom(home.path, await closedPort()));

  const { errors } = await app.send('{ project(projectName: "atlas") { id } }');
  app.kill("SIGTERM");

  expect(await app.exited).toBe(0);
  expect(errors).toMatchObject([
    {
      message: "The gateway found no credentials for Alibaba Cloud.",
      extensions: { code: "UPSTREAM_ERROR", imm: { code: "InvalidCredentials" } },
    },
  ]);
  const why = expect.stringContaining("aliyun's profile: unsupported profile mode 'Magic'") as string;
  expect(warningsOf(app)).toMatchObject([{ msg: why }]);
  expect(app.log.filter(({ level }) => level > 40)).toMatchObject([
    { msg: "GetProject failed.", failure: "malformed", reason: why },
  ]);
  expect(app.stderr).not.toContain("s3cret");
});

it("neither starts nor stops later for credentials that don't come", async () => {
  await using home = await temporaryFolder();
  await using upstream = await startUpstream(neverRespond);
  await using app = await startProcess({
    ...cloudFrom(home.path, await closedPort()),
    ALIBABA_CLOUD_CREDENTIALS_URI: upstream.url,
  });
  expect(app.url).not.toBe("");
  await expect.poll(() => upstream.requests).toHaveLength(1);

  app.kill("SIGTERM");

  expect(await app.exited).toBe(0);
  // It would be told if the stop had waited until the attempt was given up.
  expect(warningsOf(app)).toEqual([]);
});
