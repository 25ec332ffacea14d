import { createServer } from "node:http";
import { connectSigned } from "../measure/signed-client.ts";
import { announce } from "./announce.ts";

// The baseline: one signed call with nothing around it, its reply handed on untouched. What a request asks for is read
// from its variables alone.

const { call } = connectSigned(process.env["IMM_ENDPOINT"]!, { id: "id", secret: "secret" });

interface Variables {
  readonly input?: Record<string, string | number>;
  readonly projectName?: string;
  readonly datasetName?: string;
  readonly first?: number;
  readonly uris?: readonly string[];
}

function callOf({
  input,
  projectName,
  datasetName,
  first,
  uris,
}: Variables): [string, Record<string, string>] {
  if (input) {
    const named = Object.entries(input).map(([name, value]) => [
      name[0]!.toUpperCase() + name.slice(1),
      String(value),
    ]);
    return ["CreateDataset", Object.fromEntries(named)];
  }
  if (uris) {
    const key = { ProjectName: projectName!, DatasetName: datasetName! };
    return ["BatchGetFileMeta", { ...key, URIs: JSON.stringify(uris) }];
  }
  if (first !== undefined) return ["ListDatasets", { ProjectName: projectName!, MaxResults: String(first) }];
  return ["GetDataset", { ProjectName: projectName!, DatasetName: datasetName!, WithStatistics: "true" }];
}

const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => (text += chunk));
  request.on("end", async () => {
    const { variables } = JSON.parse(text) as { variables: Variables };
    const reply = await call(...callOf(variables));
    response
      .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(reply.text) })
      .end(reply.text);
  });
});

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => announce(server));
