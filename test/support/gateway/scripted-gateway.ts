import { createGateway } from "../../../src/gateway/gateway.ts";
import type { GatewayOptions } from "../../../src/gateway/gateway-options.ts";
import type { Gateway } from "../../../src/gateway/listener.ts";
import type { StreamReport } from "../../../src/gateway/reports/stream-report.ts";
import type { Permissions } from "../../../src/imm/permissions.ts";
import type { ImmReply } from "../../../src/imm/transport.ts";
import { createScriptedClient, type Script, type ScriptedClient } from "../upstream/scripted-transport.ts";
import { loggerTo, type TestGateway } from "./gateway.ts";

/** A gateway over an IMM that follows a script, in a time that the test advances. */
export interface ScriptedGateway extends ScriptedClient, AsyncDisposable {
  readonly gateway: Gateway;
  readonly log: string[];
  readonly requests: TestGateway["requests"];
  /** Each stream that has ended, in order. */
  readonly ended: StreamReport[];
  /** How many streams are open. */
  readonly open: number;
}

/** Makes a gateway over a script. */
export function scriptedGateway(
  script: Script,
  {
    permissions,
    ...options
  }: Omit<GatewayOptions, "clock" | "imm" | "logger" | "onStream"> & {
    readonly permissions?: Permissions;
  } = {},
): ScriptedGateway {
  const client = createScriptedClient(script, { permissions });
  const log: string[] = [];
  const requests: TestGateway["requests"] = [];
  const ended: StreamReport[] = [];
  let open = 0;
  const gateway = createGateway({
    imm: client.imm,
    clock: client.clock,
    logger: loggerTo(log, requests),
    onStream(happening) {
      if (happening.kind === "begin") open += 1;
      if (happening.kind !== "end") return;
      open -= 1;
      ended.push(happening.report);
    },
    ...options,
  });
  return {
    ...client,
    ...{ gateway, log, requests, ended },
    get open() {
      return open;
    },
    async [Symbol.asyncDispose]() {
      await gateway.dispose();
      await client.imm[Symbol.asyncDispose]();
    },
  };
}

/** A reply with these files of those that were asked for. */
export function filesReply(...Files: readonly object[]): ImmReply {
  return { status: 200, body: { RequestId: "R", Files } };
}

/** An IMM whose files a test puts in, with a dataset around them. */
export interface ScriptedIndex {
  /** What is indexed of each file, by its URI. */
  readonly files: Map<string, object>;
  description: string;
  onCall: () => Promise<void> | void;
  readonly script: Script;
}

/** Makes an IMM with these files. */
export function indexOf(...files: readonly (readonly [string, object])[]): ScriptedIndex {
  const index: ScriptedIndex = {
    files: new Map(files),
    description: "Ours.",
    onCall() {},
    async script({ action, params }) {
      await index.onCall();
      const { ProjectName, DatasetName } = params;
      if (action === "GetDataset") {
        const Dataset = { ProjectName, DatasetName, Description: index.description };
        return { status: 200, body: { RequestId: "R", Dataset } };
      }
      const URIs = params["URIs"] as string[];
      return filesReply(
        ...URIs.flatMap((URI) => {
          const file = index.files.get(URI);
          return file ? { URI, ObjectStatus: "Indexed", ...file } : [];
        }),
      );
    },
  };
  return index;
}

/** The subscription that waits for these files of a dataset. */
export function waitFor(...uris: readonly string[]) {
  const query = `subscription Wait($uris: [FileUri!]!) {
    fileIndexed(projectName: "atlas", datasetName: "photos", uris: $uris) { uri objectStatus fileReason }
  }`;
  return { query, variables: { uris } };
}
