import { truncate } from "../../text/truncate.ts";
import type { Logger } from "../logger.ts";
import type { OnStream } from "./stream-report.ts";

/** Logs each stream as one line when it has ended; its request has one when it begins. */
export function streamLog(logger: Logger): OnStream {
  return (happening) => {
    if (happening.kind !== "end") return;
    const { operation, caller, end, events, polls, ms, codes } = happening.report;
    const line = {
      operation: operation && truncate(operation),
      caller: truncate(caller),
      ...{ end, events, polls },
      ms: Math.round(ms),
      codes: codes.length > 0 ? codes : undefined,
    };
    logger.info(line, "stream");
  };
}

/** Tells several. A stream neither fails with one of them nor waits for it. */
export function tellAll(listeners: readonly OnStream[], logger: Logger): OnStream {
  const notify = async (listener: OnStream, happening: Parameters<OnStream>[0]) => {
    try {
      await listener(happening);
    } catch (error) {
      logger.error(error);
    }
  };
  return (happening) => {
    for (const listener of listeners) void notify(listener, happening);
  };
}
