import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { Pool } from "undici";

const require = createRequire(import.meta.url);
const { OpenApiUtil } = require("@alicloud/openapi-core") as typeof import("@alicloud/openapi-core");

const emptyHash = createHash("sha256").update("").digest("hex");

/** Calls IMM with a signature and nothing else. */
export interface SignedCalls extends AsyncDisposable {
  call(action: string, query: Record<string, string>): Promise<{ status: number; text: string }>;
}

/** Connects to an IMM with a key. */
export function connectSigned(endpoint: string, { id, secret }: { id: string; secret: string }): SignedCalls {
  const { host } = new URL(endpoint);
  const pool = new Pool(endpoint, { connections: 128 });
  return {
    async call(action, query) {
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
        id,
        secret,
      );
      const search = new URLSearchParams(query).toString();
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: `/?${search}`,
        headers: { ...headers, authorization },
      });
      return { status: statusCode, text: await body.text() };
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
