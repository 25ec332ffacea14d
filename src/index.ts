/** What the package gives to a server that the gateway is a part of; `imm-graphql/local-imm` is the local IMM. */
export { createGateway, type Gateway, type GatewayOptions } from "./gateway/gateway.ts";
export type { Logger } from "./gateway/logger.ts";
export { parseTrustedDocuments, type TrustedDocuments } from "./gateway/trusted-documents.ts";
export { createImm, type Imm } from "./imm/client.ts";
export { defaultCredentials, fixedCredentials, type CredentialSource } from "./imm/transport-credentials.ts";
export { openapiTransport } from "./imm/transport-openapi.ts";
export { sdkTransport } from "./imm/transport-sdk.ts";
export type { Transport } from "./imm/transport.ts";
