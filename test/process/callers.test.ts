import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { startProcess } from "../support/process/process.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const policy = (Action: string) => ({
  Version: "1",
  Statement: [{ Effect: "Allow", Action, Resource: "*" }],
});

/** A folder with a file for each of these documents, by their settings. */
async function filesOf(documents: Record<string, unknown>) {
  const folder = await temporaryFolder();
  const settings: Record<string, string> = { IMM_LOCAL_DIR: folder.path };
  for (const [name, document] of Object.entries(documents)) {
    settings[name] = join(folder.path, `${name}.json`);
    await writeFile(settings[name], typeof document === "string" ? document : JSON.stringify(document));
  }
  return { settings, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

describe("the process with callers", () => {
  it("lets each do what the policies of their roles allow, also from other machines, and says so", async () => {
    await using files = await filesOf({
      IMM_TOKENS: [
        { name: "ann", roles: ["reader"], sha256: sha256("secret of ann") },
        { name: "router", roles: ["admin"], sha256: sha256("c2VjcmV0") },
      ],
      IMM_POLICIES: { reader: [policy("imm:Get*")], admin: [policy("imm:*")] },
    });
    await using app = await startProcess({ ...files.settings, HOST: "0.0.0.0", IMM_AUTH: "token" });
    const ask = (query: string, token?: string) =>
      app.send(query, {}, token === undefined ? {} : { authorization: `Bearer ${token}` });
    const create = 'mutation { createProject(input: { projectName: "atlas" }) { project { projectName } } }';

    expect((await ask("{ __typename }")).errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED" });
    expect((await ask("{ __typename }", "secret of ann")).errors?.[0]?.extensions).toEqual({
      code: "UNAUTHENTICATED",
    });
    expect(await ask(create, "c2VjcmV0")).toEqual({
      data: { createProject: { project: { projectName: "atlas" } } },
    });
    expect(
      await ask("{ viewer { name roles can(action: CREATE_PROJECT) { allowed } } }", "c2VjcmV0"),
    ).toEqual({
      data: { viewer: { name: "router", roles: ["admin"], can: { allowed: true } } },
    });
    expect(app.log.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([
        `callers: by a token of ${files.settings["IMM_TOKENS"]} (IMM_AUTH=token)`,
        `permissions: by the RAM policies of ${files.settings["IMM_POLICIES"]} (IMM_POLICIES)`,
        "rate: 6000 requests of a caller in 60 s, counted by this process alone (IMM_RATE_LIMIT)",
      ]),
    );
    expect(app.stderr).not.toContain("c2VjcmV0");
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["tokens that aren't JSON", { IMM_TOKENS: "secret" }, "it is not JSON, or names a member twice."],
    ["tokens without a hash", { IMM_TOKENS: [{ name: "a", roles: [] }] }, "tokens.0.sha256: "],
    [
      "a policy with a condition key that nothing fills",
      {
        IMM_TOKENS: [{ name: "a", roles: [], sha256: sha256("a") }],
        IMM_POLICIES: {
          reader: [
            {
              Version: "1",
              Statement: [
                {
                  Effect: "Deny",
                  Action: "imm:*",
                  Resource: "*",
                  Condition: { Bool: { "acs:MFAPresent": "false" } },
                },
              ],
            },
          ],
        },
      },
      'policies.reader.0: Statement[0].Condition.Bool: "acs:MFAPresent" is not allowed. Allowed: acs:SourceIp, acs:SecureTransport, acs:CurrentTime, acs:UserAgent.',
    ],
  ])("doesn't start with %s, and says what is wrong with them", async (_what, documents, message) => {
    await using files = await filesOf(documents);
    await using app = await startProcess({ ...files.settings, IMM_AUTH: "token" });

    expect(await app.exited).toBe(1);
    expect(app.stderr).toContain(message);
    expect(app.stderr).not.toContain("secret");
    expect(app.stderr).not.toContain("    at ");
    expect(app.stdout).toBe("");
  });

  it("doesn't start for other machines while anybody may call", async () => {
    await using app = await startProcess({ HOST: "0.0.0.0" });

    expect(await app.exited).toBe(1);
    expect(app.stderr).toBe(
      'The settings are not usable:\n  HOST: "0.0.0.0" lets other machines call, and with IMM_AUTH=none anybody may do everything: set IMM_AUTH to jwt or token, or HOST to 127.0.0.1.\n',
    );
  });
});
