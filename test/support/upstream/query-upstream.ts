import { json, RequestId, startUpstream, type Responder, type Upstream } from "./upstream.ts";

interface QueryUpstreamOptions {
  /** Fields of each file that a query finds, by its URI, in the order in which it finds them. */
  readonly files?: Readonly<Record<string, object>>;
  /** What it computes, by operation and field: `sum Size`. */
  readonly aggregations?: Readonly<Record<string, object>>;
  /** Answers in place of the stand-in; undefined leaves it to that. */
  readonly respond?: (action: string) => Responder | undefined;
}

const list = (text: string | undefined) => (text === undefined ? undefined : (JSON.parse(text) as string[]));

/**
 * Starts a stand-in for IMM that has any dataset, each of which finds these files whatever is asked. A token is the place
 * of a page, and of the query that it came with: of another query IMM refuses it.
 */
export async function startQueryUpstream({
  files = {},
  aggregations = {},
  respond,
}: QueryUpstreamOptions = {}): Promise<Upstream> {
  return startUpstream((request, response) => {
    const { action, query } = request;
    const { ProjectName = "", DatasetName = "" } = query;
    const answer = (body: object) => json(200, { RequestId, ...body });

    const asked = ["Query", "Sort", "Order"].map((name) => query[name] ?? "").join("|");
    const find = (): Responder => {
      const { at, of } = JSON.parse(query["NextToken"] ?? '{"at":0}') as { at: number; of?: string };
      if (of !== undefined && of !== asked) {
        return json(400, { RequestId, Code: "InvalidNextToken", Message: "It is of another query." });
      }
      const uris = Object.keys(files);
      const end = at + Number(query["MaxResults"] ?? 100);
      const fields = list(query["WithFields"]);
      const Files = uris.slice(at, end).map((URI) => {
        const all = { ProjectName, DatasetName, URI, ObjectType: "file", ...files[URI] };
        return fields
          ? Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)))
          : all;
      });
      return answer({
        Files,
        NextToken: end < uris.length ? JSON.stringify({ at: end, of: asked }) : "",
        ...(query["WithoutTotalHits"] !== "true" && action !== "SemanticQuery" && { TotalHits: uris.length }),
      });
    };
    const compute = (): Responder =>
      answer({
        NextToken: "",
        Aggregations: (JSON.parse(query["Aggregations"]!) as { Field: string; Operation: string }[]).map(
          ({ Field, Operation }) => ({ Field, Operation, ...aggregations[`${Operation} ${Field}`] }),
        ),
      });

    const standIns: Record<string, () => Responder> = {
      GetProject: () => answer({ Project: { ProjectName } }),
      GetDataset: () => answer({ Dataset: { ProjectName, DatasetName, Description: "mine" } }),
      ListDatasets: () =>
        answer({ Datasets: ["films", "photos"].map((name) => ({ ProjectName, DatasetName: name })) }),
      SimpleQuery: () => (query["Aggregations"] === undefined ? find() : compute()),
      FuzzyQuery: find,
      SemanticQuery: find,
    };
    (respond?.(action) ?? standIns[action]!())(request, response);
  });
}
