import { useQuery } from "urql";
import { Failure } from "../failure.tsx";
import type { DatasetKey } from "../files/dataset-key.ts";
import { graphql } from "../generated/gql.ts";
import { grouped } from "../grouped.ts";
import { problemsOf } from "../problems.ts";
import { Facet } from "./facet.tsx";
import type { Filter, FilterName } from "./filter.ts";
import { whereOf } from "./where.ts";

const FacetsQuery = graphql(`
  query Facets(
    $projectName: ProjectName!
    $datasetName: DatasetName!
    $where: FileWhereInput
    $labelKey: String!
    $hasLabelKey: Boolean!
  ) {
    dataset(projectName: $projectName, datasetName: $datasetName) {
      id
      aggregate(where: $where) {
        count
        mediaType {
          groups(first: 10) {
            value
            count
          }
        }
        contentType {
          groups(first: 10) {
            value
            count
          }
        }
        customLabel(key: $labelKey) @include(if: $hasLabelKey) {
          groups(first: 10) {
            value
            count
          }
        }
        size {
          min
          max
        }
      }
    }
  }
`);

interface Props {
  dataset: DatasetKey;
  filter: Filter;
  /** Puts a value into a field of the filter, or takes it out. */
  onToggle: (name: FilterName, value: string) => void;
}

/** What there is among the pictures that the filter finds, counted by IMM in one call. */
export function Facets({ dataset, filter, onToggle }: Props) {
  const { labelKey } = filter;
  const [{ data, error, fetching }, read] = useQuery({
    query: FacetsQuery,
    variables: { ...dataset, where: whereOf(filter), labelKey, hasLabelKey: labelKey !== "" },
  });
  const found = data?.dataset?.aggregate;
  const facet = { filter, onToggle };
  return (
    <div className="card facets" aria-busy={fetching}>
      <h2>What there is</h2>
      <output>{fetching ? "Counting…" : found ? filesInWords(found.count) : "Not counted."}</output>
      {/* What is wrong with a field is shown by it. */}
      <Failure
        problems={problemsOf(error).filter(({ field }) => !field)}
        retry={() => read({ requestPolicy: "network-only" })}
      />
      {found && (
        <>
          <Facet label="Media types" name="mediaType" groups={found.mediaType.groups} {...facet} />
          <Facet label="MIME types" name="contentType" groups={found.contentType.groups} {...facet} />
          {found.customLabel ? (
            <Facet
              label={`Labels: ${labelKey}`}
              name="labelValue"
              groups={found.customLabel.groups}
              {...facet}
            />
          ) : (
            <p>With a label key in the filter, its values are counted too.</p>
          )}
          {found.size.min !== null && (
            <p>
              The smallest has {grouped(found.size.min)} bytes, the largest {grouped(found.size.max)}.
            </p>
          )}
        </>
      )}
    </div>
  );
}

function filesInWords(count: number | null): string {
  return count === 1 ? "1 file" : `${grouped(count)} files`;
}
