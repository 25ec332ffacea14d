import type { Request } from "../../../src/contract/wire.ts";
import { startTestGateway } from "./gateway.ts";

/** A gateway over a local IMM that holds the project `atlas` and some datasets in it; none of its calls is counted yet. */
export async function startSeededGateway(
  ...datasets: (string | Omit<Request<"CreateDataset">, "ProjectName">)[]
) {
  const service = await startTestGateway();
  await service.imm.call("CreateProject", { ProjectName: "atlas" });
  for (const dataset of datasets) {
    const params = typeof dataset === "string" ? { DatasetName: dataset } : dataset;
    await service.imm.call("CreateDataset", { ProjectName: "atlas", ...params });
  }
  service.calls.length = 0;
  return service;
}
