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

const anEvent = write({ RequestId, EventId: "30F-1D8FxFzDXKJH9YQdve4CjR0000" });

const file = {
  URI: "oss://photos/$name",
  OwnerId: "1000000000000000",
  ObjectType: "file",
  Filename: "$name",
  Size: 2_358_071,
  MediaType: "image",
  ContentType: "image/jpeg",
  FileHash: "b3e9f7c1c0d0a5a4d6a2ab9be1a4ce5d",
  CustomId: "0001",
  Title: "The west lake in the morning",
  ProduceTime: "2024-05-01T12:00:00+08:00",
  LatLong: "30.134390,120.074997",
  FileModifiedTime: time,
  CreateTime: time,
  UpdateTime: time,
  ETag: '"B3E9F7C1C0D0A5A4D6A2AB9BE1A4CE5D"',
  OSSObjectType: "Normal",
  OSSStorageClass: "Standard",
  OSSCRC64: "11051210869376104954",
  ObjectACL: "default",
  ImageWidth: 4032,
  ImageHeight: 3024,
  Orientation: 1,
  ObjectStatus: "Indexed",
};

// All but the names, which are in the request.
const aFile = write(file).split("$name");

function filesOf(URIs: string): string {
  const names = (JSON.parse(URIs) as string[]).map((uri) => uri.slice("oss://photos/".length));
  return `{"RequestId":"${RequestId}","Files":[${names.map((name) => aFile.join(name)).join()}]}`;
}

function answer(action: string, params: URLSearchParams): string {
  const project = params.get("ProjectName") ?? "";
  if (action === "BatchGetFileMeta") return filesOf(params.get("URIs")!);
  if (action === "IndexFileMeta" || action === "BatchIndexFileMeta") return anEvent;
  if (action === "ListDatasets") return pageOf(Number(params.get("MaxResults") ?? 100)).join(project);
  return aDataset.replace("$project", project).replace("$dataset", params.get("DatasetName") ?? "");
}

// A batch of 100 files travels in the query string.
const server = createServer({ maxHeaderSize: 256 * 1024 }, (request, response) => {
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
