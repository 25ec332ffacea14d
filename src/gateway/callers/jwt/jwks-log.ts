import type { Logger } from "../../logger.ts";
import { listed, type KeySetIssue } from "./jwks.ts";

/** Makes what logs the issues of a key set: once, however often they are read, until they are others. */
export function keySetLog(logger: Logger): (issues: readonly KeySetIssue[]) => void {
  let known = "";

  return (issues) => {
    const of = (...kinds: KeySetIssue["why"][]) => issues.filter(({ why }) => kinds.includes(why));
    // Some issuers publish their keys in another order each time.
    const told = issues
      .map(({ text }) => text.replaceAll(/keys\.\d+/g, ""))
      .toSorted()
      .join("\n");
    if (told === known) return;
    known = told;
    const [unneeded, faults, secrets] = [of("unneeded"), of("malformed", "duplicate-kid"), of("secret")];
    if (unneeded.length > 0) {
      logger.info(`The issuer's key set holds keys that aren't needed to check tokens: ${listed(unneeded)}.`);
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
