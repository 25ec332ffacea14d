import { matches } from "./pattern.ts";

/** What a statement may say of its resources. */
export const arnPattern = {
  allowed: "* or acs:service:region:account:resource",
  isLegal(text: string): boolean {
    if (text === "*") return true;
    const [acs, service, region, account, resource] = segments(text);
    if (acs !== "acs" || !service || !resource) return false;
    // Global services have neither (`acs:ram::111:role/x`), IMM has both: without them a Deny would never match.
    return !matches(service, "imm") || Boolean(region && account);
  },
};

/**
 * Whether a pattern covers the resource that a request asks for. Letters match in their own case.
 *
 * A `*` stays within its part of the name, so that no text in one part can stand for another; in the last
 * part it runs across `/` and `:` too. The resource `*`, of actions that RAM can't narrow, is covered by the
 * pattern `*` alone.
 */
export function coversResource(pattern: string, resource: string): boolean {
  if (pattern === "*") return true;
  const resourceSegments = segments(resource);
  return segments(pattern).every((part, index) => matches(part, resourceSegments[index]!));
}

function segments(arn: string): [string, string, string, string, string] {
  const [acs = "", service = "", region = "", account = "", ...resource] = arn.split(":");
  return [acs, service, region, account, resource.join(":")];
}
