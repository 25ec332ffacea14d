import * as fc from "fast-check";
import {
  fileArrays,
  fileFields,
  isComparable,
  isSortable,
  operatorsOfKind,
  type QueryKind,
} from "../../../../src/contract/query-fields.ts";
import type { QueryNode } from "../../../../src/local-imm/params/schemas/query-tree.ts";
import type { SortKey } from "../../../../src/local-imm/store/search/sort.ts";

// Few values each, so that conditions meet some files and miss others.
const strings = [
  "cat",
  "Cat",
  "cats",
  "",
  "IMG_0012.jpg",
  "杭州市西湖",
  "西湖",
  "Ä b",
  "\u{1f600}",
  "\ufffd",
];
const keys = ["trip", "Trip", "a.b", "'\""];
const integers = [0, 1, 2, 1_048_576, 9007199254740992n, 9007199254740993n, -5];
const numbers = [0, 0.5, 0.8, 0.80001, 1e-7, 3];
const times = [
  "2023-05-01T00:00:00+08:00",
  "2023-04-30T16:00:00Z",
  "2023-05-01T00:00:00.000000001+08:00",
  "1969-12-31T23:59:59.5Z",
];
const places = ["48.8583,2.2945", "48.86,2.35", "0,179.9", "0,-179.9", "89.9,10", "-33.86,151.2"];
const media = ["image", "video", "audio"];

const valuesOf: Readonly<Record<QueryKind, readonly unknown[]>> = {
  string: strings,
  text: strings,
  document: strings,
  integer: integers,
  number: numbers,
  time: times,
  place: places,
};

const some = fc.constantFrom.bind(fc) as <T>(...values: readonly T[]) => fc.Arbitrary<T>;

// The fields that are set most are asked for most, too.
const usual = [
  ...(["Size", "MediaType", "ProduceTime", "Filename", "Title", "Duration", "LatLong", "CustomId"] as const),
  ...(["OSSExpiration", "ImageScore.OverallQualityScore", "OCRTexts"] as const),
];

/** What stands in a file's document. */
export const documents: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      ...Object.fromEntries(
        usual
          .filter((field) => !field.includes("."))
          .map((field) => [field, some(...valuesOf[fileFields[field]])]),
      ),
      MediaType: some(...media),
      ImageScore: fc.record({ OverallQualityScore: some(...numbers) }),
      Labels: fc.array(element("Labels", ["LabelName", "LabelConfidence", "LabelLevel"]), { maxLength: 3 }),
      Addresses: fc.array(element("Addresses", ["City", "AddressLine"]), { maxLength: 2 }),
      VideoStreams: fc.array(element("VideoStreams", ["Index", "Width"]), { maxLength: 2 }),
      CustomLabels: fc.dictionary(some(...keys), some(...strings), { maxKeys: 3 }),
      OSSTagging: fc.dictionary(some(...keys), some(...strings), { maxKeys: 2 }),
      OSSUserMeta: fc.dictionary(some(...keys), some(...strings), { maxKeys: 2 }),
    },
    { requiredKeys: [] },
  )
  .map((fields) => ({ ...fields }));

function element(array: keyof typeof fileArrays, members: readonly string[]) {
  const kinds: Readonly<Record<string, QueryKind>> = fileArrays[array];
  return fc.record(Object.fromEntries(members.map((member) => [member, some(...valuesOf[kinds[member]!])])), {
    requiredKeys: [],
  });
}

function leafOn(field: string, kind: QueryKind): fc.Arbitrary<QueryNode> {
  return some(...operatorsOfKind[kind]).chain((Operation): fc.Arbitrary<QueryNode> => {
    if (Operation === "exist") return fc.constant({ Field: field, Operation });
    return operandOf(kind, Operation).map((Value) => ({ Field: field, Operation, Value }));
  });
}

function operandOf(kind: QueryKind, operation: string): fc.Arbitrary<string> {
  if (operation === "geo-distance") {
    return fc
      .tuple(some(...places), some(0, 4000, 30_000, 2_000_000, 20_015_000))
      .map((both) => both.join(";"));
  }
  if (operation === "geo-bounding-box")
    return some("90,170;-10,-170", "49,2;48,3", "90,-180;-90,180", "1,-180;0,0");
  if (operation === "geo-polygon") return some("50,2;50,3;48,3;48,2", "1,179;1,-179;-1,-179;-1,179");
  if (operation === "match-phrase") return some("cat", "IMG 0012", "西湖", "西 湖", "a b", "!", "0012");
  if (operation === "prefix") return some("", "c", "IMG", "杭", "\u{10ffff}", "\ud7ff", "Ca");
  const odd =
    kind === "integer" ? ["1.5", "1e3", "99999999999999999999"] : kind === "number" ? ["1", "-2"] : [];
  return some(...valuesOf[kind].map(String), ...odd);
}

const ofFile = fc.oneof(
  some(...usual).chain((field) => leafOn(field, fileFields[field])),
  some(...(Object.keys(fileFields) as (keyof typeof fileFields)[])).chain((field) =>
    leafOn(field, fileFields[field]),
  ),
  some("CustomLabels", "OSSTagging", "OSSUserMeta").chain((map) =>
    some(...keys).chain((key) => leafOn(`${map}.${key}`, "string")),
  ),
  some("CustomLabels", "Labels", "Addresses").map((Field) => ({ Field, Operation: "exist" as const })),
);

function ofElement(array: keyof typeof fileArrays) {
  const members = Object.entries(fileArrays[array]) as [string, QueryKind][];
  const usualMembers = members.slice(0, 3);
  return fc
    .oneof({ weight: 4, arbitrary: some(...usualMembers) }, { weight: 1, arbitrary: some(...members) })
    .chain(([member, kind]) => leafOn(`${array}.${member}`, kind));
}

const arrays = some<keyof typeof fileArrays>("Labels", "Labels", "Addresses", "VideoStreams");

const nested: fc.Arbitrary<QueryNode> = arrays.chain((Field) =>
  fc.array(combined(ofElement(Field), 1), { minLength: 1, maxLength: 3 }).map((SubQueries) => ({
    ...{ Operation: "nested" as const, Field, SubQueries },
  })),
);

function combined(leaf: fc.Arbitrary<QueryNode>, depth: number): fc.Arbitrary<QueryNode> {
  if (depth === 0) return leaf;
  const below = combined(leaf, depth - 1);
  const node = fc
    .tuple(some<"and" | "not" | "or">("and", "or", "not"), fc.array(below, { minLength: 1, maxLength: 3 }))
    .map(([Operation, SubQueries]) => ({ Operation, SubQueries }));
  return fc.oneof(leaf, node);
}

/** Trees of conditions that queries take. */
export const trees: fc.Arbitrary<QueryNode> = combined(
  fc.oneof(
    { weight: 4, arbitrary: ofFile },
    { weight: 1, arbitrary: arrays.chain(ofElement) },
    { weight: 2, arbitrary: nested },
  ),
  3,
);

const sortable = Object.keys(fileFields).filter(isSortable);

/** By what files may be sorted. */
export const sortings: fc.Arbitrary<SortKey[]> = fc.uniqueArray(
  fc.record({
    field: fc.oneof(
      some(...usual.filter(isSortable)),
      some("URI", "CreateTime", "Filename"),
      some(...sortable),
    ),
    direction: some("asc", "desc"),
  }) as fc.Arbitrary<SortKey>,
  { minLength: 1, maxLength: 5, selector: ({ field }) => field },
);

/** Fields that may be aggregated, with what they hold. */
export const aggregated: readonly (readonly [string, QueryKind])[] = [
  ...Object.entries(fileFields),
  ...Object.entries(fileArrays).flatMap(([array, members]) =>
    Object.entries(members).map(([member, kind]) => [`${array}.${member}`, kind] as const),
  ),
  ...keys.map((key) => [`CustomLabels.${key}`, "string"] as const),
].filter(([, kind]) => isComparable(kind));
