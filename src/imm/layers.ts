import { authorise } from "./authorise.ts";
import { checkReply } from "./check-reply.ts";
import { keepDeadline } from "./keep-deadline.ts";
import type { Clock } from "./clock.ts";
import type { Judge } from "./permissions.ts";
import { report } from "./report.ts";
import type { Layer } from "./transport.ts";

/**
 * What is done around every call, the outermost first.
 *
 * The order carries meaning: what is refused to a caller is no call and is never shared, what is shared is retried
 * once for all, and a retry is judged by the breaker and paced like any call. So between the deadline and the check
 * stand, in this order: share, retry, break, pace.
 */
export function layers({ judge, clock }: { judge: Judge; clock: Clock }): Layer[] {
  return [authorise(judge), report(clock), keepDeadline(clock), checkReply];
}
