import * as fc from "fast-check";
import { parse, parseNumberAndBigInt, stringify } from "lossless-json";
import { describe, expect, it } from "vitest";
import { replyOf } from "../../../src/contract/contract.ts";
import type { Action } from "../../../src/contract/wire.ts";
import { parsePieces } from "../../../src/imm/transports/parse-pieces.ts";
import { readReply } from "../../../src/imm/transports/reply.ts";

/** The text that a reply was read from, as far as its members and their order tell. */
const readBack = (action: Action, text: string) =>
  stringify(readReply(action, { status: 200, bytes: Buffer.from(text) }).body);
const inPieces = (action: Action, text: string) => stringify(parsePieces(Buffer.from(text), replyOf(action)));

/** As plain parsing of the whole text has it, to the digit. */
const plainly = (text: string) => stringify(parse(text, undefined, parseNumberAndBigInt));

const words = fc.constantFrom(
  ...["},{", '},{"ProjectName":', ']},{"', '"', "\\", "\n", "a", "0123456789".repeat(9), "9007199254740993"],
  ...["é", "地图集", "😀", "\u2028", "x".repeat(999)],
);
const text = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(""));
const nested = fc.array(fc.record({ Name: text, Value: text }), { maxLength: 4 });
const integer = fc.oneof(fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
const dataset = fc.record(
  {
    ProjectName: text,
    DatasetName: text,
    Description: text,
    DatasetMaxTotalFileSize: integer,
    WorkflowParameters: nested,
    Unknown: fc.oneof(nested, fc.constant({}), fc.constant([]), fc.constant(null)),
  },
  { requiredKeys: ["ProjectName", "DatasetName"] },
);

/** A list whose text has from 125 to 300 KB. */
const long = <Element>(element: fc.Arbitrary<Element>) =>
  fc
    .tuple(fc.array(element, { minLength: 1, maxLength: 12 }), fc.integer({ min: 125_000, max: 300_000 }))
    .map(([elements, size]) => {
      const length = Math.ceil(size / Buffer.byteLength(stringify(elements)!));
      return Array.from({ length }, () => elements).flat();
    });

describe("a reply of 125 to 300 KB", () => {
  it("is read as plain parsing reads it, in pieces", () => {
    const page = fc.record({ RequestId: text, Datasets: long(dataset), NextToken: text });
    fc.assert(
      fc.property(page, (reply) => {
        const written = stringify(reply)!;
        expect(inPieces("ListDatasets", written) === written).toBe(true);
        expect(readBack("ListDatasets", written) === written).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("is read so whatever lists it has, in which order, and what begins as their elements do", () => {
    const file = fc.record({
      ProjectName: text,
      Figures: fc.array(dataset, { maxLength: 3 }),
      Size: integer,
    });
    const lists = fc.record({
      Files: long(file),
      Aggregations: long(fc.record({ Field: text, Groups: nested })),
      Unknown: long(file),
      Empty: fc.constant([]),
      Texts: fc.constant(["},{", '},{"ProjectName":']),
      RequestId: text,
      "7": text,
    });
    const ordered = lists.chain((members) =>
      fc.shuffledSubarray(Object.keys(members) as (keyof typeof members)[]).map((names) => {
        return Object.fromEntries(names.map((name) => [name, members[name]]));
      }),
    );
    fc.assert(
      fc.property(ordered, (reply) => {
        const written = stringify(reply)!;
        expect(readBack("SimpleQuery", written) === written).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  const elements = (count: number, rest = "") =>
    Array.from({ length: count }, (_, index) => `{"ProjectName":"atlas-${index}"${rest}}`).join();
  const large = elements(6_000);

  it.each([
    ["two lists at the top", `{"Files":[${large}],"Aggregations":[${large}]}`],
    [
      "a list behind many other members",
      `{"A":[${elements(9)}],"B":{"Files":[{}]},"Files":[${large}],"C":[1]}`,
    ],
  ])("is read in pieces: %s", (_name, written) => {
    expect(inPieces("SimpleQuery", written) === plainly(written)).toBe(true);
  });

  it.each([
    ["a list that the contract doesn't know", `{"Files":[{"ProjectName":"one"}],"Unknown":[${large}]}`],
    ["nested elements that begin alike", `{"Files":[{"ProjectName":"one","Figures":[${large}]}]}`],
    ["a list that is there twice", `{"Files":[${large}],"Files":[{"ProjectName":"two"}]}`],
    ["a list that is there twice, long twice", `{"Files":[${large}],"Files":[${large}]}`],
    ["a list that is no list the second time", `{"Files":[${large}],"Files":null}`],
    ["white space", `{ "Files" : [ ${large} ] }`],
    ["white space between elements", `{"Files":[${elements(6_000).replaceAll("},{", "}, {")}]}`],
    ["a text as large", `{"Files":[{"ProjectName":"${"},{".repeat(70_000)}"}]}`],
    ["a member of the prototype's name", `{"__proto__":[${large}],"Files":[${large}],"constructor":1}`],
    ["an element that looks like a mark", `{"Aggregations":["},{"],"Unknown":[],"Files":[${large},"},{"]}`],
    ["bytes that aren't UTF-8", `{"Files":[${large}],"RequestId":"\u00e9"}`],
  ])("is read as plain parsing reads it: %s", (_name, written) => {
    const bytes = Buffer.from(written, _name.startsWith("bytes") ? "latin1" : "utf8");

    const { body } = readReply("SimpleQuery", { status: 200, bytes });

    const whole: unknown = JSON.parse(new TextDecoder().decode(bytes));
    expect(JSON.stringify(body) === JSON.stringify(whole)).toBe(true);
  });

  it.each([
    ["its end is missing", `{"Files":[${large}`],
    ["it ends twice", `{"Files":[${large}]}]}`],
    ["an element isn't JSON", `{"Files":[${large},{"ProjectName":x}]}`],
    ["it is a list", `[{"Files":[${large}]}]`],
    ["there is more behind it", `{"Files":[${large}]}{}`],
    ["a comma is doubled", `{"Files":[${large},,${large}]}`],
  ])("is refused if %s", (_name, written) => {
    expect(() => readBack("SimpleQuery", written)).toThrow(
      "The answer to SimpleQuery is not one of IMM's (HTTP 200).",
    );
  });

  it("keeps every digit in each of its pieces", () => {
    const sizes = [0, 3_000, 5_999].map((at) => [at, 9_007_199_254_740_993n + 2n * BigInt(at)] as const);
    const sizeAt = new Map(sizes);
    const Files = Array.from({ length: 6_000 }, (_, at) => ({
      ProjectName: "atlas",
      Size: sizeAt.get(at) ?? at,
    }));

    const { body } = readReply("SimpleQuery", { status: 200, bytes: Buffer.from(stringify({ Files })!) });

    expect(body).toEqual({ Files });
  });
});
