import type { YogaServerOptions } from "graphql-yoga";
import { truncate } from "../../text/truncate.ts";
import type { ServerContext } from "../server-context.ts";
import { headerOf } from "./node-request.ts";

type Cors = YogaServerOptions<object, object>["cors"];

const allowed = {
  methods: ["GET", "POST"],
  allowedHeaders: [
    "content-type",
    "authorization",
    "apollo-require-preflight",
    "x-apollo-operation-name",
    "x-imm-trace-calls",
    "x-imm-cost",
  ],
  exposedHeaders: ["retry-after"],
  // A caller shows a token. A cookie would come along without its page knowing.
  credentials: false,
  // As long as any browser keeps it.
  maxAge: 7200,
};

/**
 * Which pages of other origins may read what the gateway answers.
 *
 * @throws Error for what isn't an origin.
 */
export function corsFor(origins: readonly string[]): Cors {
  for (const origin of origins) {
    const problem = problemOfOrigin(origin);
    if (problem) throw new Error(`The origin ${JSON.stringify(truncate(origin, ""))} ${problem}`);
  }
  const listed = new Set(origins);
  if (listed.size === 0) return false;
  // Given a list, Yoga also sends CORS headers to origins that aren't on it: the only listed one, or `null`, which any
  // sandboxed page has.
  return (request, called) => {
    const origin = headerOf("origin", request, (called as ServerContext).req) ?? "";
    return listed.has(origin) ? { ...allowed, origin: [origin] } : false;
  };
}

/** Why a text can't be an origin that is let in, as the end of a sentence; undefined where it can. */
export function problemOfOrigin(text: string): string | undefined {
  if (text.includes("*")) return "stands for more than one: list each origin.";
  if (text === "null") return "is the origin of any sandboxed page: give yours an address.";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return "is not an origin such as https://app.example.com.";
  // Browsers send it in this form alone.
  return url.origin === text ? undefined : `is not how a browser sends it: ${url.origin}.`;
}
