import { mkdirSync, readdirSync, realpathSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { createBuckets } from "../../../src/local-imm/buckets/buckets.ts";
import { temporaryFolder } from "../../support/folder.ts";

describe("a bucket", () => {
  it("is the folder of its name in the data folder", async () => {
    await using folder = await temporaryFolder();
    mkdirSync(join(folder.path, "buckets/photos"), { recursive: true });

    expect(createBuckets({ dir: folder.path }).folderOf("photos")).toBe(
      realpathSync(join(folder.path, "buckets/photos")),
    );
  });

  it("is another folder if the settings name one, by links too", async () => {
    await using folder = await temporaryFolder();
    const pictures = join(folder.path, "pictures");
    mkdirSync(pictures);
    symlinkSync(pictures, join(folder.path, "link"));
    mkdirSync(join(folder.path, "buckets/photos"), { recursive: true });
    const folders = { photos: relative(".", pictures), scans: join(folder.path, "link") };
    const buckets = createBuckets({ dir: folder.path, folders });

    expect(buckets.folderOf("photos")).toBe(realpathSync(pictures));
    expect(buckets.folderOf("scans")).toBe(realpathSync(pictures));
  });

  it("is what a link led to when the process was started", async () => {
    await using folder = await temporaryFolder();
    for (const name of ["one", "other"]) mkdirSync(join(folder.path, name));
    symlinkSync(join(folder.path, "one"), join(folder.path, "link"));
    const buckets = createBuckets({ dir: folder.path, folders: { scans: join(folder.path, "link") } });

    unlinkSync(join(folder.path, "link"));
    symlinkSync(join(folder.path, "other"), join(folder.path, "link"));

    expect(buckets.folderOf("scans")).toBe(realpathSync(join(folder.path, "one")));
  });

  it("has no file of the data folder, if it is around that", async () => {
    await using folder = await temporaryFolder();
    const root = realpathSync(folder.path);
    mkdirSync(join(root, "data/buckets/photos"), { recursive: true });
    const { isOurs } = createBuckets({ dir: join(root, "data"), folders: { all: root } });

    expect(
      ["data/imm.db", "data/buckets/photos/a", "data2/a", "a/data/b"].map((key) => isOurs(root, key)),
    ).toEqual([true, true, false, false]);
    expect(isOurs(join(root, "data/buckets/photos"), "a")).toBe(false);
  });

  it("isn't there if its folder isn't, and is as soon as there is one", async () => {
    await using folder = await temporaryFolder();
    const buckets = createBuckets({
      dir: join(folder.path, "data"),
      folders: { scans: join(folder.path, "scans") },
    });

    expect(buckets.folderOf("photos")).toBeUndefined();
    expect(buckets.folderOf("scans")).toBeUndefined();
    expect(readdirSync(folder.path)).toEqual([]);

    mkdirSync(join(folder.path, "scans"));
    expect(buckets.folderOf("scans")).toBe(realpathSync(join(folder.path, "scans")));
  });

  it("isn't a file, a link in the data folder, or anything outside of it", async () => {
    await using folder = await temporaryFolder();
    const inBuckets = join(folder.path, "data/buckets");
    mkdirSync(inBuckets, { recursive: true });
    mkdirSync(join(folder.path, "outside"));
    writeFileSync(join(inBuckets, "file"), "");
    symlinkSync(join(folder.path, "outside"), join(inBuckets, "link"));
    const buckets = createBuckets({ dir: join(folder.path, "data") });

    for (const name of ["file", "link", "", ".", "..", "../../outside", "constructor", "Photos"]) {
      expect(buckets.folderOf(name)).toBeUndefined();
    }
  });
});
