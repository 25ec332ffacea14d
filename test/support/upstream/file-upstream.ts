import { json, RequestId, startUpstream, type Responder, type Upstream } from "./upstream.ts";

/** What a stand-in answers for files that it doesn't know: nothing of them, no list, null, or that they aren't there. */
export type OfUnknown = "left out" | "no list" | "not found" | "null";

interface FileUpstreamOptions {
  /** Fields of each file, by its URI. */
  readonly files?: Readonly<Record<string, object>>;
  readonly ofUnknown?: OfUnknown;
  /** Answers in place of the stand-in; undefined leaves it to that. */
  readonly respond?: (action: string) => Responder | undefined;
}

const notFound = json(400, { RequestId, Code: "ResourceNotFound", Message: "The resource is not found." });

/**
 * Starts a stand-in for IMM that has any dataset and binding, and these files in each; it lists the datasets films and photos. It answers files from the last to the first,
 * without the names of their dataset if fields are listed, and accepts every write.
 */
export async function startFileUpstream({
  files = {},
  ofUnknown = "left out",
  respond,
}: FileUpstreamOptions = {}): Promise<Upstream> {
  return startUpstream((request, response) => {
    const { action, query } = request;
    const { ProjectName = "", DatasetName = "" } = query;
    const answer = (body: object) => json(200, { RequestId, ...body });
    const readFiles = (): Responder => {
      const uris = JSON.parse(query["URIs"]!) as string[];
      const fields = query["WithFields"] && (JSON.parse(query["WithFields"]) as string[]);
      const found = uris.filter((uri) => Object.hasOwn(files, uri)).toReversed();
      if (found.length === 0 && ofUnknown === "not found") return notFound;
      if (found.length === 0 && ofUnknown === "no list") return answer({});
      if (found.length === 0 && ofUnknown === "null") return answer({ Files: null });
      const Files = found.map((URI) => {
        const all = { ProjectName, DatasetName, URI, ObjectType: "file", ...files[URI] };
        return fields
          ? Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)))
          : all;
      });
      return answer({ Files });
    };
    const standIns: Record<string, () => Responder> = {
      GetProject: () => answer({ Project: { ProjectName } }),
      GetDataset: () => answer({ Dataset: { ProjectName, DatasetName, Description: "mine" } }),
      ListDatasets: () =>
        answer({
          Datasets: ["films", "photos"].map((name) => ({ ProjectName, DatasetName: name })),
        }),
      GetBinding: () =>
        answer({ Binding: { ProjectName, DatasetName, URI: query["URI"], State: "Running" } }),
      BatchGetFileMeta: readFiles,
      IndexFileMeta: () => answer({ EventId: "event-1" }),
      BatchIndexFileMeta: () => answer({ EventId: "event-2" }),
    };
    (respond?.(action) ?? standIns[action]?.() ?? answer({}))(request, response);
  });
}

/** The calls that a stand-in got, each with what it asked for; what is JSON text is read. */
export function callsTo(upstream: Upstream): [action: string, params: Record<string, unknown>][] {
  return upstream.requests.map(({ action, query }) => [
    action,
    Object.fromEntries(
      Object.entries(query)
        .filter(([name]) => !/^(Action|Version|Format)$/.test(name))
        .map(([name, value]) => [name, /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value]),
    ),
  ]);
}
