import { fileArrays, fileMaps, type FileArray, type FileMap } from "../../../../contract/query-fields.ts";
import type { Connection } from "../../database/connection.ts";
import { type Fields, membersOf, placeOf, quoted, tableOf, toColumn } from "./columns.ts";
import { foldKey, foldValue } from "./folding.ts";
import { wordsOf } from "./words.ts";

/** A file as searches know it, beside its columns. */
export interface SearchedFile {
  readonly FileId: bigint;
  readonly DatasetId: bigint;
  /** What is known of it, by IMM's names. */
  readonly fields: Fields;
  /** What is written in it. */
  readonly text: string | null;
}

export type SearchRows = ReturnType<typeof createSearchRows>;

// Of a document's text: nothing costs a file more than its words.
const searchedText = 100_000;

const arrays = Object.keys(fileArrays) as FileArray[];
const maps = Object.keys(fileMaps) as FileMap[];

/** The fields of which FileText has a column each. */
export const phraseFields = [
  ...(["Filename", "Title", "Artist", "AlbumArtist", "Composer", "Performer", "Album", "OCRTexts"] as const),
];

/** Prepares what keeps, beside the columns of files, what searches ask: lists, maps, places and words. */
export function createSearchRows(db: Connection) {
  const insertElement = new Map(
    arrays.map((array) => {
      const names = membersOf[array].map(([member]) => quoted(member));
      const marks = names.map(() => "?").join(", ");
      return [
        array,
        db.prepare(
          `INSERT INTO ${tableOf[array]} (FileId, Ordinal, ${names.join(", ")}) VALUES (?, ?, ${marks})`,
        ),
      ];
    }),
  );
  const markRepeated = db.prepare(`
    UPDATE FileLabel AS e SET Repeats = 1 WHERE FileId = ? AND EXISTS (
      SELECT 1 FROM FileLabel d WHERE d.FileId = ? AND d.Ordinal < e.Ordinal AND d.LabelName = e.LabelName
    )
  `);
  const insertEntry = db.prepare(
    "INSERT OR IGNORE INTO FileEntry (FileId, Map, EntryKey, FoldedValue, Value) VALUES (?, ?, ?, ?, ?)",
  );
  const insertPlace = db.prepare("INSERT INTO FilePlace VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const insertText = db.prepare(`
    INSERT INTO FileText (rowid, ${phraseFields.join(", ")}, Labels, CustomLabels, Text)
    VALUES (?, ${phraseFields.map(() => "?").join(", ")}, ?, ?, ?)
  `);
  const removals = [...Object.values(tableOf), "FileEntry", "FilePlace"]
    .map((table) => `DELETE FROM ${table} WHERE FileId = ?`)
    .concat("DELETE FROM FileText WHERE rowid = ?")
    .map((statement) => db.prepare(statement));

  function saveElements(FileId: bigint, array: FileArray, elements: unknown): void {
    if (!Array.isArray(elements)) return;
    for (const [ordinal, element] of elements.entries()) {
      if (typeof element !== "object" || element === null) continue;
      const values = membersOf[array].map(([member, kind]) => toColumn(kind, (element as Fields)[member]));
      insertElement.get(array)!.run(FileId, ordinal, ...values);
    }
    if (array === "Labels" && hasRepeated(elements)) markRepeated.run(FileId, FileId);
  }

  function saveEntries(FileId: bigint, map: FileMap, entries: unknown): void {
    if (typeof entries !== "object" || entries === null) return;
    for (const [key, value] of Object.entries(entries)) {
      if (typeof value !== "string") continue;
      insertEntry.run(FileId, map, foldKey(map, key), foldValue(map, value), value);
    }
  }

  return {
    /** Keeps what searches ask of a file of which they know nothing yet. */
    save({ FileId, DatasetId, fields, text }: SearchedFile): void {
      for (const array of arrays) saveElements(FileId, array, fields[array]);
      for (const map of maps) saveEntries(FileId, map, fields[map]);
      const place = placeOf(fields);
      if (place) {
        const { latitude, longitude } = place;
        const corners = [DatasetId, DatasetId, latitude, latitude, longitude, longitude];
        insertPlace.run(FileId, ...corners, latitude, longitude);
      }
      const words = wordColumns(fields, text);
      if (words.some(Boolean)) insertText.run(FileId, ...words);
    },
    /** Forgets it. */
    remove(FileId: bigint): void {
      for (const removal of removals) removal.run(FileId);
    },
  };
}

/** The words of a file, for each column of FileText. */
function wordColumns(fields: Fields, text: string | null): (string | null)[] {
  const { Labels, CustomLabels } = fields;
  const labels = Array.isArray(Labels) ? (Labels as readonly Fields[]) : [];
  return [
    ...phraseFields.map((field) => together([fields[field]])),
    together(labels.flatMap(({ LabelName, LabelAlias }) => [LabelName, LabelAlias])),
    together(Object.entries((CustomLabels ?? {}) as Fields).flat()),
    together([text?.slice(0, searchedText)]),
  ];
}

/** The words of some texts, with one between that no text has: no phrase runs from one text into the next. */
function together(texts: readonly unknown[]): string | null {
  const words = texts.flatMap((text) => (typeof text === "string" ? [wordsOf(text).join(" ")] : []));
  return words.length > 0 ? words.join(" · ") : null;
}

function hasRepeated(labels: readonly unknown[]): boolean {
  const names = labels.map((label) => (label as Fields | null)?.["LabelName"]);
  return new Set(names).size < names.length;
}
