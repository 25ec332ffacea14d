/** The fields of the filter. */
export const filterFields = [
  { name: "mediaType", label: "Media type", placeholder: "image" },
  { name: "contentType", label: "MIME type", placeholder: "image/jpeg" },
  { name: "takenFrom", label: "Taken from", type: "date" },
  { name: "takenTo", label: "Taken to", type: "date" },
  { name: "latitude", label: "Near latitude", inputMode: "decimal", placeholder: "35.01" },
  { name: "longitude", label: "Near longitude", inputMode: "decimal", placeholder: "135.77" },
  { name: "kilometres", label: "Within kilometres", inputMode: "decimal", placeholder: "10" },
  { name: "text", label: "Title or label" },
  { name: "labelKey", label: "Label key", placeholder: "trip" },
  { name: "labelValue", label: "Label value" },
  { name: "minSize", label: "Bytes at least", inputMode: "numeric" },
] as const;

export type FilterName = (typeof filterFields)[number]["name"];

/** What was typed, as text; what is empty is no condition. */
export type Filter = Readonly<Record<FilterName, string>>;

/** The filter as something says it, field by field. */
export function filterBy(valueOf: (name: FilterName) => string): Filter {
  return Object.fromEntries(filterFields.map(({ name }) => [name, valueOf(name)])) as Filter;
}

/** Which field each place in `where` comes from; a place further in is told by the longest of these. */
const places: Readonly<Record<string, FilterName>> = {
  "where.mediaType": "mediaType",
  "where.contentType": "contentType",
  "where.produceTime.gte": "takenFrom",
  "where.produceTime.lte": "takenTo",
  "where.latLong": "latitude",
  "where.latLong.near.longitude": "longitude",
  "where.latLong.near.metres": "kilometres",
  "where.title": "text",
  "where.or": "text",
  "where.customLabels": "labelValue",
  "where.customLabels[0].key": "labelKey",
  "where.size": "minSize",
};

/** The field that a place in `where` is about. */
export function fieldAt(place: string | undefined): FilterName | undefined {
  const around = Object.keys(places).filter((each) => place?.startsWith(each));
  return places[around.toSorted((a, b) => b.length - a.length)[0] ?? ""];
}
