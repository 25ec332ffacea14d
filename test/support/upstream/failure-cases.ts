import { expect } from "vitest";
import type { Action } from "../../../src/contract/wire.ts";
import { gatewayTo, testKey, type TestGatewayOptions } from "../gateway/gateway.ts";
import { json, RequestId, type Responder, type Upstream } from "./upstream.ts";

/** What IMM answers each of the operations with success: a delete's reply may have more than it needs. */
export const successBody = { RequestId, Dataset: { ProjectName: "atlas", DatasetName: "photos" } };

/**
 * What a failure means to the gateway:
 * - `refusal`: IMM answered, if strangely, and would so again;
 * - `throttling`: IMM did nothing, and asks to be asked later;
 * - `outage`: IMM fails, and a write may not be sent twice;
 * - `lost-response`: IMM may have done what was asked.
 */
export type FailureClass = "lost-response" | "outage" | "refusal" | "throttling";

/** A read and a write of each kind. */
export const operations: readonly Operation[] = [
  {
    action: "GetDataset",
    field: "dataset",
    prefix: "",
    document: `{ dataset(projectName: "atlas", datasetName: "photos") { datasetName description } }`,
    data: { dataset: { datasetName: "photos", description: null } },
    dataOnFailure: { dataset: null },
    isRead: true,
    callsInOutage: ["GetDataset", "GetDataset", "GetDataset"],
    callsAfterLoss: ["GetDataset", "GetDataset", "GetDataset"],
  },
  {
    action: "CreateDataset",
    field: "createDataset",
    prefix: "input.",
    document: `mutation {
      createDataset(input: { projectName: "atlas", datasetName: "photos" }) { dataset { datasetName } requestId }
    }`,
    data: { createDataset: { dataset: { datasetName: "photos" }, requestId: RequestId } },
    dataOnFailure: null,
    isRead: false,
    callsInOutage: ["CreateDataset"],
    // It is looked up, which meets the same, as any read.
    callsAfterLoss: ["CreateDataset", "GetDataset", "GetDataset", "GetDataset"],
  },
  {
    action: "UpdateDataset",
    field: "updateDataset",
    prefix: "input.",
    document: `mutation {
      updateDataset(input: { projectName: "atlas", datasetName: "photos", description: "Ours." }) {
        dataset { datasetName }
        requestId
      }
    }`,
    data: { updateDataset: { dataset: { datasetName: "photos" }, requestId: RequestId } },
    dataOnFailure: null,
    isRead: false,
    callsInOutage: ["UpdateDataset"],
    callsAfterLoss: ["UpdateDataset", "UpdateDataset"],
  },
  {
    action: "DeleteDataset",
    field: "deleteDataset",
    prefix: "input.",
    document: `mutation {
      deleteDataset(input: { projectName: "atlas", datasetName: "photos" }) { requestId }
    }`,
    data: { deleteDataset: { requestId: RequestId } },
    dataOnFailure: null,
    isRead: false,
    callsInOutage: ["DeleteDataset"],
    callsAfterLoss: ["DeleteDataset", "DeleteDataset"],
  },
];

/** An operation of a client, and what becomes of it. */
export interface Operation {
  readonly action: Action;
  /** Its root field. */
  readonly field: string;
  /** What stands before the name of an argument that IMM refuses. */
  readonly prefix: string;
  readonly document: string;
  /** Its data when IMM answers `successBody`, and when it fails. */
  readonly data: object;
  readonly dataOnFailure: object | null;
  readonly isRead: boolean;
  /** The calls to IMM, in order, while it fails, or while every response is lost. */
  readonly callsInOutage: readonly Action[];
  readonly callsAfterLoss: readonly Action[];
}

/** How a failure is reported to a client. */
export interface Failure {
  readonly failureClass: FailureClass;
  readonly code: string;
  readonly message: string;
  /** What is told of IMM beside the action. */
  readonly imm?: object | undefined;
  /** What else is told. */
  readonly more?: object | undefined;
}

/** What became of an operation. */
export interface Outcome {
  readonly data: unknown;
  readonly errors: readonly object[] | undefined;
  /** The calls that the gateway reports, and those that arrived at IMM, in order. */
  readonly attempted: readonly string[];
  readonly arrived: readonly string[];
}

/** Sends an operation to a gateway over an upstream, and checks that no secret gets out. */
export async function runAgainst(
  upstream: Pick<Upstream, "requests" | "url">,
  document: string,
  options: TestGatewayOptions = {},
): Promise<{ outcome: Outcome; log: string }> {
  await using gateway = gatewayTo(upstream.url, options);
  const { data, errors } = await gateway.send(document);
  const log = gateway.log.join("\n");

  const response = JSON.stringify({ data, errors });
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

  const attempted = gateway.calls.flatMap(({ action, attempts }) => Array<Action>(attempts).fill(action));
  const arrived = upstream.requests.map(({ action }) => action);
  return { outcome: { data, errors, attempted, arrived }, log };
}

/** The outcome of an operation that fails so, with the calls to IMM that such a failure causes. */
export function expectedOutcome(
  operation: Operation,
  { failureClass, message, code, imm, more }: Failure,
): Outcome {
  const { action, field, dataOnFailure, isRead, callsInOutage, callsAfterLoss } = operation;
  const callsOf = {
    refusal: [action],
    throttling: [action, action, action],
    outage: callsInOutage,
    "lost-response": callsAfterLoss,
  };
  const error =
    failureClass === "lost-response" && !isRead
      ? { message: unknown(action), extensions: { code: "UPSTREAM_TIMEOUT", imm: { action } } }
      : { message, extensions: { code, ...more, imm: { action, ...imm } } };
  return {
    data: dataOnFailure,
    errors: [{ ...error, path: [field], locations: [expect.anything()] }],
    attempted: callsOf[failureClass],
    arrived: callsOf[failureClass],
  };
}

function unknown(action: Action): string {
  return `The answer to ${action} was lost and its outcome is unknown: look whether it was done before you repeat it.`;
}

/** What IMM refuses, in the body that it refuses with. */
export function errorResponse(status: number, Code: string, more: object = {}, headers = {}): Responder {
  const HostId = "imm.cn-shanghai.aliyuncs.com";
  return json(status, { RequestId, HostId, Code, Message: `${Code}, says IMM.`, ...more }, headers);
}
