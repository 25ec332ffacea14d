import { randomBytes } from "node:crypto";
import type { Project, Request } from "../../src/contract/wire.ts";
import { createImm, type ImmClient } from "../../src/imm/client.ts";
import { ImmError } from "../../src/imm/error.ts";
import type { CredentialSource } from "../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../src/imm/transports/openapi.ts";
import { type Raw, rawCalls } from "./raw.ts";

/** One service as the tests see it, whoever answers behind it. */
export interface Service extends AsyncDisposable {
  readonly imm: ImmClient;
  readonly raw: Raw;
  /** The name of a project that nobody has yet. */
  projectName(): string;
  /** A bucket that is bound and attached to nothing. The cloud has one alone. */
  bucket(): string;
  /** Puts a file into one of these buckets. */
  put(bucket: string, key: string, content: Buffer | string): void;
  /** Ends when all that was called for is indexed. */
  settled(): Promise<void>;
  /** Makes a project; it goes with all that is in it when it is disposed of. */
  project(params?: Partial<Request<"CreateProject">>): Promise<TestProject>;
}

/** A project of one test's own. */
export interface TestProject extends AsyncDisposable {
  readonly ProjectName: string;
  /** As it was answered when it was made. */
  readonly created: Project;
}

export interface ServiceOptions {
  endpoint: string;
  credentials: CredentialSource;
  /** How the names of all its projects begin. */
  prefix: string;
  buckets: Pick<Service, "bucket" | "put" | "settled">;
}

export function createService({ endpoint, credentials, prefix, buckets }: ServiceOptions): Service {
  const shared = createImm({ transport: openapiTransport({ endpoint, credentials }) });
  const imm = shared.for({});
  const runPrefix = `${prefix}-${randomBytes(4).toString("hex")}-`;
  let count = 0;
  const projectName = () => `${runPrefix}${++count}`;

  return {
    imm,
    raw: rawCalls({ endpoint, credentials }),
    projectName,
    ...buckets,
    async project(params) {
      const { Project } = await imm.call("CreateProject", { ProjectName: projectName(), ...params });
      const { ProjectName } = Project;
      return {
        ProjectName,
        created: Project,
        [Symbol.asyncDispose]: () => deleteProject(imm, ProjectName),
      };
    },
    // A failed test may have made what it expected to be refused.
    async [Symbol.asyncDispose]() {
      const { Projects = [] } = await imm.call("ListProjects", { Prefix: runPrefix, MaxResults: 200 });
      for (const { ProjectName } of Projects) await deleteProject(imm, ProjectName);
      await shared[Symbol.asyncDispose]();
    },
  };
}

/** Deletes a project, and its datasets with their bindings before it. */
async function deleteProject(imm: ImmClient, ProjectName: string): Promise<void> {
  for (;;) {
    const code = await codeOf(imm.call("DeleteProject", { ProjectName }));
    if (code !== "StatusConflict") return;
    const { Datasets = [] } = await imm.call("ListDatasets", { ProjectName, MaxResults: 200 });
    for (const { DatasetName } of Datasets) await deleteDataset(imm, { ProjectName, DatasetName });
  }
}

async function deleteDataset(imm: ImmClient, key: Request<"DeleteDataset">): Promise<void> {
  const { Bindings = [] } = await imm.call("ListBindings", key);
  for (const { URI } of Bindings) await imm.call("DeleteBinding", { ...key, URI });
  await imm.call("DeleteDataset", key);
}

/** The code that a call is refused with. What is gone already needs no deleting. */
async function codeOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof ImmError) || !["StatusConflict", "ResourceNotFound"].includes(error.code ?? ""))
      throw error;
    return error.code;
  }
}
