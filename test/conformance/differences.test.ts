import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { differences } from "./differences.ts";

const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".test.ts"));
const texts = await Promise.all(files.map((name) => readFile(`${import.meta.dirname}/${name}`, "utf8")));

describe("the list of differences", () => {
  const listed = Object.values(differences).flatMap((skipped) => Object.keys(skipped));

  it.each(listed)("names a test that is there: %s", (name) => {
    expect(texts.filter((text) => text.includes(`"${name}`))).toHaveLength(1);
  });
});
