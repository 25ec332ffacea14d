import { assert, constantFrom, oneof, property, record, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeGlobalId, encodeGlobalId } from "../../../src/graphql/schema/global-id.ts";
import { createKey, nameKey, textKey } from "../../../src/graphql/schema/key.ts";
import { readReference } from "../../../src/graphql/subgraph/reference.ts";
import { anyCharacter } from "../../support/any-character.ts";

const key = createKey("Binding", { ProjectName: nameKey, DatasetName: nameKey, URI: textKey });

/** What URIs and ids of IMM hold, and what would confuse an id: its own separators, and their escapes. */
const text = oneof(
  string({ unit: anyCharacter, minLength: 1 }),
  string({
    unit: constantFrom("/", ":", "%", "%2F", "%25", "oss://", " ", "相册", "é", "\n", "a"),
    minLength: 1,
  }),
).filter((value) => !value.includes("\0"));
const name = stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,20}$/);
const binding = record({ ProjectName: name, DatasetName: name, URI: text });

describe("a key of any text", () => {
  it("goes into a global id and comes out of it as it was", () => {
    assert(
      property(binding, (object) => {
        const { typename, id } = decodeGlobalId(encodeGlobalId("Binding", key.innerId(object)));

        expect({ typename, ...key.read(id) }).toEqual({ typename: "Binding", ...object });
      }),
    );
  });

  it("is read from a representation, by its fields and by its id", () => {
    assert(
      property(binding, (object) => {
        const { ProjectName: projectName, DatasetName: datasetName, URI: uri } = object;
        const id = encodeGlobalId("Binding", key.innerId(object));

        expect(readReference({ projectName, datasetName, uri }, key)).toEqual(object);
        expect(readReference({ id }, key)).toEqual(object);
      }),
    );
  });

  it("has one id for each key", () => {
    assert(
      property(binding, binding, (one, other) => {
        const isSame = JSON.stringify(Object.values(one)) === JSON.stringify(Object.values(other));

        expect(key.innerId(one) === key.innerId(other)).toBe(isSame);
      }),
    );
  });

  it.each<[what: string, innerId: string]>([
    ["too few parts", "atlas/photos"],
    ["too many parts", "atlas/photos/oss://bucket"],
    ["an empty part", "atlas/photos/"],
    ["a part that its rule refuses", "atlas/my photos/oss:%2F%2Fbucket"],
    ["an escape that no id has", "atlas/photos/oss:%2f%2fbucket"],
    ["a percent sign alone", "atlas/photos/100%"],
    ["a NUL", "atlas/photos/a\0b"],
    ["more than 1024 characters", `atlas/photos/${"相".repeat(1025)}`],
  ])("refuses %s", (_what, innerId) => {
    expect(() => key.read(innerId)).toThrow("This is no id that this graph answers.");
  });

  it("refuses an id of bytes that aren't UTF-8, or of a type that has none", () => {
    const bytes = Buffer.concat([Buffer.from("Binding:atlas/photos/"), Buffer.from([0xff, 0xfe])]);

    expect(() => decodeGlobalId(bytes.toString("base64"))).toThrow("This is no id that this graph answers.");
    expect(() => decodeGlobalId(encodeGlobalId("Viewer", "me"))).toThrow(
      "This is no id that this graph answers.",
    );
  });
});
