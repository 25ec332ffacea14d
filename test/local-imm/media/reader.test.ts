import { execFile } from "node:child_process";
import { truncateSync } from "node:fs";
import { mkdir, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { allOperators, startBucket } from "../../support/media/bucket.ts";
import { mediaProgram } from "../../support/media/media-program.ts";
import { pdfBomb } from "../../support/media/hostile.ts";
import { hangzhouPhoto, jpegWithExif } from "../../support/media/jpeg-with-exif.ts";
import { pdf } from "../../support/media/pdf.ts";

const missing = { fields: {}, reason: "[InvalidArgument] File does not exist." };

describe("a media reader", () => {
  it("reads many files at the same time, each with its own answer", async () => {
    await using bucket = await startBucket({ processes: 2 });
    const keys = Array.from({ length: 100 }, (_, index) => `${index}.txt`);
    for (const key of keys) await bucket.put(key, key);

    const readings = await Promise.all(keys.map((key) => bucket.read(key)));

    expect(readings.map(({ fields, text }) => [fields.Filename, text])).toEqual(
      keys.map((key) => [key, key]),
    );
  });

  it.each([
    "2024/!'()* +%#?&.jpg",
    "照片/西湖.jpg",
    `${"0123456789/".repeat(80)}${"湖".repeat(40)}.jpg`,
    ".jpg",
  ])("reads the file of the key %s", async (key) => {
    await using bucket = await startBucket();

    const { fields, reason } = await bucket.index(key, await jpegWithExif());

    expect(reason).toBeUndefined();
    expect(fields).toMatchObject({ Filename: key, ContentType: "image/jpeg", ImageWidth: 64 });
  });

  it("says of what isn't a file inside the bucket that there is none", async () => {
    await using bucket = await startBucket();
    await using other = await startBucket();
    await other.put("secret.txt", "secret");
    await bucket.put("folder/a.txt", "a");
    await symlink(join(other.root, "secret.txt"), join(bucket.root, "file-link"));
    await symlink(other.root, join(bucket.root, "folder-link"));
    await symlink(join(bucket.root, "folder"), join(bucket.root, "inner-link"));
    await symlink("/dev", join(bucket.root, "devices"));
    await symlink("loop", join(bucket.root, "loop"));
    await promisify(execFile)("mkfifo", [join(bucket.root, "fifo")]);

    const keys = [
      "none",
      "folder",
      "folder/a.txt/",
      "folder/a.txt/b",
      "file-link",
      "folder-link/secret.txt",
      "inner-link/a.txt",
      "devices/zero",
      "loop",
      "fifo",
      "a".repeat(1000),
      "\uD800",
    ];

    const readings = await Promise.all(keys.map(async (key) => [key, await bucket.read(key)]));

    expect(readings).toEqual(keys.map((key) => [key, missing]));
  });

  it("tells of the file as it was read by its size, time and inode", async () => {
    await using bucket = await startBucket();
    const { stamp } = await bucket.index("a.txt", "a");

    expect(stamp).toEqual({ size: 1n, mtimeNs: expect.any(BigInt), inode: expect.any(BigInt) });
    expect((await bucket.read("a.txt", [])).stamp).toEqual(stamp);
    expect((await bucket.index("a.txt", "ab")).stamp).not.toEqual(stamp);
  });

  it("says of a file that is written meanwhile that it changed", async () => {
    await using bucket = await startBucket();
    await bucket.put("growing", "");
    let size = 128 * 1024 ** 2;
    await truncate(join(bucket.root, "growing"), size);

    const reading = bucket.read("growing", ["OSSMeta"]);
    const grow = setInterval(() => truncateSync(join(bucket.root, "growing"), ++size), 1);
    await reading.finally(() => clearInterval(grow));

    expect(await reading).toMatchObject({ changed: true });
  });

  it("gives a file up that takes too long, keeps what is known of it, and fails no other file for it", async () => {
    const errors: unknown[] = [];
    await using bucket = await startBucket({ timeoutMs: 10_000, onError: (error) => errors.push(error) });
    await bucket.put("bomb.pdf", pdfBomb(64));
    await bucket.put("photo.jpg", await hangzhouPhoto());
    await bucket.put("hello.pdf", pdf("Hello"));
    const keys = ["photo.jpg", "bomb.pdf", "hello.pdf", "photo.jpg"];

    const readings = await Promise.all(keys.map((key) => bucket.read(key)));

    expect(readings.map(({ reason }) => reason)).toEqual([
      undefined,
      "[InternalError] Reading the file took more than 10 s.",
      undefined,
      undefined,
    ]);
    expect(readings[1]!.stamp).toBeDefined();
    expect(readings[1]!.fields).toMatchObject({ Filename: "bomb.pdf", ContentType: "application/pdf" });
    expect(readings[2]!.text).toBe("Hello\n");
    expect(errors.length).toBeLessThanOrEqual(2);
  });

  it("gives a file up that takes too much memory", async () => {
    await using bucket = await startBucket({ maxMemoryMb: 350, timeoutMs: 60_000 });
    await bucket.put("photo.jpg", await hangzhouPhoto());
    await bucket.put("bomb.pdf", pdfBomb(256));

    const [photo, bomb] = await Promise.all(["photo.jpg", "bomb.pdf"].map((key) => bucket.read(key)));

    expect(photo!.reason).toBeUndefined();
    expect(bomb!.reason).toBe("[InternalError] Reading the file took more memory than allowed.");
    expect(bomb!.fields).toMatchObject({ ContentType: "application/pdf" });
  });

  it.each([
    ["reads a file whose process is killed from outside, the fourth time alone", 4, undefined],
    [
      "gives a file up whose process is always killed",
      Infinity,
      "[InternalError] The process that read the file was killed.",
    ],
  ])("%s", async (_what, kills, reason) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "program.mjs");
    const log = join(folder.path, "log");
    await writeFile(log, "");
    await writeFile(
      path,
      `import { appendFileSync, statSync } from "node:fs";
      await import(${JSON.stringify(mediaProgram.href)});
      process.on("message", (requests) => {
        if (!requests.some(({ request }) => request.key === "victim.txt")) return;
        if (statSync(${JSON.stringify(log)}).size >= ${kills}) return;
        appendFileSync(${JSON.stringify(log)}, ".");
        process.kill(process.pid, "SIGKILL");
      });`,
    );
    const errors: unknown[] = [];
    await using bucket = await startBucket({
      program: pathToFileURL(path),
      onError: (error) => errors.push(error),
    });
    const keys = ["a.txt", "victim.txt", "b.txt", "c.txt"];
    for (const key of keys) await bucket.put(key, key);

    const readings = await Promise.all(keys.map((key) => bucket.read(key)));

    expect(readings.map(({ reason: why }) => why)).toEqual([undefined, reason, undefined, undefined]);
    const told = errors.map((error) => (error as Error).message);
    expect(told[0]).toMatch(/, while it read one of 4 files: a\.txt, victim\.txt, b\.txt, …$/);
    expect(told[1]).toMatch(/, while it read victim\.txt$/);
  });

  it("lets no signal end its process that is sent to both, as a terminal does", async () => {
    await using bucket = await startBucket();
    await bucket.index("a.txt", "a");
    const before = await children();

    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.kill(before[0]!, signal);

    expect((await bucket.index("b.txt", "b")).text).toBe("b");
    expect(await children()).toEqual(before);
  });

  it("waits while no process can run, says so, and goes on as soon as one can", async () => {
    await using folder = await temporaryFolder();
    const errors: unknown[] = [];
    const path = join(folder.path, "program.mjs");
    await using bucket = await startBucket({
      program: pathToFileURL(path),
      onError: (error) => errors.push(error),
    });

    const reading = Promise.all([bucket.index("a.txt", "a"), bucket.index("b.txt", "b")]);
    await expect.poll(() => errors.map(String)).toContainEqual(expect.stringContaining("program.mjs"));
    await writeFile(path, `import ${JSON.stringify(mediaProgram.href)};`);

    expect(await reading).toMatchObject([{ stamp: { size: 1n } }, { stamp: { size: 1n } }]);
  });

  it("starts a process with the first file, ends it when it is idle, and starts another for the next file", async () => {
    await using bucket = await startBucket({ idleMs: 3000 });
    expect(await children()).toEqual([]);
    await bucket.index("a.txt", "a");
    const [first] = await children();
    expect(first).toBeDefined();
    await expect.poll(children).toEqual([]);

    expect((await bucket.index("b.txt", "b")).text).toBe("b");
  });

  it("ends its process at once when it is closed, and rejects what is open", async () => {
    const bucket = await startBucket();
    await bucket.put("bomb.pdf", pdfBomb(64));
    const open = Array.from({ length: 10 }, () => bucket.read("bomb.pdf"));
    const outcomes = Promise.allSettled(open);
    await expect.poll(async () => (await children()).length).toBe(1);

    await bucket[Symbol.asyncDispose]();

    expect((await outcomes).map(({ status }) => status)).toEqual(
      Array.from({ length: 10 }, () => "rejected"),
    );
    expect(await children()).toEqual([]);
    await expect(bucket.read("a.txt")).rejects.toThrow("The media reader is closed.");
  });

  it("leaves no process behind when its own is killed, even one that a file keeps busy", async () => {
    await using bucket = await startBucket();
    await bucket.put("bomb.pdf", pdfBomb(64));
    await mkdir(join(bucket.root, "own"));
    const parent = execFile(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { createMediaReader } from ${JSON.stringify(new URL("reader.js", mediaProgram).href)};
       const reader = createMediaReader({ program: new URL(${JSON.stringify(mediaProgram.href)}) });
       void reader.read(${JSON.stringify({ root: bucket.root, key: "bomb.pdf", operators: allOperators })});
       setInterval(() => {}, 1000);`,
    ]);
    let child: number | undefined;
    try {
      await expect.poll(async () => (child = (await children(parent.pid!))[0])).toBeDefined();
      // Until the file keeps it busy.
      await expect.poll(() => cpuSeconds(child!)).toBeGreaterThan(1.5);
    } finally {
      parent.kill("SIGKILL");
    }

    await expect.poll(() => isAlive(child!)).toBe(false);
  });

  it("loads no library into its own process", async () => {
    const sources = await Promise.all(
      ["reader.js", "workplace.js", "reading-process.js", "messages.js", "timer.js"].map((name) =>
        readFile(new URL(name, mediaProgram), "utf8"),
      ),
    );
    const imports = sources.flatMap((text) => [...text.matchAll(/from "([^"]+)"/g)].map(([, name]) => name));

    expect(new Set(imports)).toEqual(
      new Set([
        ...["./workplace.js", "./reading-process.js", "./messages.js", "./timer.js"],
        "../buckets/clock.js",
        ...["node:child_process", "node:events"],
      ]),
    );
  });

  it("rejects nothing for a type that a caller gave wrongly", async () => {
    await using bucket = await startBucket();

    expect(await bucket.index("a.txt", "no picture", "image/jpeg")).toMatchObject({
      fields: { ContentType: "image/jpeg" },
      reason: "[InvalidArgument] The image is damaged, or not an image.",
    });
  });
});

/** The processes that read for this one, or for another. */
async function children(parent = process.pid): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid,ppid,stat,args"]);
  return stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, ppid, stat, ...args]) =>
        Number(ppid) === parent &&
        !stat?.startsWith("Z") &&
        args.some((arg) => arg.endsWith("media-process.js")),
    )
    .map(([pid]) => Number(pid));
}

async function cpuSeconds(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "cputimes=", "-p", String(pid)]);
  return Number(stdout);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
