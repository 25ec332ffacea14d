/** A time as a clock showed it where the picture was taken, not as it was here. */
export function timeThere(time: string): string {
  const [, clock, zone] = /^(.{19})(?:\.\d+)?(.+)$/.exec(time) ?? [];
  if (!clock) return time;
  const text = new Date(`${clock}Z`).toLocaleString("en", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${text} (${zone === "Z" ? "UTC" : zone})`;
}

/** A place on earth: `35.01° N, 135.77° E`. */
export function coordinatesInWords({
  latitude,
  longitude,
}: {
  latitude: number | null;
  longitude: number | null;
}): string {
  if (latitude === null || longitude === null) return "";
  const degrees = (value: number, [positive, negative]: string) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${degrees(latitude, "NS")}, ${degrees(longitude, "EW")}`;
}
