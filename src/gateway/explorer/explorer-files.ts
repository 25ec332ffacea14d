import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { ImmEndpointInfo } from "../../contract/contract-types.ts";

/** The explorer's page and what it loads, ready to be served. */
export interface Explorer {
  readonly page: string;
  /** By path: `/explorer/…`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** A file that the page loads; its name changes with its content. */
export interface Asset {
  readonly type: string;
  /** The same content as it is, and compressed where that makes it smaller. */
  readonly encodings: Readonly<Partial<Record<Encoding, Buffer<ArrayBuffer>>>>;
}

export type Encoding = "br" | "gzip" | "identity";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};

const encodingOf: Readonly<Record<string, Encoding>> = { ".br": "br", ".gz": "gzip" };

/**
 * Reads the built explorer from a folder: `index.html`, and what it loads in `explorer/`.
 *
 * @throws Error where it isn't there.
 */
export async function readExplorer(folder: URL, info: ImmEndpointInfo): Promise<Explorer> {
  const html = await readPage(folder);
  const page = Object.entries(info).reduce((text, [name, fact]) => text.replace(`%${name}%`, fact), html);

  const assets = new Map<string, Asset>();
  const names = await readdir(new URL("explorer/", folder));
  await Promise.all(
    names.map(async (file) => {
      const encoding = encodingOf[extname(file)] ?? "identity";
      const name = encoding === "identity" ? file : file.slice(0, -extname(file).length);
      const content = await readFile(new URL(`explorer/${file}`, folder));
      const path = `/explorer/${name}`;
      assets.set(path, {
        type: types[extname(name)] ?? "application/octet-stream",
        encodings: { ...assets.get(path)?.encodings, [encoding]: content },
      });
    }),
  );
  return { page, assets };
}

async function readPage(folder: URL): Promise<string> {
  try {
    return await readFile(new URL("index.html", folder), "utf8");
  } catch (cause) {
    throw new Error("The explorer isn't built: run `npm run build`, or set IMM_EXPLORER=off.", { cause });
  }
}
