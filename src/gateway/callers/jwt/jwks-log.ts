import type { Logger } from "../../logger.ts";
import { listed, type JwksIssue } from "./jwks.ts";

/** Makes a function that logs the issues of a key set, and again only when they change. */
export function createJwksLog(logger: Logger): (issues: readonly JwksIssue[]) => void {
  let logged = "";

  return (issues) => {
    const of = (...kinds: JwksIssue["kind"][]) => issues.filter(({ kind }) => kinds.includes(kind));
    // Without the keys' places: some issuers publish them in another order each time.
    const current = issues
      .map(({ text }) => text.replaceAll(/keys\.\d+/g, ""))
      .toSorted()
      .join("\n");
    if (current === logged) return;
    logged = current;
    const [notApplicable, faults, secrets] = [
      of("not-applicable"),
      of("malformed", "duplicate-kid"),
      of("secret"),
    ];
    if (notApplicable.length > 0) {
      logger.info(
        `The issuer's key set holds keys that aren't needed to check tokens: ${listed(notApplicable)}.`,
      );
    }
    if (faults.length > 0) {
      logger.warn(`The issuer's key set has faults: ${listed(faults)}. What can't be used is left out.`);
    }
    if (secrets.length > 0) {
      logger.warn(
        `The issuer's key set holds secrets by which anyone who reads it can forge tokens: ${listed(secrets)}. They are not used; the issuer must replace them.`,
      );
    }
  };
}
