import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdf } from "../../../support/media/pdf.ts";
import { startTestImm, type TestImm } from "../../start.ts";
import { ask, key, namesOf, startWithFiles } from "./files.ts";

const files = [
  {
    ...{ Filename: "2024/IMG_0012.JPG", Title: "Sunset at the Beach", Artist: "Ann Lee" },
    Labels: [{ LabelName: "Golden retriever", LabelAlias: "金毛寻回犬" }, { LabelName: "ball" }],
    CustomLabels: { Trip: "New York", mood: "Frohe Ostern" },
  },
  { Filename: "杭州市/西湖的天空.jpg", CustomLabels: { 城市: "杭州" } },
  { Filename: "café/Ängström.txt", text: "Der große Bär schläft. 文三路123号 ｆｕｌｌｗｉｄｔｈ naïve" },
  { Filename: "notes.txt", text: "sunset over york; new ideas\nthe beach is far" },
  { Filename: "東京タワー.png", OCRTexts: "ようこそ 서울 Welcome" },
  { Filename: "broken sunset.jpg", failed: true, text: "sunset" },
];

const [img, hangzhou, cafe, notes, tokyo] = files.map(({ Filename }) => Filename) as [
  ...[string, string, string, string, string, string],
];

let imm: TestImm;
beforeAll(async () => {
  imm = await startWithFiles(files);
});
afterAll(() => imm[Symbol.asyncDispose]());

/** The names of what a text finds, in the order of URIs, or why there are none. */
async function search(Query: string, params: Record<string, unknown> = {}) {
  return namesOf(await ask(imm, "FuzzyQuery", { Query, ...params }));
}

describe("words are found", () => {
  it.each([
    ["in a name", "img", [img]],
    ["in a name, in its parts", "0012", [img]],
    ["in a name, across its parts", "IMG_0012.jpg", [img]],
    ["in a path", "2024", [img]],
    ["in a path, across folders", "2024/IMG", [img]],
    ["in a title", "SUNSET beach", [img, notes]],
    ["in an artist's name", "ann", [img]],
    ["in labels", "retriever", [img]],
    ["in another name of a label", "金毛", [img]],
    ["in custom labels", "york", [img, notes]],
    ["in the names of custom labels", "mood", [img]],
    ["in what is written in a document", "ideas", [notes]],
    ["in what is seen in a picture", "welcome", [tokyo]],
    ["of Chinese by each character", "杭州", [hangzhou]],
    ["of Chinese inside others", "西湖", [hangzhou]],
    ["of Chinese up to the end of a name", "天空", [hangzhou]],
    ["of Chinese that stand apart", "天空 西湖", [hangzhou]],
    ["of Chinese with digits", "文三路123", [cafe]],
    ["of Japanese", "タワー", [tokyo]],
    ["of Japanese in Kanji", "東京", [tokyo]],
    ["of Korean", "서울", [tokyo]],
    ["several, in whatever order and place", "beach york retriever", [img]],
    ["several, one in a label, one in a custom label", "ball ostern", [img]],
    ["with the last one's beginning", "gold", [img]],
    ["each with its beginning", "sun bea", [img, notes]],
    ["between punctuation", "(york);", [img, notes]],
    ["in capital letters without accents", "ANGSTROM CAFE", [cafe]],
    ["with accents where there are none", "ánn", [img]],
    ["with accents where they are written apart", "cafe\u0301", [cafe]],
    ["in letters of full width", "ｙｏｒｋ fullwidth", []],
    ["in letters of full width, as in others", "ｙｏｒｋ", [img, notes]],
    ["written in full width by others", "fullwidth", [cafe]],
    ["with sharp s", "GROẞE", [cafe]],
    ["with quotes that mean nothing", '"new york"', [img, notes]],
  ])("%s: %s", async (_where, text, found) => {
    expect(await search(text)).toEqual(found);
  });

  it.each([
    ["the end of a word", "ach"],
    ["the middle of one", "unse"],
    ["characters in another order", "州杭"],
    ["characters that stand apart", "杭西"],
    ["words of which one is nowhere", "sunset nowhere"],
    ["words of two files", "ideas retriever"],
    ["words across two labels", "retriever-ball"],
    ["words across a name and a title", "jpg-sunset"],
    ["a bucket's name", "shots"],
    ["punctuation", "…!?'\"*()^-+"],
    ["white space", " \t\n\u3000 "],
    ["a picture", "\u{1f600}"],
    ["operators of a search engine", "NEAR(sunset beach) OR york*"],
    ["a column of a search engine", "Title:sunset"],
    ["a NOT", "york NOT retriever"],
  ])("but not by %s: %s", async (_what, text) => {
    expect(await search(text)).toEqual([]);
  });

  it("and counted, sorted and shown in pages", async () => {
    const params = { Sort: "Filename", Order: "desc", MaxResults: 1, WithFields: ["Filename"] };

    const first = await ask(imm, "FuzzyQuery", { Query: "sunset", ...params });
    const { NextToken } = first.body;
    const second = await ask(imm, "FuzzyQuery", { Query: "sunset", ...params, NextToken });

    expect([first.body, second.body]).toEqual([
      {
        RequestId: expect.any(String),
        Files: [{ Filename: notes }],
        TotalHits: 2n,
        NextToken: expect.any(String),
      },
      { RequestId: expect.any(String), Files: [{ Filename: img }], TotalHits: 2n, NextToken: "" },
    ]);
    const { body } = await ask(imm, "FuzzyQuery", { Query: "sunrise", ...params, NextToken });
    expect(body["Code"]).toBe("InvalidNextToken");
  });

  it("in up to 64 words", async () => {
    expect(await search(Array.from({ length: 64 }, () => "york").join(" "))).toEqual([img, notes]);
  });
});

describe("words of files that are indexed", () => {
  it("are found while they are there, and in their last form", async () => {
    await using started = await startTestImm();
    await started.call("CreateProject", { ProjectName: key.ProjectName });
    await started.call("CreateDataset", { ...key, TemplateId: "Official:DocumentManagement" });
    const find = async (Query: string) => namesOf(await ask(started, "FuzzyQuery", { Query }));
    const index = async (name: string, content: string | Buffer, file: object = {}) => {
      started.put("shots", name, content);
      await started.call("IndexFileMeta", { ...key, File: { URI: `oss://shots/${name}`, ...file } });
      await started.settled();
    };

    await index("a.txt", "杭州西湖 in the morning", { CustomLabels: { trip: "spring" } });
    await index("b.pdf", pdf("A quiet evening"));
    expect([await find("西湖"), await find("evening"), await find("spring")]).toEqual([
      ...[["a.txt"], ["b.pdf"], ["a.txt"]],
    ]);

    await index("a.txt", "at noon");
    expect([await find("西湖"), await find("noon spring")]).toEqual([[], ["a.txt"]]);

    await started.call("UpdateFileMeta", {
      ...key,
      File: { URI: "oss://shots/a.txt", CustomLabels: { trip: "fall" } },
    });
    expect([await find("spring"), await find("noon fall")]).toEqual([[], ["a.txt"]]);

    await started.call("DeleteFileMeta", { ...key, URI: "oss://shots/b.pdf" });
    expect(await find("evening")).toEqual([]);
  });
});
