import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultCredentials, fixedCredentials } from "../../src/imm/transport-credentials.ts";

describe("the default chain", () => {
  // The environment alone: nothing of this machine, and no metadata service is asked.
  beforeEach(() => {
    for (const name of Object.keys(process.env)) {
      if (name.startsWith("ALIBABA_CLOUD_")) vi.stubEnv(name, undefined);
    }
    vi.stubEnv("HOME", "/nonexistent");
    vi.stubEnv("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true");
    vi.stubEnv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
  });
  afterEach(() => vi.unstubAllEnvs());

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
