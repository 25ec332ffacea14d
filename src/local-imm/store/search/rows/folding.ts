import { fileMaps, type FileMap } from "../../../../contract/query-fields.ts";

/** A key of a map as it is compared. */
export function foldKey(map: FileMap, key: string): string {
  return fileMaps[map].foldsKeys ? fold(key) : key;
}

/** A value of a map as it is compared. */
export function foldValue(map: FileMap, value: string): string {
  return fileMaps[map].foldsValues ? fold(value) : value;
}

/** In lower case, with one form of the Greek sigma: at the end of a word it has another, which a prefix doesn't know. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll("ς", "σ");
}
