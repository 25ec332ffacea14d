import {
  array,
  assert,
  bigInt,
  boolean,
  constant,
  dictionary,
  double,
  letrec,
  oneof,
  property,
  string,
} from "fast-check";
import { stringify } from "lossless-json";
import { describe, expect, it } from "vitest";
import { jsonPieces, writeJson } from "../../src/local-imm/write-json.ts";
import { anyCharacter } from "../support/any-character.ts";
import { repeat } from "../support/lists.ts";

const text = oneof(string({ unit: anyCharacter }), string({ unit: "binary-ascii" }));
const { data } = letrec((tie) => ({
  data: oneof(
    { maxDepth: 4 },
    ...[text, bigInt(), double(), boolean(), constant(null), constant(undefined)],
    array(tie("data")),
    dictionary(oneof(text, constant("DatasetName"), constant("URI")), tie("data")),
  ),
}));

describe("JSON text", () => {
  it("is what a library writes that loses no digit, of whatever there is", () => {
    assert(
      property(data, (value) => {
        expect(writeJson({ value })).toBe(stringify({ value }));
      }),
      { numRuns: 2_000 },
    );
  });

  it("escapes half a character", () => {
    expect(writeJson(["\ud83d", "\udca1", "💡", "a\ud83d"])).toBe('["\\ud83d","\\udca1","💡","a\\ud83d"]');
  });

  it("comes in pieces, of which a long list needs many", () => {
    const value = {
      Datasets: repeat(400, (n) => ({ DatasetName: `d${n}`, Description: "測".repeat(256), n })),
    };

    const pieces = jsonPieces(value);

    expect(pieces.join("")).toBe(JSON.stringify(value));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(34_000);
  });
});
