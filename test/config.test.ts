import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

describe("the settings", () => {
  it("are a local IMM on this machine where nothing is set", () => {
    expect(readConfig({})).toEqual({
      host: "127.0.0.1",
      port: 4000,
      region: "cn-shanghai",
      transport: "openapi",
      explorer: true,
      traceCalls: true,
      backend: { kind: "local", accountId: "1000000000000000", dir: ".imm", port: 4100, keysFile: undefined },
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
