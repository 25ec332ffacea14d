import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bucket, startBucket } from "../../support/media/bucket.ts";
import { pdf } from "../../support/media/pdf.ts";

describe("ExtractDocumentText", () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await startBucket();
  });
  afterAll(() => bucket[Symbol.asyncDispose]());

  const read = async (key: string, content: Buffer | string) => {
    await bucket.put(key, content);
    return bucket.read(key, ["ExtractDocumentText"]);
  };

  it("reads a PDF page by page, and counts its pages", async () => {
    expect(await read("a.pdf", pdf("West (Lake)", "Hangzhou"))).toEqual({
      stamp: expect.anything(),
      fields: { PageCount: 2 },
      text: "West (Lake)\nHangzhou\n",
    });
  });

  it("reads text in UTF-8, UTF-16 and GBK", async () => {
    const texts = ["西湖", Buffer.from("\uFEFF西湖", "utf16le"), Buffer.from("cef7bafe", "hex")];
    for (const [index, text] of texts.entries()) {
      expect((await read(`${index}.txt`, text)).text).toBe("西湖");
    }
  });

  it("reads CSV, JSON and XML as they are, and no SVG", async () => {
    expect((await read("a.csv", "a,b\n")).text).toBe("a,b\n");
    expect((await read("a.json", '{"a":1}')).text).toBe('{"a":1}');
    expect((await read("a.xml", '<?xml version="1.0"?><a/>')).text).toBe('<?xml version="1.0"?><a/>');
    expect(await read("a.svg", "<svg></svg>")).not.toHaveProperty("text");
  });

  it("keeps the first million characters, and no half one", async () => {
    const { text } = await read("long.txt", "湖".repeat(2_000_000));

    expect(text).toMatch(/^湖+$/);
    expect(text!.length).toBe(Math.floor((1024 * 1024) / 3));
    expect((await read("a.txt", `${"a".repeat(1024 * 1024 - 1)}😀`)).text).toMatch(/^a+$/);
  });

  it("replaces NUL, which the store would take for the end", async () => {
    const text = `${"a".repeat(5000)}\0b`;

    expect((await read("nul.txt", text)).text).toBe(text.replace("\0", "\uFFFD"));
  });

  it("says of a damaged PDF that it is", async () => {
    expect((await read("a.pdf", "%PDF-1.4 and no more")).reason).toBe(
      "[InvalidArgument] The document is damaged, or not a document of its type.",
    );
  });
});
