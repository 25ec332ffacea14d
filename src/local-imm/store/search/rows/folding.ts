import { fileMaps, type FileMap } from "../../../../contract/query-fields.ts";

/** A key of a map as it is compared. */
export function foldKey(map: FileMap, key: string): string {
  return fileMaps[map].foldsKeys ? key.toLowerCase() : key;
}

/** A value of a map as it is compared. */
export function foldValue(map: FileMap, value: string): string {
  return fileMaps[map].foldsValues ? value.toLowerCase() : value;
}
