import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { File } from "../../src/contract/wire.ts";
import { createImm, type ImmClient } from "../../src/imm/client.ts";
import { fixedCredentials } from "../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../src/imm/transports/openapi.ts";
import { startTestImm } from "../local-imm/start.ts";
import { temporaryFolder } from "../support/folder.ts";
import { repeat } from "../support/lists.ts";
import { startProcess } from "../support/process/process.ts";

const rounds = 20;
const fileCount = 300;
const key = { ProjectName: "atlas", DatasetName: "photos" };
const testKey = { accessKeyId: "test", accessKeySecret: "test-secret" };
const script = fileURLToPath(new URL("../support/process/local-imm.mjs", import.meta.url));

const nameOf = (n: number) => `${n % 12}/${n}.txt`;
const uriOf = (name: string) => `oss://shots/${name}`;
const etagOf = (content: string) => `"${createHash("md5").update(content).digest("hex").toUpperCase()}"`;

it("loses nothing that was accepted over 20 rounds of kill -9, and indexes nothing twice", async () => {
  await using folder = await temporaryFolder({ onDisk: true });
  const files = new Map<string, string>();
  const put = (n: number, content: string) => {
    const path = join(folder.path, "buckets/shots", nameOf(n));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    files.set(nameOf(n), content);
  };
  const remove = (n: number) => {
    rmSync(join(folder.path, "buckets/shots", nameOf(n)), { force: true });
    files.delete(nameOf(n));
  };
  for (const n of repeat(fileCount, (each) => each)) put(n, `file ${n}`);
  // The ids that each file may have: of the last call for it that was acknowledged, and of what came behind.
  const possible = new Map<string, readonly string[]>();

  for (let round = 0; round < rounds; round += 1) {
    await using app = await startProcess({ DIR: folder.path }, { script });
    await using shared = createImm({
      transport: openapiTransport({ endpoint: app.url, credentials: fixedCredentials(testKey) }),
    });
    const imm = shared.for({});
    if (round === 0) await createBound(imm);
    put((round * 17) % fileCount, `changed in round ${round}`);
    put(fileCount + round, `new in round ${round}`);
    remove((round * 31 + 5) % fileCount);

    // A different moment each time: from before the first scan has begun to some time after it has ended.
    const goal = 1 + ((round * 7) % 23);
    const index = async (count: number) => {
      const name = nameOf((round * 13 + count * 29) % fileCount);
      const CustomId = `${round}-${count}`;
      possible.set(name, [...(possible.get(name) ?? [""]), CustomId]);
      await imm.call("IndexFileMeta", { ...key, File: { URI: uriOf(name), CustomId } });
      possible.set(name, [CustomId]);
    };
    for (let count = 1; count <= goal; count += 1) await index(count);
    // In the middle of others.
    const last = Promise.allSettled([index(goal + 1), index(goal + 2)]);
    await setTimeout(round % 5);
    app.kill("SIGKILL");
    await app.exited;
    await last;
  }

  await using imm = await startTestImm({ dir: folder.path });
  await imm.settled();

  expect(imm.errors).toEqual([]);
  const { body } = await imm.call("GetDataset", { ...key, WithStatistics: true });
  const sizes = [...files.values()].map(({ length }) => length);
  const indexed = await readAll(imm, [...new Set([...files.keys(), ...possible.keys()])]);
  const alive = indexed.filter(({ ObjectStatus }) => ObjectStatus === "Indexed");
  expect(Object.fromEntries(alive.map(({ Filename, ETag }) => [Filename, ETag]))).toEqual(
    Object.fromEntries([...files].map(([name, content]) => [name, etagOf(content)])),
  );
  expect(body["Dataset"]).toMatchObject({
    FileCount: BigInt(files.size),
    TotalFileSize: BigInt(sizes.reduce((sum, size) => sum + size, 0)),
  });
  const wrong = [...possible].filter(([name, ids]) => {
    const { CustomId = "" } = indexed.find(({ Filename }) => Filename === name) ?? {};
    return files.has(name) && !ids.includes(CustomId);
  });
  expect(wrong).toEqual([]);
});

async function createBound(imm: ImmClient): Promise<void> {
  await imm.call("CreateProject", { ProjectName: key.ProjectName });
  await imm.call("CreateDataset", { ...key, TemplateId: "Official:OSSBasicMeta" });
  await imm.call("CreateBinding", { ...key, URI: "oss://shots" });
}

async function readAll(
  imm: Awaited<ReturnType<typeof startTestImm>>,
  names: readonly string[],
): Promise<File[]> {
  const found: File[] = [];
  for (let at = 0; at < names.length; at += 100) {
    const URIs = names.slice(at, at + 100).map(uriOf);
    const { body } = await imm.call("BatchGetFileMeta", { ...key, URIs });
    found.push(...(body["Files"] as File[]));
  }
  return found;
}
