import { readFile } from "node:fs/promises";
import { parse as parseJson } from "lossless-json";

/**
 * Reads the JSON file that a setting names.
 *
 * @throws Error that names the setting, the file and what is wrong, and nothing of what the file holds.
 */
export async function readJson(setting: string, file: string): Promise<unknown> {
  try {
    // A member that comes twice is refused: the later of two conditions would else take the place of the first.
    return parseJson(await readFile(file, "utf8"), undefined, Number);
  } catch (cause) {
    // Of a file that isn't JSON the parser's message quotes a piece, which may be a secret.
    const reason =
      cause instanceof SyntaxError ? "it is not JSON, or names a member twice" : (cause as Error).message;
    throw new Error(`${setting}: ${file} can't be read: ${reason}.`, { cause });
  }
}

/**
 * Reads and parses the JSON file that a setting names.
 *
 * @throws Error that names the setting, for a file that can't be read and for a document that `parse` refuses.
 */
export async function readDocument<Parsed>(
  setting: string,
  file: string,
  parse: (document: unknown) => Parsed,
): Promise<Parsed> {
  const document = await readJson(setting, file);
  return withSettingName(setting, () => parse(document));
}

/** Prefixes what is thrown with the setting that it is about. */
export function withSettingName<Made>(setting: string, make: () => Made): Made {
  try {
    return make();
  } catch (cause) {
    throw new Error(`${setting}: ${(cause as Error).message}`, { cause });
  }
}
