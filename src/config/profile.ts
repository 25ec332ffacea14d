import { redacted, type Reader } from "./reader.ts";

/** Which defaults hold: those of a gateway that others depend on, or those of whoever works with it. */
export type Profile = "development" | "production";

/**
 * Reads `NODE_ENV`, which is production or anything. What only looks like production is refused: the gateway would else
 * be open where its operator thinks that it is closed.
 */
export function readProfile(reader: Reader): Profile {
  const value = reader.text("NODE_ENV", "");
  if (value === "production") return value;
  // Also in quotes, which a file of settings may leave around it.
  const isMeant = /^[^a-z]*prod/i.test(value);
  if (isMeant) {
    reader.addProblem(
      "NODE_ENV",
      `${redacted(value)} is not production, and would mean development: write production, in lower case and with nothing around it.`,
    );
  }
  return "development";
}
