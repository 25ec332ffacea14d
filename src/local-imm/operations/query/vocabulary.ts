import type { FileArray } from "../../../contract/query-fields.ts";
import type { Vocabulary } from "../../semantic/read-sentence.ts";
import type { Name } from "../../semantic/names.ts";
import type { Scope } from "../../store/search/conditions/scope.ts";
import type { Store } from "../../store/store.ts";

const mostNames = 2000;

const named: readonly { readonly array: FileArray; readonly members: readonly string[] }[] = [
  { array: "Labels", members: ["LabelName", "LabelAlias"] },
  { array: "Addresses", members: ["Country", "Province", "City", "District", "Township"] },
];

/** The names of labels and places that files of a dataset have: of each kind the 2000 that most files have. */
export async function vocabularyOf(
  scope: Scope,
  { search }: Store,
  signal: AbortSignal | undefined,
): Promise<Pick<Vocabulary, "labels" | "places">> {
  const subjects = named.flatMap(({ array, members }) => members.map((member) => ({ array, member })));
  const aggregations = subjects.map((subject) => ({ subject, operation: "group" }) as const);
  const all = { scope, condition: undefined };
  const found = await search.aggregate(all, { aggregations, maxGroups: mostNames }, signal);
  const namesOf = (wanted: FileArray): Name[] =>
    subjects.flatMap(({ array, member }, index) =>
      array === wanted
        ? found[index]!.groups!.map(({ value }) => ({ Field: `${array}.${member}`, Value: String(value) }))
        : [],
    );
  const custom = search
    .customLabels(scope.DatasetId, mostNames)
    .map(({ key, value }) => ({ Field: `CustomLabels.${key}`, Value: value }));
  return { labels: [...namesOf("Labels"), ...custom], places: namesOf("Addresses") };
}
