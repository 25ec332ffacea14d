/**
 * A policy document that isn't one. The message says where it is wrong, what was sent (cut at 100
 * characters) and what is allowed: `Statement[1].Effect: "allow" is not allowed. Allowed: "Allow" or "Deny".`
 */
export class PolicyError extends Error {
  override readonly name = "PolicyError";

  constructor(where: string, sent: unknown, allowed: string) {
    const problem = sent === undefined ? "is missing" : `${show(sent)} is not allowed`;
    super(`${where}: ${problem}. Allowed: ${allowed}.`);
  }
}

const longest = 100;

function show(sent: unknown): string {
  const text =
    JSON.stringify(sent, (_name, value: unknown) => (typeof value === "bigint" ? `${value}` : value)) ??
    String(sent);
  const points = Array.from(text.slice(0, 2 * longest + 1));
  return points.length > longest ? `${points.slice(0, longest).join("")}…` : text;
}
