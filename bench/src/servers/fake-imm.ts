import { createServer } from "node:http";
import { announce } from "./announce.ts";

// A stand-in for IMM that answers from memory and counts calls. It believes any signature: the costs of checking one
// aren't the gateway's.

/** How many milliseconds each answer is kept back: what asks for all at once then has all in flight at once. */
const delayMs = Number(process.env["IMM_DELAY_MS"] ?? 0);

const counts: Record<string, number> = {};
let inFlight = 0;
/** The most calls in flight at once since somebody asked. */
let peak = 0;
const time = "2021-06-29T14:50:13.011643661+08:00";

function dataset(ProjectName: string, DatasetName: string, counted: boolean) {
  return {
    ProjectName,
    DatasetName,
    TemplateId: "Official:ImageManagement",
    CreateTime: time,
    UpdateTime: time,
    Description: "Photos of the atlas, as they were taken",
    DatasetMaxBindCount: 10,
    DatasetMaxFileCount: 100_000_000,
    DatasetMaxEntityCount: 10_000_000_000,
    DatasetMaxRelationCount: 100_000_000_000,
    DatasetMaxTotalFileSize: 90_000_000_000_000_000n,
    BindCount: 2,
    ...(counted && { FileCount: 10, TotalFileSize: 100_000 }),
    ClusterType: "manual",
    SmartClusterTaskStatus: { Status: "Succeeded", StartTime: time, LastSucceededTime: time },
    WorkflowParameters: [{ Name: "", Value: "" }],
  };
}

/** JSON with integers of any size. */
function write(value: object): string {
  const text = JSON.stringify(value, (_name, member: unknown) =>
    typeof member === "bigint" ? `${member}n` : member,
  );
  return text.replaceAll(/"(\d+)n"/g, "$1");
}

const RequestId = "6D74B3A9-5AC0-49F9-914D-E01589D3E8F1";
const aDataset = write({ RequestId, Dataset: dataset("$project", "$dataset", true) });
/** The text of a page of each size, cut where the project's name belongs. */
const pages = new Map<number, readonly string[]>();

function pageOf(size: number): readonly string[] {
  const known = pages.get(size);
  if (known) return known;
  const Datasets = Array.from({ length: size }, (_, index) =>
    dataset("$project", `dataset-${String(index).padStart(4, "0")}`, false),
  );
  const page = write({ RequestId, NextToken: "", Datasets }).split("$project");
  pages.set(size, page);
  return page;
}

function answer(action: string, params: URLSearchParams): string {
  const project = params.get("ProjectName") ?? "";
  if (action === "ListDatasets") return pageOf(Number(params.get("MaxResults") ?? 100)).join(project);
  return aDataset.replace("$project", project).replace("$dataset", params.get("DatasetName") ?? "");
}

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const action = String(request.headers["x-acs-action"] ?? searchParams.get("Action"));
  counts[action] = (counts[action] ?? 0) + 1;
  peak = Math.max(peak, ++inFlight);
  request.resume();
  const text = Buffer.from(answer(action, searchParams));
  const send = () => {
    inFlight--;
    response
      .writeHead(200, {
        "content-type": "application/json;charset=utf-8",
        "content-length": text.length,
        "x-acs-request-id": RequestId,
      })
      .end(text);
  };
  if (delayMs > 0) setTimeout(send, delayMs);
  else send();
});

process.on("message", (question) => {
  if (question === "counts") process.send?.({ ...counts });
  if (question === "peak") {
    process.send?.(peak);
    peak = 0;
  }
});

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => announce(server, ""));
