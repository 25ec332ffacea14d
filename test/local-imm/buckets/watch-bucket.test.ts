import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { filesOf, watchedFolder, type WatchedFolder } from "./watched-folder.ts";

const write = ({ path }: WatchedFolder, key: string, text = key) => {
  mkdirSync(join(path, key, ".."), { recursive: true });
  writeFileSync(join(path, key), text);
};
const isUpToDate = ({ index, path }: WatchedFolder) => {
  const files = filesOf(path);
  const found = index.files();
  const keys = Object.keys(files);
  return (
    keys.length === Object.keys(found).length &&
    keys.every(
      (key) =>
        found[key]?.mtimeNs === files[key]!.mtimeNs &&
        found[key].size === files[key]!.size &&
        found[key].inode === files[key]!.inode,
    )
  );
};
/** A folder with some files, watched, and all of them handed over. */
const scanned = async (...keys: string[]) => {
  const bucket = await watchedFolder();
  for (const key of keys) write(bucket, key);
  await bucket.start();
  await bucket.until(() => bucket.phases.at(-1)?.startsWith("Incremental") === true);
  expect(Object.keys(bucket.index.files()).toSorted()).toEqual(keys.toSorted());
  bucket.index.told.length = 0;
  return bucket;
};
/** Does something as a user who isn't root, who may read everything. */
const asNobody = async (act: () => Promise<void>) => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};
const told = async (bucket: WatchedFolder) => {
  await bucket.until(() => isUpToDate(bucket));
  expect(bucket.errors).toEqual([]);
  return bucket.index.told.toSorted();
};

describe("the first scan of a bucket", () => {
  it("hands over every file, and says how far it is", async () => {
    await using bucket = await watchedFolder();
    for (let index = 0; index < 250; index += 1) write(bucket, `many/${index}.txt`);
    write(bucket, "a.jpg");
    write(bucket, "2024/西湖/日落.jpg");
    mkdirSync(join(bucket.path, "empty"));
    await bucket.start();
    await bucket.until(() => bucket.phases.length === 3);

    expect(bucket.phases).toEqual([
      "FullScanning 0 0",
      expect.stringMatching(/^FullScanning \d+ \d$/),
      "IncrementalScanning 252 5",
    ]);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
    expect(bucket.problems).toEqual([]);
  });

  it("hands over nothing that was seen, after a restart, and all that changed since", async () => {
    await using bucket = await scanned("a", "b", "c/d", "c/e", "f/g");
    await bucket.stop();
    await bucket.start();
    await bucket.settled();
    expect(bucket.index.told).toEqual([]);

    await bucket.stop();
    unlinkSync(join(bucket.path, "a"));
    write(bucket, "b", "other");
    write(bucket, "c/new");
    renameSync(join(bucket.path, "f"), join(bucket.path, "h"));
    await bucket.start();

    expect(await told(bucket)).toEqual(["+b", "+c/new", "+h/g", "-a", "-f/g"]);
  });
});

describe("a scan that begins while more files wait than are kept in mind", () => {
  it("hands over each of them once", async () => {
    await using bucket = await watchedFolder();
    for (let index = 0; index < 4_000; index += 1) write(bucket, `many/${index}`);
    await bucket.start();
    // No time passes: none of them counts as written yet.
    for (let turn = 0; turn < 500; turn += 1) await setImmediate();
    // It asks for a second scan.
    await bucket.settled();

    expect(bucket.index.told).toHaveLength(4_000);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
  });
});

describe("a change in a bucket", () => {
  it("is handed over within a second: new, changed, removed and renamed files", async () => {
    await using bucket = await scanned("a", "b", "c/d", "c/e");
    write(bucket, "new");
    write(bucket, "b", "other");
    unlinkSync(join(bucket.path, "a"));
    renameSync(join(bucket.path, "c/d"), join(bucket.path, "c/moved"));
    await bucket.pass(1_000);

    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
    expect(bucket.index.told.toSorted()).toEqual(["+b", "+c/moved", "+new", "-a", "-c/d"]);
  });

  it("may be of the time alone, the size alone, or the file behind the name", async () => {
    await using bucket = await scanned("time", "size", "inode", "same");
    const time = 1_700_000_000;
    for (const key of ["size", "inode"]) utimesSync(join(bucket.path, key), time, time);
    expect(await told(bucket)).toEqual(["+inode", "+size"]);
    bucket.index.told.length = 0;

    utimesSync(join(bucket.path, "time"), time, time);
    write(bucket, "size", "sizes");
    utimesSync(join(bucket.path, "size"), time, time);
    writeFileSync(join(bucket.outside, "inode"), "other");
    utimesSync(join(bucket.outside, "inode"), time, time);
    renameSync(join(bucket.outside, "inode"), join(bucket.path, "inode"));
    utimesSync(join(bucket.path, "same"), new Date(), new Date());

    expect(await told(bucket)).toEqual(["+inode", "+same", "+size", "+time"]);
  });

  it("may be a folder that is moved in, with all that is below it, and what changes in there", async () => {
    await using bucket = await scanned("a");
    for (const key of ["x/b", "x/y/c", "x/y/z/d"]) {
      mkdirSync(join(bucket.outside, key, ".."), { recursive: true });
      writeFileSync(join(bucket.outside, key), key);
    }
    renameSync(join(bucket.outside, "x"), join(bucket.path, "x"));
    expect(await told(bucket)).toEqual(["+x/b", "+x/y/c", "+x/y/z/d"]);

    write(bucket, "x/y/z/e");
    write(bucket, "x/new/f");
    expect(await told(bucket)).toEqual(expect.arrayContaining(["+x/new/f", "+x/y/z/e"]));
  });

  it("may be a folder that is made together with what is in it", async () => {
    await using bucket = await scanned();
    for (const key of ["deep/a/b/1", "deep/a/b/2", "deep/3"]) write(bucket, key);

    expect(await told(bucket)).toEqual(["+deep/3", "+deep/a/b/1", "+deep/a/b/2"]);
    write(bucket, "deep/a/b/4");
    expect(await told(bucket)).toHaveLength(4);
  });

  it("may be a folder that is moved out, removed or renamed", async () => {
    await using bucket = await scanned("out/a", "out/b/c", "gone/d/e", "old/f/g", "stays");
    renameSync(join(bucket.path, "out"), join(bucket.outside, "out"));
    rmSync(join(bucket.path, "gone"), { recursive: true });
    renameSync(join(bucket.path, "old"), join(bucket.path, "new"));
    expect(await told(bucket)).toEqual(["+new/f/g", "-gone/d/e", "-old/f/g", "-out/a", "-out/b/c"]);

    // Nobody listens to the folder that is elsewhere.
    writeFileSync(join(bucket.outside, "out/a"), "other");
    write(bucket, "new/f/h");
    write(bucket, "old/i");
    expect(await told(bucket)).toHaveLength(7);
  });

  it("may be a folder that is away for a moment, and changes meanwhile", async () => {
    await using bucket = await scanned("d/0", "d/1", "d/e/2");
    // From here on nothing is scanned for a second.
    write(bucket, "beside");
    await bucket.pass(100);
    renameSync(join(bucket.path, "d"), join(bucket.outside, "d"));
    await bucket.pass(300);
    writeFileSync(join(bucket.outside, "d/new"), "");
    writeFileSync(join(bucket.outside, "d/e/new"), "");
    unlinkSync(join(bucket.outside, "d/0"));
    renameSync(join(bucket.outside, "d"), join(bucket.path, "d"));

    await bucket.pass(5_000);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));

    write(bucket, "d/later");
    unlinkSync(join(bucket.path, "d/e/2"));
    await bucket.pass(5_000);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
  });

  it("may be two folders that change places", async () => {
    await using bucket = await scanned("a/x/1", "b/x/2");
    renameSync(join(bucket.path, "a"), join(bucket.path, "c"));
    renameSync(join(bucket.path, "b"), join(bucket.path, "a"));
    renameSync(join(bucket.path, "c"), join(bucket.path, "b"));

    expect(await told(bucket)).toEqual(["+a/x/2", "+b/x/1", "-a/x/1", "-b/x/2"]);
    write(bucket, "a/x/3");
    write(bucket, "b/x/4");
    expect(await told(bucket)).toHaveLength(6);
  });

  // On a disk a new folder often has the inode of the one that was removed.
  it.each([true, false])("may be another folder of the same name (on a disk: %s)", async (onDisk) => {
    await using bucket = await watchedFolder({ onDisk });
    for (const key of ["a/b/1", "a/2"]) write(bucket, key);
    await bucket.start();
    await bucket.until(() => isUpToDate(bucket));
    bucket.index.told.length = 0;
    rmSync(join(bucket.path, "a"), { recursive: true });
    write(bucket, "a/b/3");
    expect(await told(bucket)).toEqual(["+a/b/3", "-a/2", "-a/b/1"]);

    write(bucket, "a/b/4");
    expect(await told(bucket)).toHaveLength(4);
  });

  it("may be a folder in the place of a file, or a file in the place of a folder", async () => {
    await using bucket = await scanned("a", "b/c");
    unlinkSync(join(bucket.path, "a"));
    write(bucket, "a/in");
    rmSync(join(bucket.path, "b"), { recursive: true });
    write(bucket, "b");
    expect(await told(bucket)).toEqual(["+a/in", "+b", "-a", "-b/c"]);

    rmSync(join(bucket.path, "a"), { recursive: true });
    write(bucket, "a");
    unlinkSync(join(bucket.path, "b"));
    write(bucket, "b/c");
    expect(await told(bucket)).toHaveLength(8);
  });

  it("is found by the next full scan if no event tells of it", async () => {
    await using bucket = await watchedFolder();
    for (const key of ["a", "b/c", "d/e"]) write(bucket, key);
    await bucket.start({ maxWatches: 0 });
    await bucket.until(() => isUpToDate(bucket));
    write(bucket, "b/new");
    unlinkSync(join(bucket.path, "a"));
    rmSync(join(bucket.path, "d"), { recursive: true });
    await bucket.pass(30_000);
    expect(isUpToDate(bucket)).toBe(false);

    await bucket.pass(31_000);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
    expect(bucket.lines).toEqual([
      "Only 0 folders can be watched (the limit is 0): changes in the others are found by the next scan, within minutes.",
    ]);
  });

  it("is found in the folders that there are no watches for, later", async () => {
    await using bucket = await watchedFolder();
    for (const key of ["a/1", "b/2", "c/3"]) write(bucket, key);
    await bucket.start({ maxWatches: 2 });
    await bucket.until(() => isUpToDate(bucket));
    for (const key of ["a/4", "b/5", "c/6"]) write(bucket, key);
    await bucket.pass(2_000);
    expect(Object.keys(bucket.index.files())).toHaveLength(4);

    await bucket.pass(60_000);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
    expect(bucket.lines).toHaveLength(1);
  });
});

describe("a file that is being written", () => {
  it("is handed over once, when it is complete", async () => {
    await using bucket = await scanned("a");
    for (let part = 0; part < 50; part += 1) {
      appendFileSync(join(bucket.path, "video"), "part");
      await bucket.pass(200);
    }
    expect(bucket.index.told).toEqual([]);

    await bucket.pass(400);
    expect(bucket.index.told).toEqual(["+video"]);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
  });

  it("is handed over as it is after ten minutes, and again when it is complete", async () => {
    await using bucket = await scanned("a");
    const file = join(bucket.path, "log");
    for (let part = 0; part < 2_450; part += 1) {
      appendFileSync(file, "part");
      await bucket.clock.advance(250);
    }
    expect(bucket.index.told).toEqual(["+log"]);

    expect(await told(bucket)).toEqual(["+log", "+log"]);
  });

  it("isn't handed over if it is gone before", async () => {
    await using bucket = await scanned("a");
    write(bucket, "temporary");
    await bucket.pass(150);
    unlinkSync(join(bucket.path, "temporary"));
    write(bucket, "other");

    expect(await told(bucket)).toEqual(["+other"]);
  });
});

describe("a folder that can't be read", () => {
  it("keeps what was found in it, until it can be read again", async () => {
    await using bucket = await scanned("a", "closed/b", "closed/c/d");
    const closed = join(bucket.path, "closed");
    await bucket.stop();
    chmodSync(join(bucket.path, ".."), 0o755);
    unlinkSync(join(closed, "b"));
    chmodSync(closed, 0);
    await asNobody(async () => {
      await bucket.start();
      await bucket.settled();
      await bucket.settled();
      expect(bucket.index.told).toEqual([]);
      expect(bucket.lines).toEqual([
        '"closed/" can\'t be read (EACCES): files indexed from it stay indexed.',
      ]);
    });

    chmodSync(closed, 0o755);
    await asNobody(async () => expect(await told(bucket)).toEqual(["-closed/b"]));
  });

  it("is a problem if it is the bucket's", async () => {
    await using bucket = await scanned("a");
    await bucket.stop();
    chmodSync(join(bucket.path, ".."), 0o755);
    chmodSync(bucket.path, 0);
    await asNobody(async () => {
      await bucket.start();
      await bucket.settled();
    });
    chmodSync(bucket.path, 0o755);

    expect(bucket.problems).toEqual(["The folder of the bucket can't be read (EACCES)."]);
    expect(bucket.index.told).toEqual([]);
  });
});

describe("what can't be a file of a bucket", () => {
  it("is skipped: links, wherever they lead, and names that can't be keys", async () => {
    await using bucket = await scanned("a", "b/c");
    writeFileSync(join(bucket.outside, "secret"), "");
    symlinkSync(join(bucket.outside, "secret"), join(bucket.path, "link"));
    symlinkSync(bucket.outside, join(bucket.path, "folder-link"));
    symlinkSync("a", join(bucket.path, "b/inside"));
    symlinkSync("nowhere", join(bucket.path, "broken"));
    writeFileSync(join(bucket.path, "back\\slash"), "");
    writeFileSync(Buffer.from(`${bucket.path}/b/\xff\xfe`, "latin1"), "");
    mkdirSync(Buffer.from(`${bucket.path}/b/\xff`, "latin1"));
    write(bucket, "b/new");
    await bucket.settled();

    expect(bucket.index.told).toEqual(["+b/new"]);
    expect(bucket.lines).toHaveLength(1);
    const kinds = /^Not indexed: (.*); (.*)\.$/.exec(bucket.lines[0]!) ?? [];
    expect(kinds.slice(1).toSorted()).toEqual([
      expect.stringMatching(/^links, devices or the like \(4\): (".*", ){3}…$/),
      expect.stringMatching(/^names that can't be keys \(3\): (".*", ){2}".*"$/),
    ]);
    for (const name of ['"back\\\\slash"', '"b/\uFFFD"', '"b/\uFFFD\uFFFD"']) {
      expect(bucket.lines[0]).toContain(name);
    }
    await bucket.settled();
    expect(bucket.lines).toHaveLength(1);
  });

  it("is named on one line, cut if it is long", async () => {
    await using bucket = await scanned("a");
    const long = `${"é".repeat(100)}${"\\".repeat(5)}`;
    for (const name of ["two\nlines\u001b[31m\u009b\u202e", long]) {
      symlinkSync("nowhere", join(bucket.path, name));
    }
    await bucket.settled();

    expect(bucket.lines).toHaveLength(1);
    expect(bucket.lines[0]).toContain('"two\\nlines\\u001b[31m\\u009b\\u202e"');
    expect(bucket.lines[0]).toContain(`names that can't be keys (1): "${"é".repeat(100)}"…`);
  });

  it("is told if it can't even be looked at", async () => {
    await using bucket = await scanned("a", "shut/b");
    await bucket.stop();
    chmodSync(join(bucket.path, ".."), 0o755);
    chmodSync(join(bucket.path, "shut"), 0o444);
    await asNobody(async () => {
      await bucket.start();
      await bucket.settled();
    });
    chmodSync(join(bucket.path, "shut"), 0o755);

    expect(bucket.index.told).toEqual([]);
    expect(bucket.lines).toEqual(['Not indexed: files or folders that can\'t be read (1): "shut/b".']);
  });

  it("is skipped in the place of a folder too, while a file of that is being written", async () => {
    await using bucket = await scanned("a/b");
    await bucket.pass(1_000);
    write(bucket, "a/new");
    await bucket.pass(150);
    renameSync(join(bucket.path, "a"), join(bucket.outside, "a"));
    symlinkSync(join(bucket.outside, "a"), join(bucket.path, "a"));
    await bucket.pass(2_000);

    expect(bucket.index.told).toEqual(["-a/b"]);
    expect(bucket.errors).toEqual([]);
  });

  it("isn't confused with a file whose name has the sign for what isn't UTF-8", async () => {
    await using bucket = await scanned("a");
    writeFileSync(Buffer.from(`${bucket.path}/\xff`, "latin1"), "invalid");
    writeFileSync(Buffer.from(`${bucket.path}/\xfe`, "latin1"), "invalid too");
    writeFileSync(join(bucket.path, "\uFFFD"), "valid");
    await bucket.settled();
    await bucket.settled();

    expect(bucket.index.told).toEqual(["+\uFFFD"]);
    expect(bucket.index.files()["\uFFFD"]?.size).toBe(5n);
  });

  it("is skipped if the key would be too long", async () => {
    await using bucket = await scanned("a");
    const folder = Array.from({ length: 4 }, () => "é".repeat(125)).join("/");
    const longest = `${folder}/${"x".repeat(19)}`;
    write(bucket, longest);
    write(bucket, `${folder}/${"y".repeat(20)}`);
    write(bucket, `${folder}/sub/folder/with/a/file`);
    await bucket.settled();

    expect(Buffer.byteLength(longest)).toBe(1023);
    expect(bucket.index.told).toEqual([`+${longest}`]);
  });

  it("counts as removed if it takes the place of a file or folder", async () => {
    await using bucket = await scanned("a", "b/c");
    unlinkSync(join(bucket.path, "a"));
    symlinkSync("b/c", join(bucket.path, "a"));
    renameSync(join(bucket.path, "b"), join(bucket.outside, "b"));
    symlinkSync(join(bucket.outside, "b"), join(bucket.path, "b"));
    await bucket.settled();

    expect(bucket.index.told.toSorted()).toEqual(["-a", "-b/c"]);
  });

  it("is the folder that the watch is told to leave out", async () => {
    await using bucket = await watchedFolder();
    for (const key of [".imm/imm.db", "a"]) write(bucket, key);
    await bucket.start({ except: join(bucket.path, ".imm") });
    await bucket.settled();

    expect(bucket.index.told).toEqual(["+a"]);
  });
});

describe("the folder of a bucket", () => {
  const missing = "The folder of the bucket is missing.";

  it("may be missing at the start: nothing is removed, and it is scanned when it comes", async () => {
    await using bucket = await scanned("a", "b/c");
    await bucket.stop();
    renameSync(bucket.path, `${bucket.path}-away`);
    await bucket.start();
    await bucket.pass(10_000);
    expect(bucket.problems).toEqual([missing]);
    expect(Object.keys(bucket.index.files())).toEqual(["a", "b/c"]);
    await bucket.settled();

    renameSync(`${bucket.path}-away`, bucket.path);
    write(bucket, "new");
    expect(await told(bucket)).toEqual(["+new"]);
    expect(bucket.problems).toEqual([missing, undefined]);
  });

  it("may go and come back while it is watched", async () => {
    await using bucket = await scanned("a", "b/c");
    renameSync(bucket.path, `${bucket.path}-away`);
    await bucket.until(() => bucket.problems.length > 0);
    writeFileSync(join(`${bucket.path}-away`, "b/d"), "");
    await bucket.pass(10_000);
    expect(bucket.index.told).toEqual([]);

    renameSync(`${bucket.path}-away`, bucket.path);
    expect(await told(bucket)).toEqual(["+b/d"]);
    expect(bucket.problems).toEqual([missing, undefined]);
    await bucket.until(() => bucket.phases.at(-1) === "IncrementalScanning 3 2");
    write(bucket, "b/e");
    expect(await told(bucket)).toEqual(["+b/d", "+b/e"]);
  });

  it("may be away with all that is above it, which no event tells", async () => {
    await using bucket = await scanned("a", "b/c");
    renameSync(join(bucket.path, ".."), join(bucket.path, "../../away"));
    try {
      await bucket.settled();
      expect(bucket.problems).toEqual([missing]);
      expect(bucket.index.told).toEqual([]);
    } finally {
      renameSync(join(bucket.path, "../../away"), join(bucket.path, ".."));
    }
  });

  it("isn't believed if it is another one and empty: a disk may not be mounted", async () => {
    await using bucket = await scanned("a", "b/c");
    renameSync(bucket.path, `${bucket.path}-away`);
    mkdirSync(bucket.path);
    await bucket.until(() => bucket.problems.length > 0);
    await bucket.stop();
    await bucket.start();
    await bucket.settled();
    const empty =
      "The folder of the bucket is empty, but files of it are indexed. Mount its disk if that isn't mounted; if the folder was emptied on purpose, put a file into it.";
    expect(bucket.problems).toEqual([empty, empty]);
    expect(bucket.index.told).toEqual([]);

    write(bucket, "new");
    expect(await told(bucket)).toEqual(["+new", "-a", "-b/c"]);
    expect(bucket.problems.at(-1)).toBeUndefined();
  });

  it("may be emptied while it is watched", async () => {
    await using bucket = await scanned("a", "b/c");
    unlinkSync(join(bucket.path, "a"));
    rmSync(join(bucket.path, "b"), { recursive: true });

    expect(await told(bucket)).toEqual(["-a", "-b/c"]);
    expect(bucket.problems).toEqual([]);
  });

  it("may be a file, or a link", async () => {
    await using bucket = await scanned("a");
    await bucket.stop();
    renameSync(bucket.path, `${bucket.path}-away`);
    symlinkSync(`${bucket.path}-away`, bucket.path);
    await bucket.start();
    await bucket.settled();

    expect(bucket.problems).toEqual(["The path of the bucket is not a folder, but a file or a link."]);
    expect(bucket.index.told).toEqual([]);
  });
});

describe("what is handed over", () => {
  it("waits until the store has it, and comes again if the store fails", async () => {
    await using bucket = await watchedFolder();
    for (let index = 0; index < 300; index += 1) write(bucket, `f/${index}`);
    const failure = new Error("The disk is full.");
    let calls = 0;
    let isBusy = false;
    await bucket.start({
      async onChanges(changes) {
        expect(isBusy).toBe(false);
        isBusy = true;
        await bucket.clock.advance(0);
        isBusy = false;
        calls += 1;
        if (calls === 2 || calls === 3) throw failure;
        bucket.index.apply(changes);
      },
    });
    await bucket.until(() => isUpToDate(bucket));

    expect(bucket.errors).toEqual([failure, failure]);
    expect(bucket.index.told).toHaveLength(300);
  });

  it("is in a folder under constant change read once a second, and in the others at once", async () => {
    await using bucket = await scanned("busy/a", "calm/b");
    let scans = 0;
    const { inFolder } = bucket.index;
    await bucket.start({
      seen: {
        inFolder(folder) {
          if (folder === "busy/") scans += 1;
          return inFolder(folder);
        },
      },
    });
    await bucket.settled();
    scans = 0;
    const write50Times = async () => {
      for (let step = 0; step < 50; step += 1) {
        appendFileSync(join(bucket.path, "busy/log"), "line");
        await bucket.pass(50);
      }
    };
    await write50Times();
    await write50Times();
    write(bucket, "calm/new");
    await write50Times();
    expect(bucket.index.told).toEqual(["+calm/new"]);
    await write50Times();

    expect(scans).toBeGreaterThan(5);
    expect(scans).toBeLessThan(14);
  });

  it("ends with the watch, also in the middle of a scan", async () => {
    await using bucket = await watchedFolder();
    for (let index = 0; index < 2_000; index += 1) write(bucket, `${index % 7}/${index}`);
    await bucket.start();
    await bucket.pass(350);
    await bucket.stop();
    const { length } = bucket.index.told;
    expect(bucket.clock.waiting).toBe(0);

    await bucket.pass(1_000);
    expect(bucket.index.told).toHaveLength(length);
    await bucket.start();
    await bucket.settled();
    expect(bucket.index.told).toHaveLength(2_000);
  });
});
