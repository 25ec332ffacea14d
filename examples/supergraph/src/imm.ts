import { createGateway, createImm, fixedCredentials, openapiTransport } from "imm-graphql";
import { startLocalImm } from "imm-graphql/local-imm";
import { listen, type Service } from "./listen.ts";

const key = { accessKeyId: "local", accessKeySecret: "local-secret" };

/** Starts imm-graphql as a subgraph, over a local IMM that keeps its data in a folder. */
export async function startImmSubgraph(dir: string): Promise<Service> {
  const region = "cn-shanghai";
  const local = await startLocalImm({ dir, port: 0, region, accountId: "1000000000000000", keys: [key] });
  const imm = createImm({
    transport: openapiTransport({ endpoint: local.url, credentials: fixedCredentials(key) }),
  });
  const service = await listen(createGateway({ imm, subgraph: {} }));
  return {
    url: service.url,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await imm[Symbol.asyncDispose]();
      await local[Symbol.asyncDispose]();
    },
  };
}
