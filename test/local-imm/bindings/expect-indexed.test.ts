import { expect, it } from "vitest";
import { expectIndexed } from "../../../src/local-imm/bindings/expect-indexed.ts";
import { type StoreWithBinding, storeWithBinding } from "./store-with-binding.ts";
import { makeFolder } from "../start.ts";

const save = ({ store, binding: { DatasetId } }: StoreWithBinding, URI: string, isIndexed = true) =>
  store.files.save({
    ...{ DatasetId, URI, CreateTime: 0n, UpdateTime: 0n, Size: 1n },
    ...{
      ObjectStatus: isIndexed ? "Indexed" : "Failed",
      Document: "{}",
      Given: "{}",
      fields: {},
      Text: null,
      ImageHash: null,
    },
  });

/** What a binding expects to find, below a folder. */
function seenBelow(made: StoreWithBinding, folder = ""): string[] {
  const { BindingId } = made.binding;
  const keys: string[] = [];
  for (let After: string | undefined = ""; After !== undefined;) {
    const page = made.store.seen.page({ BindingId, Folder: folder, After });
    keys.push(...page.map(([name]) => folder + name));
    After = page.at(-1)?.[0];
  }
  return keys.flatMap((key) => (key.endsWith("/") ? [key, ...seenBelow(made, key)] : [key]));
}

it("expects the files of the bucket, however many, with their folders, and no others", async () => {
  using folder = makeFolder();
  using made = storeWithBinding(folder.path);
  const keys = Array.from({ length: 1_201 }, (_, n) => `${n % 7}/${n % 3}/${n}`);
  made.store.transaction(() => {
    for (const key of [...keys, "top", "汉/𠀀'"]) save(made, `oss://shots/${key}`);
    for (const other of ["oss://shots0/a", "oss://shot/a", "oss://shots-1/a", "pds://shots/a"])
      save(made, other);
    save(made, "oss://shots/failed", false);
  });

  await expectIndexed(made.binding, { store: made.store, isClosed: () => false });

  const seen = seenBelow(made);
  const folders = keys.flatMap((key) => [key.slice(0, 2), key.slice(0, 4)]);
  expect(seen.toSorted()).toEqual(
    [...new Set([...keys, ...folders, "failed", "top", "汉/", "汉/𠀀'"])].toSorted(),
  );
});

it("expects nothing for a binding that is gone, nor after the end", async () => {
  using folder = makeFolder();
  using made = storeWithBinding(folder.path);
  made.store.transaction(() => save(made, "oss://shots/a"));

  await expectIndexed(made.binding, { store: made.store, isClosed: () => true });
  made.store.transaction(() => made.store.bindings.delete(made.binding));
  await expectIndexed(made.binding, { store: made.store, isClosed: () => false });

  expect(seenBelow(made)).toEqual([]);
});
