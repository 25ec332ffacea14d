import { fieldsToRead, type Batch, type FieldList, type TypeCalls } from "../../contract/calls.ts";
import { inCalls } from "../../contract/in-calls.ts";
import type { Action } from "../../contract/wire.ts";
import type { ParamValues } from "./planned-params.ts";

/** A type whose objects are read many by one call. */
export interface BatchedType extends TypeCalls {
  readonly batch: Batch;
  readonly fieldList: FieldList;
}

interface Call {
  readonly action: Action;
  readonly params: ParamValues;
}

/** The reads of objects that have all parts of their keys but one in common. */
export interface BatchedReads {
  readonly type: BatchedType;
  /** What they have in common. */
  readonly common: ParamValues;
  /** What is asked for at each depth of the operation: what is asked for deeper is read later. */
  readonly byDepth: Map<number, ReadsAtDepth>;
}

interface ReadsAtDepth {
  /** The fields of the graph that are asked for of each object, by the part of its key that is its own. */
  readonly fields: Map<unknown, Set<string>>;
  /** Where their calls go. */
  readonly calls: Call[];
}

/** Whether objects of a type are read many by one call. */
export function isBatched(type: TypeCalls): type is BatchedType {
  return type.batch !== undefined && type.fieldList !== undefined;
}

/** Asks for an object, and a field of it; calls go where `addCalls` returns. */
export function askForBatched(
  batches: Map<string, BatchedReads>,
  { type, key, depth, field }: { type: BatchedType; key: ParamValues; depth: number; field?: string },
  addCalls: () => Call[],
): void {
  const { [type.batch.part]: part, ...common } = key;
  const name = JSON.stringify([type.action, common]);
  const reads = batches.get(name) ?? { type, common, byDepth: new Map<number, ReadsAtDepth>() };
  batches.set(name, reads);
  const atDepth = reads.byDepth.get(depth) ?? { fields: new Map<unknown, Set<string>>(), calls: addCalls() };
  reads.byDepth.set(depth, atDepth);
  const fields = atDepth.fields.get(part) ?? new Set();
  atDepth.fields.set(part, fields);
  if (field !== undefined) fields.add(field);
}

/** Makes the calls for all that has been asked for: an object that was read is read again only for another field. */
export function settleBatches(batches: Map<string, BatchedReads>): void {
  for (const { type, common, byDepth } of batches.values()) {
    const known = new Map<unknown, ReadonlySet<string>>();
    for (const [, { fields, calls }] of [...byDepth].toSorted(([a], [b]) => a - b)) {
      const wanted = [...fields].map(([part, names]) => {
        const listed = fieldsToRead(type.fieldList, type.keyFields, names) ?? [];
        return { part, listed, before: known.get(part) };
      });
      const unread = wanted.filter(
        ({ listed, before }) => !before || listed.some((name) => !before.has(name)),
      );
      const union = new Set(unread.flatMap(({ listed, before }) => [...listed, ...(before ?? [])]));
      for (const { part } of unread) known.set(part, union);
      const parts = unread.map(({ part }) => part);
      for (const some of inCalls(parts, String)) {
        const params = {
          ...common,
          [type.batch.parameter]: some,
          [type.fieldList.parameter]: [...union],
        };
        calls.push({ action: type.action, params });
      }
    }
  }
  batches.clear();
}
