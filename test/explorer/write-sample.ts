import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Editors } from "../../src/explorer/editor/operation.ts";
import { languages } from "../../src/explorer/samples/languages.ts";
import { writeCode } from "../../src/explorer/samples/write-code.ts";
import { schema } from "./schema.ts";

/** Where IMM's own clients are told to call. */
export const imm = { region: "cn-shanghai", endpoint: "imm.cn-shanghai.aliyuncs.com" };

/** What the code panel writes for what stands in the editors, in one of its languages. */
export function write(
  language: string,
  { query = "", variables = "", headers = "", operationName, caret }: Partial<Editors>,
  endpoint = "http://127.0.0.1:4000/graphql",
) {
  const found = languages.find(({ id }) => id === language)!;
  return writeCode(found, { query, variables, headers, operationName, caret }, { endpoint, schema, imm });
}

/** The same, where there is code. */
export async function codeOf(...args: Parameters<typeof write>): Promise<string> {
  const written = await write(...args);
  if ("problem" in written) throw new Error(written.problem);
  return written.code;
}

/** The code of operations in each of these languages, as `<language>-<name>`. */
export async function programsOf(
  ids: readonly string[],
  operations: Readonly<Record<string, Parameters<typeof write>[1]>>,
  endpoint: string,
): Promise<Record<string, string>> {
  const samples = ids.flatMap((language) =>
    Object.entries(operations).map(
      async ([name, operation]) =>
        [`${language}-${name}`, await codeOf(language, operation, endpoint)] as const,
    ),
  );
  return Object.fromEntries(await Promise.all(samples));
}

/** What they import. */
export const samplePackages = ["@graphql-typed-document-node/core", "graphql", "graphql-request"];

/** Whether the machine has curl: only the real one shows what its sample does. */
export const hasCurl = await promisify(execFile)("curl", ["--version"]).then(
  () => true,
  () => false,
);
