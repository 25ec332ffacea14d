/** What the package gives to a server that the gateway is a part of; `imm-graphql/local-imm` is the local IMM. */
export type { Authenticate, Identity } from "./gateway/authenticate.ts";
export { createGateway, type Gateway } from "./gateway/gateway.ts";
export type { GatewayOptions } from "./gateway/gateway-options.ts";
export { jwtCallers, type JwtOptions } from "./gateway/jwt.ts";
export { defaultLimits, type Limits } from "./gateway/limits.ts";
export type { Logger } from "./gateway/logger.ts";
export type { OnRequest, OperationReport, RequestReport } from "./gateway/request-report.ts";
export { parseTokens, tokenCallers, type StaticToken } from "./gateway/tokens.ts";
export { parseTrustedDocuments, type TrustedDocuments } from "./gateway/trusted-documents.ts";
export type { RateLimit } from "./gateway/use-rate-limit.ts";
export type { Caller } from "./imm/caller.ts";
export { createImm, type Imm, type ImmOptions } from "./imm/client.ts";
export type { Permissions } from "./imm/permissions.ts";
export { parsePolicies } from "./imm/policies.ts";
export { defaultCredentials, fixedCredentials, type CredentialSource } from "./imm/transport-credentials.ts";
export { openapiTransport } from "./imm/transport-openapi.ts";
export { sdkTransport } from "./imm/transport-sdk.ts";
export type { CallReport, Transport } from "./imm/transport.ts";
