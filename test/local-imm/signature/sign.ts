import { createHash, createHmac, randomUUID } from "node:crypto";

/** A request that is ready to be sent; `path` holds the query. */
export interface TestRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

export interface SignOptions {
  key: { accessKeyId: string; accessKeySecret: string; securityToken?: string };
  date: string;
  nonce?: string;
  method?: string;
  query?: Record<string, string>;
  form?: Record<string, string>;
  host: string;
}

/** Signs a call with ACS3-HMAC-SHA256, written from the recipe and not from the code that checks it. */
export function signV3(
  action: string,
  options: SignOptions & { headers?: Record<string, string> },
): TestRequest {
  const { key, date, nonce = randomUUID(), method = "POST", query = {}, form, host } = options;
  const body = form && encodePairs(form);
  const headers: Record<string, string> = {
    host,
    "x-acs-action": action,
    "x-acs-version": "2020-09-30",
    "x-acs-date": date,
    "x-acs-signature-nonce": nonce,
    "x-acs-content-sha256": sha256(body ?? ""),
    ...(key.securityToken && {
      "x-acs-accesskey-id": key.accessKeyId,
      "x-acs-security-token": key.securityToken,
    }),
    ...(form && { "content-type": "application/x-www-form-urlencoded" }),
    ...options.headers,
  };
  const names = Object.keys(headers).toSorted();
  const canonical = [
    method,
    "/",
    encodePairs(query),
    ...names.map((name) => `${name}:${headers[name]}`),
    "",
    names.join(";"),
    headers["x-acs-content-sha256"],
  ].join("\n");
  const signature = createHmac("sha256", key.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest("hex");
  const authorization = `ACS3-HMAC-SHA256 Credential=${key.accessKeyId},SignedHeaders=${names.join(";")},Signature=${signature}`;
  return {
    method,
    path: `/?${encodePairs(query)}`,
    headers: { ...headers, authorization },
    ...(body !== undefined && { body }),
  };
}

/** Signs a call with HMAC-SHA1, all in the query. `extra` replaces what would be sent. */
export function signV1(
  action: string,
  options: SignOptions & { extra?: Record<string, string> },
): TestRequest {
  const { key, date, nonce = randomUUID(), method = "POST", query = {}, form, host } = options;
  const signed: Record<string, string> = {
    ...query,
    Action: action,
    Version: "2020-09-30",
    Format: "json",
    AccessKeyId: key.accessKeyId,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: nonce,
    Timestamp: date,
    ...(key.securityToken && { SecurityToken: key.securityToken }),
    ...options.extra,
  };
  const stringToSign = `${method}&%2F&${encode(encodePairs({ ...signed, ...form }))}`;
  const Signature = createHmac("sha1", `${key.accessKeySecret}&`).update(stringToSign).digest("base64");
  return {
    method,
    path: `/?${encodePairs({ ...signed, Signature })}`,
    headers: { host, ...(form && { "content-type": "application/x-www-form-urlencoded" }) },
    ...(form && { body: encodePairs(form) }),
  };
}

export function encodePairs(pairs: Record<string, string>): string {
  const names = Object.keys(pairs).toSorted();
  return names.map((name) => `${encode(name)}=${encode(pairs[name]!)}`).join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function sha256(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
