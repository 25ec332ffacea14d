import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";
import { defaultLimits } from "../src/gateway/operations/limits.ts";

describe("the settings", () => {
  it("are a local IMM on this machine where nothing is set", () => {
    expect(readConfig({})).toEqual({
      profile: "development",
      warnings: [],
      deadlineMs: 15_000,
      callsPerSecond: 100,
      host: "127.0.0.1",
      port: 4000,
      keepAliveMs: 75_000,
      region: "cn-shanghai",
      accountId: "1000000000000000",
      transport: "openapi",
      authentication: { kind: "none" },
      trustedProxies: [],
      corsOrigins: [],
      explorer: true,
      traceCalls: true,
      introspection: true,
      suggestions: true,
      limits: defaultLimits,
      logLevel: "info",
      traces: false,
      backend: {
        kind: "local",
        accountId: "1000000000000000",
        dir: ".imm",
        port: 4100,
        keysFile: undefined,
        buckets: {},
      },
    });
  });

  it("find the cloud's endpoint by its region", () => {
    const cloud = { IMM_BACKEND: "cloud", IMM_REGION: "cn-hangzhou" };

    expect(readConfig(cloud).backend).toEqual({
      kind: "cloud",
      endpoint: "https://imm.cn-hangzhou.aliyuncs.com",
    });
    expect(readConfig({ ...cloud, IMM_ENDPOINT: "http://127.0.0.1:9" }).backend).toEqual({
      kind: "cloud",
      endpoint: "http://127.0.0.1:9",
    });
    expect(readConfig({ ...cloud, IMM_REGION: "cn-beijing-gov-1" }).backend).toEqual({
      kind: "cloud",
      endpoint: "https://imm-vpc.cn-beijing-gov-1.aliyuncs.com",
    });
  });

  it("keep what shows how the gateway works to the local backend, unless asked otherwise", () => {
    const cloud = { IMM_BACKEND: "cloud", IMM_REGION: "cn-hangzhou" };

    expect(readConfig(cloud)).toMatchObject({ explorer: false, traceCalls: false });
    expect(readConfig({ ...cloud, IMM_EXPLORER: "on", IMM_TRACE_CALLS: "on" })).toMatchObject({
      explorer: true,
      traceCalls: true,
    });
    expect(readConfig({ IMM_EXPLORER: "off" })).toMatchObject({ explorer: false, traceCalls: true });
    expect(() => readConfig({ IMM_EXPLORER: "yes" })).toThrow('IMM_EXPLORER: "yes" is not on or off.');
  });

  it("show nothing of how it works in production, unless asked otherwise", () => {
    const shown = { explorer: true, traceCalls: true, introspection: true, suggestions: true };
    const hidden = { explorer: false, traceCalls: false, introspection: false, suggestions: false };
    const on = { IMM_EXPLORER: "on", IMM_TRACE_CALLS: "on", IMM_INTROSPECTION: "on", IMM_SUGGESTIONS: "on" };

    expect(readConfig({ NODE_ENV: "development" })).toMatchObject(shown);
    expect(readConfig({ NODE_ENV: "production" })).toMatchObject(hidden);
    expect(readConfig({ NODE_ENV: "production", ...on })).toMatchObject(shown);
  });

  it.each([
    ...["production ", " production", "production\r", "Production", "PRODUCTION", '"production"'],
    ...["prod", "PROD", "prod-eu", "productoin", "production,"],
  ])("refuse %j, which is production to whoever wrote it and development to what reads it", (NODE_ENV) => {
    expect(() => readConfig({ NODE_ENV })).toThrow(
      new ConfigError([
        `NODE_ENV: ${JSON.stringify(NODE_ENV)} is not production, and would mean development: write production, in lower case and with nothing around it.`,
      ]),
    );
  });

  it.each([undefined, "", " ", "development", "test", "staging", "preprod", "non-production"])(
    "are those of development with %j",
    (NODE_ENV) => {
      expect(readConfig({ NODE_ENV })).toEqual(readConfig({}));
    },
  );

  it("are the same with white space around them, and not set where there is nothing else", () => {
    const settings = {
      HOST: "127.0.0.1",
      PORT: "4001",
      IMM_BACKEND: "local",
      IMM_REGION: "cn-hangzhou",
      IMM_ACCOUNT_ID: "123",
      IMM_TRANSPORT: "openapi",
      IMM_GRAPH: "subgraph",
      IMM_GRAPH_RENAME: "Project=ImmProject",
      IMM_AUTH: "jwt",
      IMM_JWT_ISSUER: "https://id.example.com/",
      IMM_JWT_AUDIENCE: "imm",
      IMM_JWT_JWKS: "https://id.example.com/jwks.json",
      IMM_JWT_ALGORITHMS: "ES256",
      IMM_JWT_CLOCK_TOLERANCE: "9",
      IMM_JWT_ROLES_CLAIM: "groups",
      IMM_POLICIES: "policies.json",
      IMM_TRUSTED_PROXIES: "loopback",
      IMM_RATE_LIMIT: "5/1",
      IMM_DEADLINE_MS: "2500",
      IMM_PROJECT_QPS: "33",
      IMM_MAX_COST: "7",
      IMM_CORS_ORIGINS: "https://app.example.com",
      IMM_TRUSTED_DOCUMENTS: "manifest.json",
      IMM_INTROSPECTION: "off",
      IMM_METRICS_PORT: "9464",
      IMM_LOCAL_DIR: "data",
      IMM_LOCAL_PORT: "4101",
      IMM_LOCAL_KEYS: "keys.json",
      IMM_LOCAL_BUCKETS: "photos=pictures",
      OTEL_TRACES_EXPORTER: "none",
      OTEL_SDK_DISABLED: "true",
    };
    const around = (pad: (value: string) => string) =>
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, pad(value)]));

    expect(readConfig(around((value) => ` \t${value}\r\n`))).toEqual(readConfig(settings));
    expect(readConfig(around(() => " \t\r\n"))).toEqual(readConfig({}));
  });

  describe("of proxies", () => {
    const cloud = { IMM_BACKEND: "cloud", IMM_REGION: "cn-hangzhou" };
    const proxy = "http://proxy.example.com:3128";

    it("are the usual variables, in lower case first", () => {
      const upper = { HTTPS_PROXY: proxy, HTTP_PROXY: "http://other:1", NO_PROXY: "localhost,.internal" };
      const proxies = { https: proxy, http: "http://other:1", noProxy: "localhost,.internal" };

      expect(readConfig(cloud).proxies).toBeUndefined();
      expect(readConfig({ ...cloud, NO_PROXY: "*" }).proxies).toBeUndefined();
      expect(readConfig({ ...cloud, ...upper }).proxies).toEqual(proxies);
      expect(readConfig({ ...cloud, https_proxy: proxy }).proxies).toEqual({ https: proxy });
      expect(
        readConfig({ ...cloud, ...upper, https_proxy: "http://first:1", http_proxy: "", no_proxy: "*" })
          .proxies,
      ).toEqual({ ...proxies, https: "http://first:1", noProxy: "*" });
    });

    it.each([
      ["proxy.example.com:3128", proxy],
      ["ann:s3cret@proxy.example.com:3128", "http://ann:s3cret@proxy.example.com:3128"],
      ["https://proxy.example.com/", "https://proxy.example.com/"],
      ["HTTP://[::1]:3128", "HTTP://[::1]:3128"],
    ])("may leave out the protocol: %s", (HTTPS_PROXY, https) => {
      expect(readConfig({ ...cloud, HTTPS_PROXY }).proxies).toEqual({ https });
    });

    it.each([
      "socks5://ann:s3cret@proxy.example.com",
      "http://ann:s3cret@",
      "http://ann:s3cret",
      "http://ann:s3/cret@proxy.example.com",
      "http://ann:s3cret%zz@proxy.example.com",
      "http://proxy.example.com/?s3cret",
      "ftp.example.com s3cret",
    ])("name what can't be one, and nothing of it: %s", (value) => {
      for (const name of ["HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"]) {
        const IMM_ENDPOINT = `${name.slice(0, -"_proxy".length).toLowerCase()}://imm.example.com`;
        expect(() => readConfig({ ...cloud, IMM_ENDPOINT, [name]: value })).toThrow(
          new ConfigError([`${name}: its value is not the address of an HTTP proxy such as ${proxy}.`]),
        );
      }
    });

    const bad = "socks5h://proxy.example.com";
    const jwt = { IMM_AUTH: "jwt", IMM_JWT_ISSUER: "https://id.example.com/", IMM_JWT_AUDIENCE: "imm" };

    it.each<[string, Record<string, string>]>([
      ["calls no other machine", { HTTPS_PROXY: bad }],
      ["calls IMM by HTTPS", { ...cloud, HTTP_PROXY: bad }],
      ["calls IMM by HTTP", { ...cloud, IMM_ENDPOINT: "http://imm.example.com", HTTPS_PROXY: bad }],
      ["calls IMM on this machine", { ...cloud, IMM_ENDPOINT: "https://localhost.:9", HTTPS_PROXY: bad }],
      ["calls IMM by the SDK", { ...cloud, IMM_TRANSPORT: "sdk", HTTPS_PROXY: bad }],
      ["excepts IMM", { ...cloud, HTTPS_PROXY: bad, NO_PROXY: "aliyuncs.com" }],
      ["reads its issuer's keys from a file", { ...jwt, IMM_JWT_JWKS: "keys.json", HTTPS_PROXY: bad }],
      ["reads them on this machine", { ...jwt, IMM_JWT_JWKS: "http://[::1]:9/keys", HTTP_PROXY: bad }],
    ])("may be what can't be used if the gateway %s", (_what, settings) => {
      expect(readConfig(settings).proxies).toBeUndefined();
    });

    it("count as they take effect: in lower case first", () => {
      const { proxies } = readConfig({ ...cloud, https_proxy: proxy, HTTPS_PROXY: bad, HTTP_PROXY: bad });
      expect(proxies).toEqual({ https: proxy });
      expect(() => readConfig({ ...cloud, https_proxy: bad, HTTPS_PROXY: proxy })).toThrow(
        "https_proxy: its",
      );
    });

    it("are checked for the issuer's keys", () => {
      const keys = { ...jwt, IMM_JWT_JWKS: "https://id.example.com/keys" };

      expect(() => readConfig({ ...keys, HTTPS_PROXY: bad })).toThrow("HTTPS_PROXY: its value");
      expect(() => readConfig({ ...cloud, IMM_TRANSPORT: "sdk", ...keys, HTTPS_PROXY: bad })).toThrow(
        "HTTPS_PROXY: its value",
      );
      expect(readConfig({ ...keys, HTTPS_PROXY: proxy }).proxies).toEqual({ https: proxy });
    });

    it("warn of exceptions that have no effect", () => {
      const fine =
        "a.test,.a.test,*.a.test,*a.test,a.test.,a.test:80,10.0.0.1,10.0.0.0/8,::1,[::1]:80,fd00::/8";
      const odd = ["https://b.test", "ann:s3cret@b.test", "b.*", "10.0.0.0/33", "10.0.0.1-10.0.0.9"];

      const { warnings } = readConfig({
        ...{ ...cloud, HTTPS_PROXY: proxy },
        no_proxy: `${fine} ${odd.join(", ")}`,
      });

      expect(warnings).toEqual(
        ["https://b.test", "…@b.test", "b.*", "10.0.0.0/33", "10.0.0.1-10.0.0.9"].map(
          (entry) =>
            `no_proxy: "${entry}" has no effect: write a host name, an address, or a block such as 10.0.0.0/8, without a scheme.`,
        ),
      );
      expect(readConfig({ ...cloud, HTTPS_PROXY: proxy, NO_PROXY: "*" }).warnings).toEqual([]);
      expect(readConfig({ NO_PROXY: "b.*" }).warnings).toEqual([]);
    });
  });

  it("are told without the password before a host, whatever is in it", () => {
    expect(() =>
      readConfig({
        IMM_BACKEND: "cloud",
        IMM_REGION: "cn-hangzhou",
        IMM_ENDPOINT: "https://ann:s3/c@ret@imm.example.com",
      }),
    ).toThrow('IMM_ENDPOINT: "https://…@imm.example.com" is not an address');
  });

  it("know callers by a JWT", () => {
    const settings = {
      IMM_AUTH: "jwt",
      IMM_JWT_ISSUER: "https://id.example.com/",
      IMM_JWT_AUDIENCE: "imm, imm-graphql",
      IMM_JWT_JWKS: "https://id.example.com/jwks.json",
    };
    const jwt = {
      kind: "jwt",
      issuer: "https://id.example.com/",
      audience: ["imm", "imm-graphql"],
      jwks: "https://id.example.com/jwks.json",
      algorithms: ["RS256"],
      clockToleranceSeconds: 5,
      rolesClaim: "roles",
    };

    expect(readConfig(settings)).toMatchObject({
      authentication: jwt,
      rateLimit: { requests: 6000, seconds: 60 },
    });
    expect(
      readConfig({
        ...settings,
        HOST: "0.0.0.0",
        IMM_JWT_ALGORITHMS: "ES256,EdDSA",
        IMM_JWT_CLOCK_TOLERANCE: "0",
        IMM_JWT_ROLES_CLAIM: "realm_access.roles",
      }),
    ).toMatchObject({
      host: "0.0.0.0",
      authentication: {
        ...jwt,
        algorithms: ["ES256", "EdDSA"],
        clockToleranceSeconds: 0,
        rolesClaim: "realm_access.roles",
      },
    });
  });

  it("know callers by a token, and what they may do by policies", () => {
    expect(
      readConfig({
        IMM_AUTH: "token",
        IMM_TOKENS: "tokens.json",
        IMM_POLICIES: "policies.json",
        IMM_TRUSTED_PROXIES: "loopback, 10.0.0.0/8,2001:db8::/32",
        IMM_RATE_LIMIT: "5/1",
        IMM_CORS_ORIGINS: "https://app.example.com,http://localhost:5173",
        IMM_TRUSTED_DOCUMENTS: "manifest.json",
      }),
    ).toMatchObject({
      authentication: { kind: "token", file: "tokens.json" },
      policiesFile: "policies.json",
      trustedProxies: ["loopback", "10.0.0.0/8", "2001:db8::/32"],
      rateLimit: { requests: 5, seconds: 1 },
      corsOrigins: ["https://app.example.com", "http://localhost:5173"],
      trustedDocumentsFile: "manifest.json",
    });
  });

  it("say what a request may cost", () => {
    expect(readConfig({ IMM_MAX_BODY_BYTES: "1", IMM_MAX_LIST_SIZE: "7", IMM_MAX_COST: "9" }).limits).toEqual(
      {
        ...defaultLimits,
        bodyBytes: 1,
        listSize: 7,
        cost: 9,
      },
    );
  });

  it("say how long a connection may be idle", () => {
    expect(readConfig({ IMM_KEEP_ALIVE_MS: "620000" })).toMatchObject({ keepAliveMs: 620_000 });
  });

  it("say how long the calls of a request may take, and how many a second a project is asked", () => {
    expect(readConfig({ IMM_DEADLINE_MS: "2500", IMM_PROJECT_QPS: "33" })).toMatchObject({
      deadlineMs: 2_500,
      callsPerSecond: 33,
    });
  });

  it.each(["0.0.0.0", "::", "192.168.1.5", "gateway.example.com"])(
    "don't let other machines call by %s while nobody is asked who they are",
    (HOST) => {
      expect(() => readConfig({ HOST })).toThrow(
        `HOST: "${HOST}" lets other machines call, and with IMM_AUTH=none anybody may do everything: set IMM_AUTH to jwt or token, or HOST to 127.0.0.1.`,
      );
    },
  );

  it.each([
    ["127.0.0.1", "127.0.0.1"],
    ["127.1.2.3", "127.1.2.3"],
    ["localhost", "localhost"],
    ["LOCALHOST", "localhost"],
    ["localhost.", "localhost"],
    // What resolves names doesn't know those below localhost everywhere.
    ["imm.localhost", "localhost"],
    ["::1", "::1"],
    ["[::1]", "::1"],
    ["0:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:1"],
    ["::1%lo", "::1"],
    // Of a machine without IPv6, too, this is an address.
    ["::ffff:127.0.0.1", "127.0.0.1"],
    ["[::FFFF:7f00:1]", "127.0.0.1"],
  ])("listen at %s without asking", (HOST, host) => {
    expect(readConfig({ HOST }).host).toBe(host);
  });

  it.each([
    ["0.0.0.0", "0.0.0.0"],
    ["[::]", "::"],
    ["::ffff:0.0.0.0", "0.0.0.0"],
    ["fe80::1%eth0", "fe80::1%eth0"],
    ["gateway.example.com.", "gateway.example.com."],
    ["bücher.example", "bücher.example"],
  ])("listen at %s for other machines where callers are known", (HOST, host) => {
    expect(readConfig({ HOST, IMM_AUTH: "token", IMM_TOKENS: "tokens.json" }).host).toBe(host);
  });

  it.each([
    ...["127.0.0.1:4000", "localhost:4000", "[::1]:4000", "http://127.0.0.1", "127.0.0.1/", "127.0.0.256"],
    ...["[127.0.0.1]", "[localhost]", "[::1", "::1::", "127.0.0.1 ::1", "ann@localhost", "1.2.3.4.5"],
  ])("refuse %s as what to listen at", (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(
      new ConfigError([
        `HOST: "${HOST.replace("ann@", "…@")}" is not an address or a host name such as 127.0.0.1, ::1 or localhost, without a scheme, port or path.`,
      ]),
    );
  });

  it.each([
    ["127.1", "127.0.0.1"],
    ["0x7f.1", "127.0.0.1"],
    ["0177.0.0.1", "127.0.0.1"],
    ["2130706433", "127.0.0.1"],
    ["127.0.0.1.", "127.0.0.1"],
    ["0", "0.0.0.0"],
    ["10.1", "10.0.0.1"],
  ])("refuse %s, which not everybody reads as %s", (HOST, plain) => {
    const auth = { IMM_AUTH: "token", IMM_TOKENS: "tokens.json" };
    const problem = `HOST: "${HOST}" is ${plain} to some programs and another address to others: write four decimal numbers, such as ${plain}.`;

    expect(() => readConfig({ HOST })).toThrow(new ConfigError([problem]));
    expect(() => readConfig({ HOST, ...auth })).toThrow(new ConfigError([problem]));
  });

  it("name everything that a way to know callers needs, and what goes with another", () => {
    expect(() => readConfig({ IMM_AUTH: "jwt", IMM_TOKENS: "tokens.json" })).toThrow(
      new ConfigError([
        "IMM_TOKENS: goes with IMM_AUTH=token.",
        "IMM_JWT_AUDIENCE: is needed with IMM_AUTH=jwt.",
        "IMM_JWT_ISSUER: is needed with IMM_AUTH=jwt.",
        "IMM_JWT_JWKS: is needed with IMM_AUTH=jwt.",
      ]),
    );
    expect(() => readConfig({ IMM_POLICIES: "policies.json", IMM_JWT_CLOCK_TOLERANCE: "1" })).toThrow(
      new ConfigError([
        "IMM_POLICIES: goes with IMM_AUTH=jwt or token.",
        "IMM_JWT_CLOCK_TOLERANCE: goes with IMM_AUTH=jwt.",
      ]),
    );
  });

  it("need the account's number for policies before the cloud", () => {
    const settings = {
      IMM_BACKEND: "cloud",
      IMM_REGION: "cn-shanghai",
      IMM_AUTH: "token",
      IMM_TOKENS: "tokens.json",
      IMM_POLICIES: "policies.json",
    };

    expect(() => readConfig(settings)).toThrow(
      new ConfigError(["IMM_ACCOUNT_ID: is needed with IMM_POLICIES: the names of resources have it."]),
    );
    expect(readConfig({ ...settings, IMM_ACCOUNT_ID: "123" }).accountId).toBe("123");
  });

  it("make the graph a subgraph, with new names for what clashes", () => {
    expect(readConfig({}).subgraph).toBeUndefined();
    expect(readConfig({ IMM_GRAPH: "standalone" }).subgraph).toBeUndefined();
    expect(readConfig({ IMM_GRAPH: "subgraph" }).subgraph).toEqual({ renames: {} });
    expect(
      readConfig({
        IMM_GRAPH: "subgraph",
        IMM_GRAPH_RENAME: "Project=ImmProject, Query.project = immProject",
      }).subgraph,
    ).toEqual({ renames: { Project: "ImmProject", "Query.project": "immProject" } });
  });

  it.each<[Record<string, string>, string]>([
    [{ IMM_AUTH: "basic" }, 'IMM_AUTH: "basic" is not none, jwt or token.'],
    [
      { IMM_AUTH: "jwt", IMM_JWT_ALGORITHMS: "HS256" },
      'IMM_JWT_ALGORITHMS: "HS256" is not an asymmetric algorithm such as RS256, PS256, ES256 or EdDSA.',
    ],
    [
      { IMM_AUTH: "jwt", IMM_JWT_CLOCK_TOLERANCE: "301" },
      'IMM_JWT_CLOCK_TOLERANCE: "301" is not a whole number, 0 to 300.',
    ],
    [
      { IMM_AUTH: "jwt", IMM_JWT_ROLES_CLAIM: "/a~/b" },
      'IMM_JWT_ROLES_CLAIM: "/a~/b" is not the name of a claim, a path such as realm_access.roles, or a JSON pointer such as /resource_access/my.client/roles (~1 stands for /, ~0 for ~).',
    ],
    [
      { IMM_RATE_LIMIT: "100" },
      'IMM_RATE_LIMIT: "100" is not off, or requests and seconds (86400 at most) such as 6000/60.',
    ],
    [
      { IMM_RATE_LIMIT: "1/86401" },
      'IMM_RATE_LIMIT: "1/86401" is not off, or requests and seconds (86400 at most) such as 6000/60.',
    ],
    [
      { IMM_TRUSTED_PROXIES: "0.0.0.0/0" },
      'IMM_TRUSTED_PROXIES: "0.0.0.0/0" is not an address, a CIDR block such as 10.0.0.0/8, loopback, linklocal or uniquelocal.',
    ],
    [
      { IMM_AUTH: "jwt", IMM_JWT_ISSUER: "a", IMM_JWT_JWKS: "b", IMM_JWT_AUDIENCE: " , " },
      "IMM_JWT_AUDIENCE: is needed with IMM_AUTH=jwt.",
    ],
    [
      { IMM_BACKEND: "cloud", IMM_REGION: "cn-shanghai", IMM_ENDPOINT: "https://user:hunter2@imm.example" },
      'IMM_ENDPOINT: "https://…@imm.example" is not an address such as',
    ],
    [{ IMM_KEEP_ALIVE_MS: "0" }, 'IMM_KEEP_ALIVE_MS: "0" is not a whole number, 1000 to 3600000.'],
    [{ IMM_KEEP_ALIVE_MS: "75s" }, 'IMM_KEEP_ALIVE_MS: "75s" is not a whole number, 1000 to 3600000.'],
    [{ IMM_DEADLINE_MS: "99" }, 'IMM_DEADLINE_MS: "99" is not a whole number, 100 to 600000.'],
    [{ IMM_DEADLINE_MS: "15s" }, 'IMM_DEADLINE_MS: "15s" is not a whole number, 100 to 600000.'],
    [
      { IMM_DEADLINE_MS: `${"9".repeat(99)}😀😀` },
      `IMM_DEADLINE_MS: "${"9".repeat(99)}😀" is not a whole number, 100 to 600000.`,
    ],
    [{ IMM_PROJECT_QPS: "0" }, 'IMM_PROJECT_QPS: "0" is not a whole number, 1 to 1000000.'],
    [{ IMM_PROJECT_QPS: "33.3" }, 'IMM_PROJECT_QPS: "33.3" is not a whole number, 1 to 1000000.'],
    [{ IMM_MAX_COST: "0" }, 'IMM_MAX_COST: "0" is not a whole number, 1 to 1000000000.'],
    [{ IMM_MAX_COST: "many" }, 'IMM_MAX_COST: "many" is not a whole number, 1 to 1000000000.'],
    [
      { IMM_CORS_ORIGINS: "https://a.example,*" },
      'IMM_CORS_ORIGINS: "*" is not an origin such as https://app.example.com, without a path or a final slash.',
    ],
    [
      { IMM_CORS_ORIGINS: "https://a.example/" },
      'IMM_CORS_ORIGINS: "https://a.example/" is not an origin such as https://app.example.com, without a path or a final slash.',
    ],
    [
      { IMM_TRUSTED_PROXIES: "10.0.0.0/33" },
      'IMM_TRUSTED_PROXIES: "10.0.0.0/33" is not an address, a CIDR block such as 10.0.0.0/8, loopback, linklocal or uniquelocal.',
    ],
    [{ IMM_LOG_LEVEL: "verbose" }, 'IMM_LOG_LEVEL: "verbose" is not debug, info, warn, error or off.'],
    [{ IMM_METRICS_PORT: "on" }, 'IMM_METRICS_PORT: "on" is not off, or a port, 0 to 65535.'],
    [{ IMM_METRICS_PORT: "65536" }, 'IMM_METRICS_PORT: "65536" is not off, or a port, 0 to 65535.'],
    [{ IMM_METRICS_PORT: "4000" }, "IMM_METRICS_PORT: 4000 is the gateway's own PORT: metrics need another."],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: "me:hunter2@127.0.0.1:4317" },
      'OTEL_EXPORTER_OTLP_ENDPOINT: "…@127.0.0.1:4317" is not an address such as http://127.0.0.1:4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: "tcp://127.0.0.1:4317" },
      'OTEL_EXPORTER_OTLP_ENDPOINT: "tcp://127.0.0.1:4317" is not an address such as http://127.0.0.1:4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318?token=hunter2" },
      "is not an address such as http://127.0.0.1:4318.",
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318 " },
      'OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318 " is not an address such as http://127.0.0.1:4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4317", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" },
      'OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" is not http/protobuf, the only protocol that the gateway has; collectors take it at another port than gRPC, usually 4318.',
    ],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
        OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "http/json",
        OTEL_TRACES_EXPORTER: "otlp,console",
      },
      'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "http/json" is not http/protobuf, the only protocol',
    ],
    [{ IMM_AUTH: " JWT " }, 'IMM_AUTH: "JWT" is not none, jwt or token: write jwt.'],
    [{ IMM_EXPLORER: "Off" }, 'IMM_EXPLORER: "Off" is not on or off: write off.'],
    [{ IMM_BACKEND: "Cloud" }, 'IMM_BACKEND: "Cloud" is not local or cloud: write cloud.'],
    [{ imm_auth: "jwt" }, "imm_auth: is not read: write IMM_AUTH."],
    [{ node_env: "production" }, "node_env: is not read: write NODE_ENV."],
    [{ Imm_Max_Cost: "5", IMM_MAX_COST: "6" }, "Imm_Max_Cost: is not read: write IMM_MAX_COST."],
    [
      { IMM_BACKEND: "cloud", IMM_REGION: "cn-shanghai", IMM_ENDPOINT: "tcp://127.0.0.1:4100" },
      'IMM_ENDPOINT: "tcp://127.0.0.1:4100" is not an address',
    ],
    [{ IMM_INTROSPECTION: "yes" }, 'IMM_INTROSPECTION: "yes" is not on or off.'],
    [{ IMM_GRAPH: "supergraph" }, 'IMM_GRAPH: "supergraph" is not standalone or subgraph.'],
    [{ IMM_GRAPH_RENAME: "Project=ImmProject" }, "IMM_GRAPH_RENAME: goes with IMM_GRAPH=subgraph."],
  ])("refuse %j", (settings, message) => {
    expect(() => readConfig(settings)).toThrow(message);
  });

  it.each([
    "Project",
    "Project=",
    "=X",
    "Project=A=B",
    "Project=A,,",
    "Project=A Query.project=b",
    "Project:A",
  ])("refuse %s as new names", (names) => {
    expect(() => readConfig({ IMM_GRAPH: "subgraph", IMM_GRAPH_RENAME: names })).toThrow(
      `IMM_GRAPH_RENAME: "${names}" is not a list of new names such as Project=ImmProject,Query.project=immProject, each thing named once.`,
    );
  });

  it("let the gateway be watched: by metrics on a port of their own, and by traces", () => {
    expect(readConfig({ IMM_METRICS_PORT: "9464" })).toMatchObject({ metricsPort: 9464, traces: false });
    expect(readConfig({ IMM_METRICS_PORT: "0", PORT: "0" }).metricsPort).toBe(0);
    expect(readConfig({ IMM_METRICS_PORT: "off" }).metricsPort).toBeUndefined();
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" }).traces).toBe(true);
    expect(readConfig({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://o.example/v1/traces" }).traces).toBe(
      true,
    );
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: "" }).traces).toBe(false);
    // As Kubernetes links a service named imm-metrics.
    expect(readConfig({ IMM_METRICS_PORT: "tcp://10.0.0.1:9464" }).metricsPort).toBeUndefined();
  });

  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" };

  it.each([
    { ...endpoint, OTEL_SDK_DISABLED: "true" },
    { ...endpoint, OTEL_SDK_DISABLED: " TRUE", OTEL_TRACES_EXPORTER: "console" },
    { ...endpoint, OTEL_TRACES_EXPORTER: "none" },
    { ...endpoint, OTEL_TRACES_EXPORTER: "none,otlp" },
    { OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" },
    { OTEL_EXPORTER_OTLP_ENDPOINT: " ", OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "grpc" },
    { OTEL_SDK_DISABLED: "true", OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4317" },
    { OTEL_TRACES_EXPORTER: "none", OTEL_EXPORTER_OTLP_ENDPOINT: "?", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" },
  ])("trace nothing, and stop nothing, with %j", (off) => {
    expect(readConfig(off)).toEqual(readConfig({}));
  });

  it.each([
    { ...endpoint, OTEL_TRACES_EXPORTER: " , " },
    { ...endpoint, OTEL_TRACES_EXPORTER: "OTLP" },
    { ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf" },
    // What is for traces goes before what is for all.
    { ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: "grpc", OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "http/protobuf" },
    {
      OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4317",
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://127.0.0.1:4318/v1/traces",
    },
  ])("trace with %j", (on) => {
    expect(readConfig(on)).toEqual({ ...readConfig({}), traces: true });
  });

  it.each<[Record<string, string>, boolean, string]>([
    [
      { ...endpoint, OTEL_TRACES_EXPORTER: "console" },
      false,
      'OTEL_TRACES_EXPORTER: "console" is left out: the gateway exports traces by otlp alone.',
    ],
    [
      { ...endpoint, OTEL_TRACES_EXPORTER: "otlp, console,zipkin" },
      true,
      'OTEL_TRACES_EXPORTER: "console", "zipkin" are left out: the gateway exports traces by otlp alone.',
    ],
    [
      { ...endpoint, OTEL_SDK_DISABLED: "1" },
      true,
      'OTEL_SDK_DISABLED: "1" is not true or false, and counts as false.',
    ],
  ])("warn of what %j can't have", (settings, traces, warning) => {
    expect(readConfig(settings)).toEqual({ ...readConfig({}), traces, warnings: [warning] });
  });

  describe("of buckets", () => {
    const read = (IMM_LOCAL_BUCKETS: string) => readConfig({ IMM_LOCAL_BUCKETS }).backend;

    it("name a folder for each", () => {
      expect(read("photos=/home/me/My Pictures, scans = ../scans ,a-1=C:\\x=y,")).toMatchObject({
        buckets: { photos: "/home/me/My Pictures", scans: "../scans", "a-1": "C:\\x=y" },
      });
    });

    it("may bear any name that a bucket can have", () => {
      expect(read("constructor=/a")).toMatchObject({ buckets: { constructor: "/a" } });
    });

    it.each([
      ...[
        "photos",
        "photos=",
        "=/a",
        "/home/me/Pictures",
        "Photos=/a",
        "ab=/a",
        "a_b=/a",
        "-abc=/a",
        "abc-=/a",
      ],
      ...[`${"a".repeat(64)}=/a`, "../x=/a", "photos=/a\0b"],
    ])("refuse %j", (item) => {
      expect(() => read(`scans=/mnt,${item}`)).toThrow(
        `IMM_LOCAL_BUCKETS: ${JSON.stringify(item)} is not a bucket and its folder such as photos=/home/me/Pictures`,
      );
    });

    it("refuse two folders for one", () => {
      expect(() => read("photos=/a,scans=/b,photos=/c")).toThrow(
        new ConfigError(['IMM_LOCAL_BUCKETS: "photos" has two folders.']),
      );
    });
  });

  it("ignore what is for the local IMM where the cloud is meant", () => {
    const settings = {
      IMM_BACKEND: "cloud",
      IMM_REGION: "cn-shanghai",
      IMM_LOCAL_PORT: "x",
      IMM_LOCAL_NONSENSE: "x",
    };

    expect(readConfig(settings).backend.kind).toBe("cloud");
  });

  it("leave alone what Kubernetes puts beside them for a service named imm", () => {
    const links = {
      IMM_GATEWAY_SERVICE_HOST: "10.0.0.1",
      IMM_GATEWAY_SERVICE_PORT: "80",
      IMM_GATEWAY_SERVICE_PORT_HTTP: "80",
      IMM_GATEWAY_PORT: "tcp://10.0.0.1:80",
      IMM_GATEWAY_PORT_80_TCP: "tcp://10.0.0.1:80",
      IMM_GATEWAY_PORT_80_TCP_ADDR: "10.0.0.1",
      IMM_METRICS_PORT: "tcp://10.0.0.2:9464",
      IMM_LOCAL_PORT: "tcp://10.0.0.3:4100",
    };

    expect(readConfig(links)).toEqual(readConfig({}));
  });

  it.each<[string, Record<string, string>, string]>([
    ["PORT", { PORT: "70000" }, 'PORT: "70000" is not a port, 0 to 65535.'],
    ["PORT", { PORT: "-1" }, 'PORT: "-1" is not a port, 0 to 65535.'],
    ["IMM_LOCAL_PORT", { IMM_LOCAL_PORT: "4e3" }, 'IMM_LOCAL_PORT: "4e3" is not a port, 0 to 65535.'],
    ["IMM_ACCOUNT_ID", { IMM_ACCOUNT_ID: "me" }, 'IMM_ACCOUNT_ID: "me" is not an account number.'],
    ["IMM_TRANSPORT", { IMM_TRANSPORT: "fax" }, 'IMM_TRANSPORT: "fax" is not openapi or sdk.'],
    ["IMM_REGION", { IMM_BACKEND: "cloud" }, 'IMM_REGION: "" is not a region such as cn-shanghai.'],
    ["IMM_ENDPOINT", { IMM_ENDPOINT: "http://127.0.0.1:9" }, "IMM_ENDPOINT: goes with IMM_BACKEND=cloud."],
    [
      "IMM_ENDPOINT",
      { IMM_BACKEND: "cloud", IMM_REGION: "cn-shanghai", IMM_ENDPOINT: "imm.example/path" },
      'IMM_ENDPOINT: "imm.example/path" is not an address such as https://imm-vpc.cn-shanghai.aliyuncs.com, without a path.',
    ],
    ["an unknown one", { IMM_LOCL_DIR: "x" }, "IMM_LOCL_DIR: there is no such setting."],
  ])("refuse an unusable %s", (_name, environment, problem) => {
    expect(() => readConfig(environment)).toThrow(new ConfigError([problem]));
  });
});
