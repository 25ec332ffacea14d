/**
 * The token of a request with `Authorization: Bearer <token>`, as RFC 6750 writes it; undefined where there is none, or
 * anything else.
 */
export function bearerToken({ headers }: Request): string | undefined {
  // Of two headers Fetch makes one, with a comma, which no token has.
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(headers.get("authorization") ?? "")?.[1];
}
