import { readFile } from "node:fs/promises";
import { parse } from "lossless-json";

/**
 * Reads the JSON file that a setting names.
 *
 * @throws Error that tells the setting, the file and what is wrong, and nothing of what the file holds.
 */
export async function readJson(setting: string, file: string): Promise<unknown> {
  try {
    // A member that comes twice is refused: the later of two conditions would else take the place of the first.
    return parse(await readFile(file, "utf8"), undefined, Number);
  } catch (cause) {
    // Of a file that isn't JSON the parser's message quotes a piece, which may be a secret.
    const reason =
      cause instanceof SyntaxError ? "it is not JSON, or names a member twice" : (cause as Error).message;
    throw new Error(`${setting}: ${file} can't be read: ${reason}.`, { cause });
  }
}
