import { describe, expect, it } from "vitest";
import { parametersOf } from "../../../src/contract/contract.ts";
import { graphName } from "../../../src/contract/names.ts";
import {
  errorResponse,
  expectedOutcome,
  operations,
  runAgainst,
  type FailureClass,
} from "../../support/upstream/failure-cases.ts";
import { RequestId, startUpstream } from "../../support/upstream/upstream.ts";

const stringToSign = "POST\n/\nDatasetName=photos&ProjectName=atlas\nhost:127.0.0.1\nx-acs-action:GetDataset";

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

/** Code, HTTP status, `extensions.code`; what more IMM says, what more is told of it and beside it, and the message where it is ours. */
const refusals: readonly {
  code: string;
  status: number;
  becomes: string;
  body?: object;
  headers?: Record<string, string>;
  imm?: object;
  more?: object;
  message?: string;
  /** The parameter that the code is about. */
  about?: string;
  /** Default: an answer. */
  failureClass?: FailureClass;
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
    imm: { recommend: Recommend },
    failureClass: "throttling",
  },
  {
    code: "Throttling.User",
    status: 400,
    becomes: "THROTTLED",
    headers: { "x-acs-retry-after": "20" },
    more: { retryAfterMs: 20 },
    failureClass: "throttling",
  },
  { code: "Throttling.Api", status: 503, becomes: "THROTTLED", failureClass: "throttling" },
  { code: "Busy", status: 429, becomes: "THROTTLED", failureClass: "throttling" },
  { code: "Forbidden", status: 403, becomes: "FORBIDDEN" },
  { code: "Forbidden.RAM", status: 403, becomes: "FORBIDDEN" },
  { code: "Forbidden.RiskControl", status: 403, becomes: "FORBIDDEN" },
  { code: "NoPermission", status: 403, becomes: "FORBIDDEN", body: { AccessDeniedDetail }, imm: denial },
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
  { code: "ServiceUnavailable", status: 503, becomes: "UPSTREAM_UNAVAILABLE", failureClass: "outage" },
  { code: "ServiceUnavailable", status: 400, becomes: "UPSTREAM_UNAVAILABLE", failureClass: "outage" },
  { code: "GatewayTimeout", status: 504, becomes: "UPSTREAM_TIMEOUT", failureClass: "lost-response" },
  { code: "InternalError", status: 500, becomes: "UPSTREAM_ERROR", failureClass: "outage" },
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

describe.concurrent.each(operations)("$field, that IMM refuses,", (operation) => {
  const { action, document, prefix } = operation;

  it.each(refusals)("is $becomes for $code with HTTP $status", async (refused) => {
    const { code, status, becomes, body, headers, imm, more, about, failureClass = "refusal" } = refused;
    await using upstream = await startUpstream(errorResponse(status, code, body, headers));

    const { outcome } = await runAgainst(upstream, document);

    const field = about && parametersOf(action)[about] && { field: `${prefix}${graphName(about)}` };
    expect(outcome).toEqual(
      expectedOutcome(operation, {
        failureClass,
        code: becomes,
        message: refused.message ?? `${code}, says IMM.`,
        imm: { code, httpStatus: status, requestId: RequestId, ...imm },
        more: { ...more, ...field },
      }),
    );
  });

  it("is told in the log, where the gateway is to blame", async () => {
    await using upstream = await startUpstream(errorResponse(400, "SignatureDoesNotMatch"));

    const { log } = await runAgainst(upstream, document);

    expect(log).toContain(`${action} failed`);
    expect(log).toContain("UPSTREAM_ERROR");
    expect(log).toContain("SignatureDoesNotMatch");
    expect(log).toContain(RequestId);
  });
});

const [read, ...writes] = operations;

describe("what isn't there", () => {
  it.each([400, 404])("is null where it is read itself, with HTTP %i", async (status) => {
    await using upstream = await startUpstream(errorResponse(status, "ResourceNotFound"));

    const { outcome } = await runAgainst(upstream, read!.document);

    expect(outcome).toEqual({
      data: { dataset: null },
      errors: undefined,
      attempted: ["GetDataset"],
      arrived: ["GetDataset"],
    });
  });

  const list = {
    ...read!,
    action: "ListDatasets" as const,
    field: "datasets",
    document: `{ datasets(projectName: "atlas") { nodes { datasetName } } }`,
    dataOnFailure: { datasets: null },
  };

  it.each([list, ...writes])("is NOT_FOUND where $action needs it", async (operation) => {
    await using upstream = await startUpstream(errorResponse(400, "ResourceNotFound"));

    const { outcome } = await runAgainst(upstream, operation.document);

    expect(outcome).toEqual(
      expectedOutcome(operation, {
        failureClass: "refusal",
        code: "NOT_FOUND",
        message: "ResourceNotFound, says IMM.",
        imm: { code: "ResourceNotFound", httpStatus: 400, requestId: RequestId },
      }),
    );
  });
});
