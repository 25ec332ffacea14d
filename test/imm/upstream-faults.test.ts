import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parametersOf } from "../../src/contract/contract.ts";
import { graphName } from "../../src/contract/names.ts";
import type { Timeouts } from "../../src/imm/transport-openapi.ts";
import { gatewayTo, testKey } from "../support/gateway.ts";
import {
  bytes,
  closedPort,
  json,
  raw,
  silence,
  startUpstream,
  type Answer,
  type Upstream,
} from "../support/upstream.ts";

const RequestId = "0F3B6E0E-6B0C-4C33-9F7C-3A0E4C1B2D10";
const stringToSign = "POST\n/\nDatasetName=photos&ProjectName=atlas\nhost:127.0.0.1\nx-acs-action:GetDataset";
const Dataset = { ProjectName: "atlas", DatasetName: "photos" };

const operations = [
  {
    action: "GetDataset",
    field: "dataset",
    prefix: "",
    data: { dataset: null },
    document: `{ dataset(projectName: "atlas", datasetName: "photos") { datasetName description } }`,
  },
  {
    action: "CreateDataset",
    field: "createDataset",
    prefix: "input.",
    data: null,
    document: `mutation {
      createDataset(input: { projectName: "atlas", datasetName: "photos" }) { dataset { datasetName } requestId }
    }`,
  },
] as const;

/** Sends an operation to a gateway over an upstream, and looks that nothing gets out that shouldn't. */
async function send(
  upstream: Pick<Upstream, "requests" | "url">,
  document: string,
  options: { timeouts?: Timeouts } = {},
) {
  await using gateway = gatewayTo(upstream.url, options);
  const answer = await gateway.send(document);
  const log = gateway.log.join("\n");

  const response = JSON.stringify(answer);
  const signatures = upstream.requests.map(
    ({ headers }) => headers["authorization"]!.split("Signature=")[1]!,
  );
  const secrets = [testKey.accessKeySecret, ...signatures, "x-acs-action:"];
  const accounts = ["EncodedDiagnosticMessage", "AQ-opaque", "222-somebody", "111-owner"];
  for (const secret of [...secrets, ...accounts]) {
    expect(response).not.toContain(secret);
    expect(log).not.toContain(secret);
  }
  expect(response).not.toMatch(/[?&]\w+Name=/);
  expect(log).not.toMatch(/[?&]\w+Name=/);
  expect(response).not.toMatch(/\bat (\w|file:)[^"]*:\d+:\d+/);
  return { ...answer, log };
}

/** What IMM refuses, in the body that it refuses with. */
function refusal(status: number, Code: string, more: object = {}, headers = {}): Answer {
  const HostId = "imm.cn-shanghai.aliyuncs.com";
  return json(status, { RequestId, HostId, Code, Message: `${Code}, says IMM.`, ...more }, headers);
}

const own = "IMM refused the gateway's own credentials.";
const Recommend = "https://next.api.aliyun.com/troubleshoot?q=Throttling&product=imm";
const AccessDeniedDetail = {
  AuthAction: "imm:DeleteDataset",
  AuthPrincipalType: "SubUser",
  AuthPrincipalDisplayName: "222-somebody",
  AuthPrincipalOwnerId: "111-owner",
  NoPermissionType: "ImplicitDeny",
  PolicyType: "AccountLevelIdentityBasedPolicy",
  EncodedDiagnosticMessage: "AQ-opaque",
};
const denial = {
  authAction: "imm:DeleteDataset",
  noPermissionType: "ImplicitDeny",
  policyType: "AccountLevelIdentityBasedPolicy",
};

/** Code, HTTP status, `extensions.code`; what more IMM says, what more is told of it, and the message where it is ours. */
const refusals: readonly {
  code: string;
  status: number;
  becomes: string;
  body?: object;
  headers?: Record<string, string>;
  told?: object;
  message?: string;
  /** The parameter that the code is about. */
  about?: string;
}[] = [
  { code: "ResourceAlreadyExists", status: 400, becomes: "CONFLICT" },
  { code: "ResourceAlreadyExists", status: 409, becomes: "CONFLICT" },
  { code: "StatusConflict", status: 400, becomes: "CONFLICT" },
  { code: "LimitExceededError", status: 400, becomes: "LIMIT_EXCEEDED" },
  {
    code: "Throttling",
    status: 400,
    becomes: "THROTTLED",
    body: { Recommend },
    told: { recommend: Recommend },
  },
  {
    code: "Throttling.User",
    status: 400,
    becomes: "THROTTLED",
    headers: { "x-acs-retry-after": "20" },
    told: { retryAfterMs: 20 },
  },
  { code: "Throttling.Api", status: 503, becomes: "THROTTLED" },
  { code: "Busy", status: 429, becomes: "THROTTLED" },
  { code: "Forbidden", status: 403, becomes: "FORBIDDEN" },
  { code: "Forbidden.RAM", status: 403, becomes: "FORBIDDEN" },
  { code: "Forbidden.RiskControl", status: 403, becomes: "FORBIDDEN" },
  { code: "NoPermission", status: 403, becomes: "FORBIDDEN", body: { AccessDeniedDetail }, told: denial },
  { code: "InvalidArgument", status: 400, becomes: "BAD_USER_INPUT" },
  { code: "InvalidParameter", status: 400, becomes: "BAD_USER_INPUT" },
  { code: "InvalidParameter.Format", status: 400, becomes: "BAD_USER_INPUT" },
  { code: "MissingParameter", status: 400, becomes: "BAD_USER_INPUT" },
  {
    code: "InvalidJSON Array parsing error,WorkflowParameters",
    about: "WorkflowParameters",
    status: 400,
    becomes: "BAD_USER_INPUT",
  },
  { code: "InvalidDatasetName", status: 400, becomes: "BAD_USER_INPUT", about: "DatasetName" },
  { code: "MissingDatasetName", status: 400, becomes: "BAD_USER_INPUT", about: "DatasetName" },
  { code: "ServiceUnavailable", status: 503, becomes: "UPSTREAM_UNAVAILABLE" },
  { code: "ServiceUnavailable", status: 400, becomes: "UPSTREAM_UNAVAILABLE" },
  { code: "GatewayTimeout", status: 504, becomes: "UPSTREAM_TIMEOUT" },
  { code: "InternalError", status: 500, becomes: "UPSTREAM_ERROR" },
  { code: "InvalidAccessKeyId.NotFound", status: 404, becomes: "UPSTREAM_ERROR", message: own },
  { code: "InvalidAccessKeyId.Inactive", status: 400, becomes: "UPSTREAM_ERROR", message: own },
  { code: "InvalidTimeStamp.Expired", status: 400, becomes: "UPSTREAM_ERROR", message: own },
  { code: "MissingSecurityToken", status: 400, becomes: "UPSTREAM_ERROR", message: own },
  { code: "InvalidSecurityToken.Expired", status: 400, becomes: "UPSTREAM_ERROR", message: own },
  { code: "SignatureNonceUsed", status: 400, becomes: "UPSTREAM_ERROR", message: own },
  {
    code: "SignatureDoesNotMatch",
    status: 400,
    becomes: "UPSTREAM_ERROR",
    body: { Message: `Specified signature is not matched. server string to sign is:${stringToSign}` },
    message: own,
  },
  {
    code: "IncompleteSignature",
    status: 403,
    becomes: "UPSTREAM_ERROR",
    body: { Message: `server string to sign is:${stringToSign}` },
    message: own,
  },
  { code: "InvalidAction.NotFound", status: 404, becomes: "UPSTREAM_ERROR" },
  { code: "InvalidVersion", status: 400, becomes: "UPSTREAM_ERROR" },
  { code: "MissingObjectId", status: 400, becomes: "UPSTREAM_ERROR" },
  { code: "SomethingNew", status: 400, becomes: "UPSTREAM_ERROR" },
];

const whole = JSON.stringify({ RequestId, Dataset });
const html = "<html><body>Bad Gateway</body></html>";
const notImms = (action: string, status: number) =>
  `The answer to ${action} is not one of IMM's (HTTP ${status}).`;
const noDataset = (action: string) => `IMM answered ${action} without a whole Dataset.`;
const cut = (action: string) => `The connection to IMM failed during ${action}.`;
const tooLarge = (action: string) => `The answer to ${action} is larger than 16 MiB.`;

/** What the upstream does, the `extensions.code` of it, what is told of IMM, and the message. */
const faults: readonly [string, Answer, string, object, (action: string) => string][] = [
  [
    "HTML with 502",
    bytes(502, html, { "content-type": "text/html" }),
    "UPSTREAM_UNAVAILABLE",
    { httpStatus: 502 },
    (action) => notImms(action, 502),
  ],
  [
    "HTML with 503",
    bytes(503, html, { "content-type": "text/html", "x-acs-retry-after": "40" }),
    "UPSTREAM_UNAVAILABLE",
    { httpStatus: 503, retryAfterMs: 40 },
    (action) => notImms(action, 503),
  ],
  [
    "HTML with 504",
    bytes(504, html),
    "UPSTREAM_TIMEOUT",
    { httpStatus: 504 },
    (action) => notImms(action, 504),
  ],
  ["nothing with 429", bytes(429, ""), "THROTTLED", { httpStatus: 429 }, (action) => notImms(action, 429)],
  [
    "HTML with 200",
    bytes(200, html),
    "UPSTREAM_ERROR",
    { httpStatus: 200 },
    (action) => notImms(action, 200),
  ],
  [
    "nothing with 200",
    bytes(200, ""),
    "UPSTREAM_ERROR",
    { httpStatus: 200 },
    (action) => notImms(action, 200),
  ],
  ["null", json(200, "null"), "UPSTREAM_ERROR", { httpStatus: 200 }, (action) => notImms(action, 200)],
  [
    "null with 500",
    json(500, "null"),
    "UPSTREAM_ERROR",
    { httpStatus: 500 },
    (action) => notImms(action, 500),
  ],
  ["a list", json(200, "[]"), "UPSTREAM_ERROR", { httpStatus: 200 }, (action) => notImms(action, 200)],
  [
    "no dataset",
    json(200, { RequestId }),
    "UPSTREAM_ERROR",
    { httpStatus: 200, requestId: RequestId },
    noDataset,
  ],
  [
    "a dataset that is null",
    json(200, { RequestId, Dataset: null }),
    "UPSTREAM_ERROR",
    { httpStatus: 200, requestId: RequestId },
    noDataset,
  ],
  [
    "a dataset without its keys",
    json(200, { RequestId, Dataset: { Description: "immtest" } }),
    "UPSTREAM_ERROR",
    { httpStatus: 200, requestId: RequestId },
    noDataset,
  ],
  [
    "an error without Code",
    json(400, { RequestId, Message: "Something." }),
    "UPSTREAM_ERROR",
    { httpStatus: 400, requestId: RequestId },
    (action) => notImms(action, 400),
  ],
  [
    "half of the JSON",
    json(200, whole.slice(0, 40)),
    "UPSTREAM_ERROR",
    { httpStatus: 200 },
    (action) => notImms(action, 200),
  ],
  [
    "gzip, which nobody asked for",
    bytes(200, gzipSync(whole), { "content-type": "application/json", "content-encoding": "gzip" }),
    "UPSTREAM_ERROR",
    { httpStatus: 200 },
    (action) => notImms(action, 200),
  ],
  [
    "20 MB",
    json(200, { RequestId, Dataset: { ...Dataset, Description: "x".repeat(20e6) } }),
    "UPSTREAM_ERROR",
    {},
    tooLarge,
  ],
  [
    "20 MB in chunks, not saying how many",
    (_request, response) => {
      for (let chunk = 0; chunk < 20; chunk += 1) response.write(Buffer.alloc(1e6, "x"));
      response.end();
    },
    "UPSTREAM_ERROR",
    {},
    tooLarge,
  ],
  [
    "bytes that aren't HTTP",
    raw("220 mail.example.com ESMTP\r\n", "close"),
    "UPSTREAM_ERROR",
    {},
    (action) => `The answer to ${action} is not HTTP.`,
  ],
  [
    "a header without end",
    raw(`HTTP/1.1 200 OK\r\nx-long: ${"x".repeat(100_000)}`),
    "UPSTREAM_ERROR",
    {},
    (action) => `The answer to ${action} is not HTTP.`,
  ],
  ["a reset before the answer", raw("", "reset"), "UPSTREAM_UNAVAILABLE", {}, cut],
  ["a reset inside the head", raw("HTTP/1.1 200 OK\r\ncontent-le", "reset"), "UPSTREAM_UNAVAILABLE", {}, cut],
  [
    "a reset inside the body",
    raw(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${whole}`, "reset"),
    "UPSTREAM_UNAVAILABLE",
    {},
    cut,
  ],
  [
    "an end inside the body",
    raw(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${whole}`, "close"),
    "UPSTREAM_UNAVAILABLE",
    {},
    cut,
  ],
];

/** What comes too late, or never. */
const stalls: readonly [string, Answer][] = [
  ["no headers", silence],
  ["headers, but no body", raw("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n")],
  ["half of a body", raw(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${whole}`)],
];

describe.concurrent.each(operations)("$field, of an upstream that misbehaves,", (operation) => {
  const { action, field, data, document, prefix } = operation;

  it.each(refusals)(
    "answers $becomes for $code with HTTP $status",
    async ({ code, status, becomes, body, headers, told, message = `${code}, says IMM.`, about }) => {
      await using upstream = await startUpstream(refusal(status, code, body, headers));

      const answer = await send(upstream, document);

      expect(answer).toMatchObject({ data, errors: [{ message, path: [field] }] });
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.extensions).toEqual({
        code: becomes,
        ...(about && parametersOf(action)[about] && { field: `${prefix}${graphName(about)}` }),
        imm: { action, code, httpStatus: status, requestId: RequestId, ...told },
      });
    },
  );

  it.each(faults)("is answered %s", async (_what, misbehave, becomes, told, message) => {
    await using upstream = await startUpstream(misbehave);

    const answer = await send(upstream, document);

    expect(answer).toMatchObject({ data, errors: [{ message: message(action), path: [field] }] });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: becomes, imm: { action, ...told } });
  });

  // That no headers come, undici notices by a coarse clock, a second later.
  it.each(stalls)("waits for %s no longer than it was told: UPSTREAM_TIMEOUT", async (_what, stall) => {
    await using upstream = await startUpstream(stall);

    const answer = await send(upstream, document, { timeouts: { connect: 50, headers: 50, body: 50 } });

    const message = `IMM did not answer ${action} in time.`;
    expect(answer).toMatchObject({ data, errors: [{ message, path: [field] }] });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: "UPSTREAM_TIMEOUT", imm: { action } });
  });

  it.each([301, 302, 307, 308])("does not follow a redirect with %i", async (status) => {
    await using target = await startUpstream(json(200, whole));
    await using upstream = await startUpstream(bytes(status, "", { location: `${target.url}/?moved` }));

    const { errors } = await send(upstream, document);

    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "UPSTREAM_ERROR", imm: { action, httpStatus: status } },
    ]);
    expect(target.requests).toEqual([]);
  });

  it("is refused the connection: UPSTREAM_UNAVAILABLE", async () => {
    const { data: answered, errors } = await send({ url: await closedPort(), requests: [] }, document);

    expect(answered).toEqual(data);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "UPSTREAM_UNAVAILABLE", imm: { action } },
    ]);
  });

  it("logs what is behind an upstream's failure", async () => {
    await using upstream = await startUpstream(refusal(400, "SignatureDoesNotMatch"));

    const { log } = await send(upstream, document);

    expect(log).toContain(`${action} failed`);
    expect(log).toContain("UPSTREAM_ERROR");
    expect(log).toContain("SignatureDoesNotMatch");
    expect(log).toContain(RequestId);
  });
});

describe("what isn't there", () => {
  it.each([400, 404])("is null where it is read itself, with HTTP %i", async (status) => {
    await using upstream = await startUpstream(refusal(status, "ResourceNotFound"));

    const { data, errors } = await send(upstream, operations[0].document);

    expect({ data, errors }).toEqual({ data: { dataset: null }, errors: undefined });
  });

  it.each([
    ["CreateDataset", operations[1].document],
    ["ListDatasets", `{ datasets(projectName: "atlas") { nodes { datasetName } } }`],
  ])("is NOT_FOUND where %s needs it", async (action, document) => {
    await using upstream = await startUpstream(refusal(400, "ResourceNotFound"));

    const { errors } = await send(upstream, document);

    expect(errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
      {
        message: "ResourceNotFound, says IMM.",
        extensions: {
          code: "NOT_FOUND",
          imm: { action, code: "ResourceNotFound", httpStatus: 400, requestId: RequestId },
        },
      },
    ]);
  });
});
