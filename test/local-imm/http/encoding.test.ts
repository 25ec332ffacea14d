import { array, assert, property, string, tuple } from "fast-check";
import { expect, it } from "vitest";
import { canonicalQuery, readPairs } from "../../../src/local-imm/http/encoding.ts";
import { anyCharacter } from "../../support/any-character.ts";

const text = string({ unit: anyCharacter });

it("parameters are read as they were encoded, by us and by forms", () => {
  assert(
    property(
      array(
        tuple(
          text.map((name) => `n${name}`),
          text,
        ),
      ),
      (pairs) => {
        const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
        const form = new URLSearchParams(pairs).toString();

        expect(readPairs(Buffer.from(canonicalQuery(pairs)))).toEqual(sorted);
        expect(readPairs(Buffer.from(form))).toEqual(pairs);
        expect(canonicalQuery(pairs)).toMatch(/^[\w.~%=&-]*$/);
      },
    ),
  );
});
