import type { Logger } from "../../logger.ts";
import { listed, type Oddity } from "./key-set.ts";

/** Makes what logs the oddities of a key set: once, however often they are read, until they are others. */
export function oddityLog(logger: Logger): (oddities: readonly Oddity[]) => void {
  let known = "";

  return (oddities) => {
    const of = (...kinds: Oddity["why"][]) => oddities.filter(({ why }) => kinds.includes(why));
    // Some issuers publish their keys in another order each time.
    const told = oddities
      .map(({ text }) => text.replaceAll(/keys\.\d+/g, ""))
      .toSorted()
      .join("\n");
    if (told === known) return;
    known = told;
    const [others, broken, secrets] = [of("other"), of("broken", "twin"), of("secret")];
    if (others.length > 0) {
      logger.info(`The issuer's key set holds keys that aren't needed to check tokens: ${listed(others)}.`);
    }
    if (broken.length > 0) {
      logger.warn(`The issuer's key set has faults: ${listed(broken)}. What can't be used is left out.`);
    }
    if (secrets.length > 0) {
      logger.warn(
        `The issuer's key set holds secrets by which anyone who reads it can forge tokens: ${listed(secrets)}. They are not used; the issuer must replace them.`,
      );
    }
  };
}
