import { useClient, useQuery } from "urql";
import type { DatasetKey } from "../files/dataset-key.ts";
import { getFragmentData } from "../generated/fragment-masking.ts";
import { graphql } from "../generated/gql.ts";
import type { FileOrderInput } from "../generated/graphql.ts";
import type { Asked } from "./asked.ts";
import { whereOf } from "./where.ts";

const FoundFragment = graphql(`
  fragment Found on FileConnection {
    totalCount
    nodes {
      id
      ...PictureRow
      ...PicturePlace
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const FilterQuery = graphql(`
  query FilterPictures(
    $projectName: ProjectName!
    $datasetName: DatasetName!
    $where: FileWhereInput
    $orderBy: [FileOrderInput!]
    $after: String
  ) {
    dataset(projectName: $projectName, datasetName: $datasetName) {
      id
      found: query(where: $where, orderBy: $orderBy, first: 20, after: $after) {
        ...Found
      }
    }
  }
`);

const SearchQuery = graphql(`
  query SearchPictures(
    $projectName: ProjectName!
    $datasetName: DatasetName!
    $text: SearchText!
    $orderBy: [FileOrderInput!]
    $after: String
  ) {
    dataset(projectName: $projectName, datasetName: $datasetName) {
      id
      found: search(text: $text, orderBy: $orderBy, first: 20, after: $after) {
        ...Found
      }
    }
  }
`);

/** The pictures that a filter or a search finds, as far as they were read. */
export function useFound(dataset: DatasetKey, { filter, search, sort }: Asked) {
  const client = useClient();
  const isSearch = search !== "";
  // What is equal in one has an order by the other, and so the same order on every page.
  const orderBy: FileOrderInput[] = [sort.orderBy, { uri: "ASC" }];
  const byFilter = { ...dataset, where: whereOf(filter), orderBy };
  const bySearch = { ...dataset, text: search, orderBy };
  const filtered = useQuery({ query: FilterQuery, variables: byFilter, pause: isSearch });
  const searched = useQuery({ query: SearchQuery, variables: bySearch, pause: !isSearch });
  const [{ data, error, fetching }, read] = isSearch ? searched : filtered;
  return {
    isMissing: data?.dataset === null && !error,
    page: getFragmentData(FoundFragment, data?.dataset?.found),
    error,
    fetching,
    readAgain: () => read({ requestPolicy: "network-only" }),
    async readMore(after: string) {
      const reading = isSearch
        ? client.query(SearchQuery, { ...bySearch, after })
        : client.query(FilterQuery, { ...byFilter, after });
      const { data: more, error: failure } = await reading.toPromise();
      const page = getFragmentData(FoundFragment, more?.dataset?.found);
      return { error: failure, isLast: page?.pageInfo.hasNextPage === false };
    },
  };
}
