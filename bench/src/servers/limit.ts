import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { Pool } from "undici";

// The limit: one signed call with nothing around it, its reply handed on untouched. What a request asks for is read
// from its variables alone.

const require = createRequire(import.meta.url);
const { OpenApiUtil } = require("@alicloud/openapi-core") as typeof import("@alicloud/openapi-core");

const endpoint = process.env["IMM_ENDPOINT"]!;
const { host } = new URL(endpoint);
const pool = new Pool(endpoint, { connections: 128 });
const emptyHash = createHash("sha256").update("").digest("hex");

interface Variables {
  readonly input?: Record<string, string | number>;
  readonly projectName?: string;
  readonly datasetName?: string;
  readonly first?: number;
}

function callOf({ input, projectName, datasetName, first }: Variables): [string, Record<string, string>] {
  if (input) {
    const named = Object.entries(input).map(([name, value]) => [
      name[0]!.toUpperCase() + name.slice(1),
      String(value),
    ]);
    return ["CreateDataset", Object.fromEntries(named)];
  }
  if (first !== undefined) return ["ListDatasets", { ProjectName: projectName!, MaxResults: String(first) }];
  return ["GetDataset", { ProjectName: projectName!, DatasetName: datasetName!, WithStatistics: "true" }];
}

async function call(action: string, query: Record<string, string>): Promise<string> {
  const headers: Record<string, string> = {
    host,
    "x-acs-version": "2020-09-30",
    "x-acs-action": action,
    "x-acs-date": `${new Date().toISOString().slice(0, 19)}Z`,
    "x-acs-signature-nonce": randomBytes(16).toString("hex"),
    "x-acs-content-sha256": emptyHash,
  };
  const authorization = OpenApiUtil.getAuthorization(
    { method: "POST", pathname: "/", query, headers } as never,
    "ACS3-HMAC-SHA256",
    emptyHash,
    "id",
    "secret",
  );
  const search = new URLSearchParams(query).toString();
  const { body } = await pool.request({
    method: "POST",
    path: `/?${search}`,
    headers: { ...headers, authorization },
  });
  return body.text();
}

const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => (text += chunk));
  request.on("end", () => {
    const { variables } = JSON.parse(text) as { variables: Variables };
    void call(...callOf(variables)).then((reply) => {
      response
        .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(reply) })
        .end(reply);
    });
  });
});

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/graphql`);
});
