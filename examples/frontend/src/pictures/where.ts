import type { FileWhereInput } from "../generated/graphql.ts";
import type { Filter } from "./filter.ts";

/**
 * The filter as the graph takes it, or undefined if it is empty: a `where` has at least one condition. What is undefined
 * in it isn't sent. Whether a value is allowed is the graph's to say.
 */
export function whereOf({
  mediaType,
  contentType,
  takenFrom,
  takenTo,
  latitude,
  longitude,
  kilometres,
  text,
  labelKey,
  labelValue,
  minSize,
}: Filter): FileWhereInput | undefined {
  // Written as one literal: in what is spread, the compiler would let a wrong field pass.
  const where: FileWhereInput = {
    mediaType: mediaType ? { eq: mediaType } : undefined,
    contentType: contentType ? { eq: contentType } : undefined,
    produceTime:
      takenFrom || takenTo
        ? {
            gte: takenFrom ? `${takenFrom}T00:00:00Z` : undefined,
            lte: takenTo ? `${takenTo}T23:59:59.999999999Z` : undefined,
          }
        : undefined,
    latLong:
      latitude || longitude
        ? {
            near: {
              latitude: numberOrText(latitude),
              longitude: numberOrText(longitude),
              metres: metresOf(kilometres || "10"),
            },
          }
        : undefined,
    title: text && !labelKey ? { matchPhrase: text } : undefined,
    or:
      text && labelKey
        ? [{ title: { matchPhrase: text } }, { customLabels: [{ key: labelKey, prefix: text }] }]
        : undefined,
    customLabels: labelValue ? [{ key: labelKey, eq: labelValue }] : undefined,
    size: minSize ? { gte: minSize } : undefined,
  };
  return Object.values(where).some((condition) => condition !== undefined) ? where : undefined;
}

function metresOf(kilometres: string): number | string {
  const number = numberOrText(kilometres);
  return typeof number === "number" ? number * 1000 : number;
}

function numberOrText(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
