import { fileFields, isSortable } from "../../contract/query-fields.ts";
import type { SortKey } from "../store/search/sort.ts";
import type { Params } from "./params.ts";
import { refusal } from "./problem.ts";
import { orderSpelt } from "./schemas/choice.ts";

const maxKeys = 5;
const byURI: readonly SortKey[] = [{ field: "URI", direction: "asc" }];

/** Reads by what files are sorted. IMM doesn't say how they are if nobody says: here by their URIs. */
export function readSortKeys(params: Params): readonly SortKey[] {
  const fields = listed(params.text("Sort"));
  const orders = listed(params.text("Order")).map(orderSpelt);
  if (fields.length > maxKeys) throw refusal("Sort", `must have at most ${maxKeys} fields`, fields.join(","));
  const unknown = fields.find((field) => !isSortable(field));
  if (unknown !== undefined) {
    const sortable = Object.keys(fileFields).filter(isSortable);
    throw refusal("Sort", `must name fields that files are sorted by: ${sortable.join(", ")}`, unknown);
  }
  if (orders.length > Math.max(1, fields.length))
    throw refusal("Order", "must not be longer than Sort", orders.join(","));
  const bad = orders.find((order) => order !== "asc" && order !== "desc");
  if (bad !== undefined) throw refusal("Order", "must be asc or desc for each field", bad);
  // If it isn't sent at all, it is desc; where it is shorter, asc.
  const rest = orders.length === 0 ? "desc" : "asc";
  const keys = fields.filter(isSortable).map((field, index): SortKey => {
    return { field, direction: (orders[index] as SortKey["direction"] | undefined) ?? rest };
  });
  if (keys.length > 0) return keys;
  return orders[0] === "desc" ? [{ field: "URI", direction: "desc" }] : byURI;
}

function listed(text = ""): string[] {
  return text === "" ? [] : text.split(",").map((each) => each.trim());
}
