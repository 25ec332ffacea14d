import type { DatasetKey } from "../files/dataset-key.ts";
import { filterBy, type Filter } from "./filter.ts";
import { sorts, type Sort } from "./sorts.ts";

/** What is asked of a dataset's pictures. It stands in the page's address, where it can be kept. */
export interface Asked {
  readonly filter: Filter;
  /** The text to search for, in place of the filter; empty if none. */
  readonly search: string;
  readonly sort: Sort;
}

export function askedBy(address: URLSearchParams): Asked {
  return {
    filter: filterBy((name) => address.get(name) ?? ""),
    search: address.get("search") ?? "",
    sort: sorts.find(({ name }) => name === address.get("sort")) ?? sorts[0],
  };
}

/** The address of a dataset's pictures, without what is empty. */
export function picturesAddress({ projectName, datasetName }: DatasetKey, asked?: Asked): string {
  const all = {
    project: projectName,
    dataset: datasetName,
    view: "pictures",
    ...asked?.filter,
    search: asked?.search ?? "",
    sort: !asked || asked.sort === sorts[0] ? "" : asked.sort.name,
  };
  return `?${new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""))}`;
}
