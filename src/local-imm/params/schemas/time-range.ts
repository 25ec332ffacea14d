import { z } from "zod";
import { parseTime, type TimeRange } from "../../time.ts";

/** A time as RFC 3339 writes it, as text: what was sent is kept. */
export const timeText: z.ZodType<string> = z
  .string()
  .refine(
    (value) => parseTime(value) !== undefined,
    "must be a time of RFC 3339, such as 2026-01-02T11:04:05.123+08:00",
  );

/** IMM's structure TimeRange. Whether its ends belong to it isn't documented: here both do. */
export const timeRange: z.ZodType<TimeRange> = z
  .object({ Start: timeText.optional(), End: timeText.optional() })
  .transform(({ Start, End }, { issues }) => {
    const range = {
      Start: Start === undefined ? undefined : parseTime(Start),
      End: End === undefined ? undefined : parseTime(End),
    };
    if (range.Start !== undefined && range.End !== undefined && range.Start > range.End) {
      issues.push({
        code: "custom",
        path: ["Start"],
        message: `must not be later than End, which is ${End}`,
        input: Start,
      });
    }
    return range;
  });
