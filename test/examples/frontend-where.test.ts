import { expect, it } from "vitest";
import type { FileWhereInput } from "../../examples/frontend/src/generated/graphql.ts";
import { fieldAt, filterBy, type Filter } from "../../examples/frontend/src/pictures/filter.ts";
import { whereOf } from "../../examples/frontend/src/pictures/where.ts";

const empty = filterBy(() => "");

it.each<[name: string, filter: Partial<Filter>, where: FileWhereInput | undefined]>([
  ["nothing, where nothing is filled in", {}, undefined],
  ["nothing for the key of a label alone", { labelKey: "trip" }, undefined],
  ["one day in UTC", { takenTo: "2024-01-31" }, { produceTime: { lte: "2024-01-31T23:59:59.999999999Z" } }],
  [
    "10 kilometres unless it says how many",
    { latitude: "35.01", longitude: "-0.5" },
    { latLong: { near: { latitude: 35.01, longitude: -0.5, metres: 10_000 } } },
  ],
  [
    "what is no number as it is",
    { latitude: "north", kilometres: "far" },
    { latLong: { near: { latitude: "north", longitude: "", metres: "far" } } },
  ],
  ["a text as words of the title", { text: "old capital" }, { title: { matchPhrase: "old capital" } }],
  ["a size to its last digit", { minSize: "9007199254740993" }, { size: { gte: "9007199254740993" } }],
])("the frontend's filter sends %s", (_name, filter, where) => {
  const sent = whereOf({ ...empty, ...filter });
  expect(sent && JSON.parse(JSON.stringify(sent))).toEqual(where);
});

it.each([
  ["where.size.gte", "minSize"],
  ["where.latLong.near", "latitude"],
  ["where.latLong.near.metres", "kilometres"],
  ["where.customLabels[0].eq", "labelValue"],
  ["where.customLabels[0].key", "labelKey"],
  ["where.or[1].customLabels[0].prefix", "text"],
  ["where", undefined],
  ["text", undefined],
])("the frontend shows a problem at %s by the field %s", (place, field) => {
  expect(fieldAt(place)).toBe(field);
});

it("the compiler catches a wrong field, operator or value in the frontend's where", () => {
  const wrong: FileWhereInput[] = [
    // @ts-expect-error The field is mediaType.
    { mediaTyp: { eq: "image" } },
    // @ts-expect-error A number has no prefix.
    { size: { prefix: "1" } },
    // @ts-expect-error A place has three numbers.
    { latLong: { near: { latitude: 1, longitude: 2 } } },
    // @ts-expect-error A time is text.
    { produceTime: { gte: new Date(0) } },
    // @ts-expect-error A condition on a label names its key.
    { customLabels: [{ eq: "Japan" }] },
  ];
  expect(wrong).toHaveLength(5);
});
