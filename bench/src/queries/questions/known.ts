import { inRange, inTable, pageSize } from "./by-hand.ts";
import {
  DatasetId,
  readPosition,
  writePosition,
  type Connection,
  type Position,
} from "../filled/local-store.ts";

/** What questions are made of: it is looked up once, and handed to other processes. */
export interface Known {
  readonly files: number;
  /** Of one of the files. */
  readonly ETag: string;
  /** The page that is asked for far behind. */
  readonly farPage: number;
  /** Where the page before it ends, as a token has it, by the order of the list. */
  readonly ends: Readonly<Record<keyof typeof orders, readonly string[]>>;
}

/** The lists that are sorted by two fields. */
export const orders = {
  sizes: "f.Size DESC, f.Filename, f.FileId DESC",
  widths: "f.ImageWidth DESC, f.ProduceTime DESC, f.FileId DESC",
} as const;

const farPage = 1_000;

export function lookUp(connection: Connection, files: number): Known {
  const page = Math.min(farPage, files / pageSize);
  const before = (page - 1) * pageSize - 1;
  const end = (fields: string, order: string) => {
    const { one, other, FileId } = connection
      .prepare(`SELECT ${fields}, f.FileId FROM ${inTable} ORDER BY ${order} LIMIT 1 OFFSET ${before}`)
      .get() as { one: bigint; other: bigint | string | null; FileId: bigint };
    return writePosition({ values: [one, other], FileId });
  };
  const { ETag } = connection
    .prepare(`SELECT ETag FROM File WHERE ${inRange("FileId")} LIMIT 1 OFFSET ${Math.floor(files / 2)}`)
    .get() as { ETag: string };
  const ends = {
    sizes: end("f.Size AS one, f.Filename AS other", orders.sizes),
    widths: end("f.ImageWidth AS one, f.ProduceTime AS other", orders.widths),
  };
  return { files, ETag, farPage: page, ends };
}

export const endOf = ({ ends }: Known, order: keyof typeof orders): Position =>
  readPosition([...ends[order]], DatasetId);
