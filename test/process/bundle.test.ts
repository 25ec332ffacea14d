import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { cloudAt, startProcess } from "../support/process/process.ts";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

// The bundler takes out a call whose result nobody uses, also where it was made for its error.
it("has no block that tries nothing", async () => {
  const files = ["main.js", ...(await readdir(join(dist, "main"))).map((file) => join("main", file))];
  const code = files.filter((file) => file.endsWith(".js"));
  const empty = await Promise.all(
    code.map(async (file) => {
      const text = await readFile(join(dist, file), "utf8");
      return [...text.matchAll(/\btry\s*\{\s*(?:return(?: true| false|)\s*;?\s*)?\}/g)].map(
        ({ index }) => `${file}: ${text.slice(index - 200, index + 100)}`,
      );
    }),
  );

  expect(code.length).toBeGreaterThan(5);
  expect(empty.flat()).toEqual([]);
});

it("refuses a proxy whose password can't be decoded", async () => {
  await using app = await startProcess({
    ...cloudAt("https://imm.test"),
    HTTPS_PROXY: "http://ann:s3cret%zz@proxy.example.com",
  });

  expect(await app.exited).toBe(1);
  expect(app.stderr).toContain("HTTPS_PROXY: its value is not the address of an HTTP proxy such as");
  expect(app.stderr).not.toContain("s3cret");
});
