import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ImmError } from "../../../src/imm/error.ts";
import {
  defaultCredentials,
  fixedCredentials,
  tryCredentials,
} from "../../../src/imm/transports/credentials.ts";
import { testClock } from "../../support/clock.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { bytes, closedPort, json, startUpstream } from "../../support/upstream/upstream.ts";

describe("the default chain", () => {
  let home: Awaited<ReturnType<typeof temporaryFolder>>;

  // Nothing of this machine, and no metadata service is asked.
  beforeEach(async () => {
    home = await temporaryFolder();
    for (const name of Object.keys(process.env)) {
      if (name.startsWith("ALIBABA_CLOUD_")) vi.stubEnv(name, undefined);
    }
    vi.stubEnv("HOME", home.path);
    vi.stubEnv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await home[Symbol.asyncDispose]();
  });

  const write = async (path: string, content: string) => {
    const file = join(home.path, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  const profile = (settings: object) =>
    JSON.stringify({ current: "mine", profiles: [{ name: "mine", ...settings }] });
  const cli = ".aliyun/config.json";
  const key = { access_key_id: "id", access_key_secret: "s3cret" };

  /** Why no credentials were found. */
  const reason = async () => {
    try {
      await defaultCredentials()("ListProjects");
    } catch (error) {
      return (error as ImmError).reason;
    }
  };

  it("answers its first calls, all at once, with the environment's key", async () => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
    const credentials = defaultCredentials();

    const answers = await Promise.all([1, 2, 3].map(() => credentials("ListProjects")));

    for (const answer of answers) {
      expect(answer).toMatchObject({
        accessKeyId: "id",
        accessKeySecret: "secret",
        providerName: "default/env",
      });
    }
  });

  it("hands on a security token", async () => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "STS.id");
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
    vi.stubEnv("ALIBABA_CLOUD_SECURITY_TOKEN", "token");

    expect(await defaultCredentials()("ListProjects")).toMatchObject({ securityToken: "token" });
  });

  it("fails as a call does where there is none, and finds one that comes later", async () => {
    const credentials = defaultCredentials();

    await expect(credentials("ListProjects")).rejects.toMatchObject({
      action: "ListProjects",
      failure: "malformed",
      code: "InvalidCredentials",
      message: "The gateway found no credentials for Alibaba Cloud.",
    });

    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
    expect(await credentials("ListProjects")).toMatchObject({ accessKeyId: "id" });
  });

  it("tells why each of its sources has none", async () => {
    expect(await reason()).toBe(
      [
        "environment: unable to get credentials from enviroment variables, Access key ID must be specified via environment variable (ALIBABA_CLOUD_ACCESS_KEY_ID)",
        "OIDC role: roleArn does not exist and env ALIBABA_CLOUD_ROLE_ARN is null",
        `aliyun's profile: reading aliyun cli config from '${join(home.path, cli)}' failed`,
        `SDK's profile: ENOENT ${join(home.path, ".alibabacloud/credentials")}`,
        "ECS metadata: IMDS credentials is disabled",
        "credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not set",
      ].join("; "),
    );
  });

  it.each([
    ["an unknown mode", profile({ mode: "Magic", ...key }), "unsupported profile mode 'Magic'"],
    [
      "a CloudSSO session that is over",
      profile({ mode: "CloudSSO", access_token: "s3cret", cloud_sso_access_token_expire: 1 }),
      "CloudSSO access token is empty or expired, please re-login with cli",
    ],
    [
      "OAuth of no site",
      profile({ mode: "OAuth", oauth_refresh_token: "s3cret" }),
      "invalid OAuth site type, support CN or INTL",
    ],
    [
      "a key without its secret",
      profile({ mode: "AK", access_key_id: "s3cret" }),
      "the access key secret is empty",
    ],
    [
      "a command that fails",
      profile({ mode: "External", process_command: "/nonexistent/s3cret --password s3cret" }),
      "failed to execute external command",
    ],
    [
      "broken JSON",
      profile({ mode: "AK", ...key }).slice(0, -1),
      "failed (it is not JSON, or begins with a byte order mark)",
    ],
    [
      "a byte order mark",
      `\ufeff${profile({ mode: "AK", ...key })}`,
      "failed (it is not JSON, or begins with a byte order mark)",
    ],
    ["no profile", "{}", "no any configured profiles in"],
    [
      "another current one",
      '{"current":"other","profiles":[{"name":"s3cret"}]}',
      "unable to get profile with 'other'",
    ],
  ])("tells what is wrong with aliyun's profile, and no secret of it: %s", async (_what, content, part) => {
    await write(cli, content);

    const why = await reason();

    expect(why).toMatch(/; aliyun's profile: /);
    expect(why).toContain(part);
    expect(why).not.toContain("s3cret");
  });

  it.each([
    ["no type", "[default]\naccess_key_secret=s3cret", 'Can not find credential type for "default"'],
    ["another type", "[default]\ntype=magic\naccess_key_secret=s3cret", "Invalid type option, support"],
    ["a byte order mark", "\ufeff[default]\ntype=access_key", 'Can not find credential type for "default"'],
    ["JSON", JSON.stringify(key), 'Can not find credential type for "default"'],
  ])("tells what is wrong with the SDK's profile, and no secret of it: %s", async (_what, content, cause) => {
    await write(".alibabacloud/credentials", content);

    const why = await reason();

    expect(why).toContain(`; SDK's profile: ${cause}`);
    expect(why).not.toContain("s3cret");
  });

  it.each([
    [
      "a refusal",
      json(403, { Code: "NoPermission", Message: "s3cret" }),
      "get sts token failed (HTTP 403, NoPermission)",
    ],
    ["HTML", bytes(200, "<html>s3cret</html>"), "get sts token failed, json parse failed"],
    ["text", bytes(200, "s3cret"), "get sts token failed, json parse failed"],
    [
      "half a key",
      json(200, { AccessKeyId: "id", AccessKeySecret: "s3cret" }),
      "error retrieving credentials from credentialsURI",
    ],
  ])("tells what a credentials URI answers, and no secret of it: %s", async (_what, answer, ending) => {
    await using upstream = await startUpstream(answer);
    vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", `${upstream.url}/?token=s3cret`);

    const why = await reason();

    expect(why).toMatch(/; credentials URI: /);
    expect(why?.endsWith(ending)).toBe(true);
    expect(why).not.toContain("s3cret");
  });

  it("tells that a credentials URI can't be reached, and no secret of it", async () => {
    vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", `${await closedPort()}/?token=s3cret`);

    const why = await reason();

    expect(why?.endsWith("; credentials URI: ECONNREFUSED")).toBe(true);
  });

  it("stays with the source that it found", async () => {
    await using upstream = await startUpstream(
      json(200, {
        AccessKeyId: "id",
        AccessKeySecret: "secret",
        SecurityToken: "token",
        Expiration: "2100-01-01T00:00:00Z",
      }),
    );
    vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", upstream.url);
    const credentials = defaultCredentials();

    const answers = await Promise.all([1, 2, 3].map(() => credentials("ListProjects")));

    for (const answer of [...answers, await credentials("ListProjects")]) {
      expect(answer).toEqual({
        ...{ accessKeyId: "id", accessKeySecret: "secret", securityToken: "token" },
        providerName: "default/credential_uri",
      });
    }
    expect(upstream.requests).toHaveLength(1);
  });

  it("keeps a key for a second, and sees then that another took its place", async () => {
    const set = (id: string) => {
      vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", id);
      vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
    };
    const clock = testClock();
    const credentials = defaultCredentials(clock);
    const id = async () => (await credentials("ListProjects")).accessKeyId;
    set("first");
    expect(await id()).toBe("first");

    set("second");
    await clock.advance(999);
    expect(await id()).toBe("first");
    await clock.advance(1);
    expect(await id()).toBe("second");

    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", undefined);
    await clock.advance(1_000);
    await expect(credentials("ListProjects")).rejects.toMatchObject({ code: "InvalidCredentials" });
  });

  it.each(["id\n", " id", "id\u00a0"])("is none if its key can't be sent: %j", async (access_key_id) => {
    await write(cli, profile({ mode: "AK", ...key, access_key_id }));

    expect(await reason()).toContain(
      "aliyun's profile: its AccessKey holds white space, or another character that no AccessKey has",
    );
  });

  it("is tried at a start: one warning that says what is in the way, or none", async () => {
    const warnings: string[] = [];
    const logger = { warn: (message: string) => void warnings.push(message) };

    await tryCredentials(defaultCredentials(), logger);

    expect(warnings).toEqual([
      `No credentials for Alibaba Cloud were found, so calls to IMM will fail. Tried: ${await reason()}. Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET and restart, or fix one of the other sources: every call tries them again.`,
    ]);
    await write(cli, profile({ mode: "AK", ...key }));
    await tryCredentials(defaultCredentials(), logger);
    expect(warnings).toHaveLength(1);
  });
});

describe("one fixed key", () => {
  it.each([
    ["static_ak", {}],
    ["static_sts", { securityToken: "token" }],
  ])("tells IMM that it is %s", async (providerName, token) => {
    const key = { accessKeyId: "id", accessKeySecret: "secret", ...token };

    expect(await fixedCredentials(key)("GetProject")).toEqual({ ...key, providerName });
  });
});
