import { Pool } from "undici";
import type { GraphQLResponse } from "../gateway/gateway.ts";

/** What a client asks for. */
export interface SoakRequest {
  readonly what: "create" | "delete" | "ping" | "read" | "update";
  readonly project: string;
  readonly name: string;
  /** What is to be written. */
  readonly description?: string;
}

interface Payload {
  readonly dataset?: { readonly description: string } | null;
  readonly requestId?: string | null;
  readonly reconciled?: boolean;
}

/** What a client got for it. */
export interface SoakResponse extends SoakRequest {
  readonly caller: string;
  /** When it was asked, by `performance.now`. */
  readonly at: number;
  /** How long it took until the whole answer was there, in milliseconds. */
  readonly ms: number;
  /** The HTTP status; undefined where there was no whole answer. */
  readonly status: number | undefined;
  /** Why there was no whole answer: the code of the connection's failure, or "cut off" where a part of one was. */
  readonly broken: string | undefined;
  readonly data: Payload | undefined;
  readonly error: NonNullable<GraphQLResponse<unknown>["errors"]>[number] | undefined;
  /** How many tries each of its calls to IMM took. */
  readonly attempts: readonly number[];
}

/** Whether the write may or may not have taken effect, or still may: IMM may have its request. */
export function isIndeterminate({ what, broken, error }: SoakResponse): boolean {
  if (what === "read" || what === "ping") return false;
  if (broken !== undefined || error?.extensions.code === "UPSTREAM_TIMEOUT") return true;
  return /^The answer .* was lost/.test(error?.message ?? "");
}

/** A client of the gateway that keeps its connections. */
export interface Client extends AsyncDisposable {
  ask(request: SoakRequest): Promise<SoakResponse>;
}

const key = "projectName: $project, datasetName: $name";
const written = `${key}, description: $description`;
const variables = "$project: ProjectName!, $name: DatasetName!";
const writes = `${variables}, $description: Description`;

const documents: Readonly<Record<SoakRequest["what"], string>> = {
  ping: "{ __typename }",
  read: `query (${variables}) { dataset(${key}) { description } }`,
  create: `mutation (${writes}) { told: createDataset(input: { ${written} }) { dataset { description } requestId reconciled } }`,
  update: `mutation (${writes}) { told: updateDataset(input: { ${written} }) { dataset { description } requestId } }`,
  delete: `mutation (${variables}) { told: deleteDataset(input: { ${key} }) { requestId } }`,
};

interface Body extends GraphQLResponse<Payload & { told?: Payload }> {
  extensions?: { imm?: { calls: { attempts: number }[] } };
}

/** Makes a client that asks in the name of a caller, whose token is the name. */
export function createClient(url: string, caller: string): Client {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: null, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${caller}`,
    "x-imm-trace-calls": "1",
  };

  const send = async ({ what, ...params }: SoakRequest) => {
    const { project, name, description } = params;
    const body = JSON.stringify({ query: documents[what], variables: { project, name, description } });
    const none = { status: undefined, body: {} as Body };
    const failed = (error: { code?: string }) => ({ ...none, broken: `${error.code}` });
    const answer = await pool.request({ path: pathname, method: "POST", headers, body }).catch(failed);
    if ("broken" in answer) return answer;
    return answer.body.json().then(
      (whole) => ({ status: answer.statusCode, body: whole as Body, broken: undefined }),
      () => ({ ...none, broken: "cut off" }),
    );
  };

  return {
    async ask(request) {
      const at = performance.now();
      const { status, broken, body } = await send(request);
      return {
        ...request,
        ...{ caller, at, ms: performance.now() - at, status, broken },
        data: body.data?.told ?? body.data ?? undefined,
        error: body.errors?.[0],
        attempts: body.extensions?.imm?.calls.map(({ attempts }) => attempts) ?? [],
      };
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
