import { getFragmentData, type FragmentType } from "./generated/fragment-masking.ts";
import { graphql } from "./generated/gql.ts";

const DatasetRowFragment = graphql(`
  fragment DatasetRow on Dataset {
    datasetName
    description
    createTime
    datasetMaxBindCount
    datasetMaxFileCount
    datasetMaxTotalFileSize
  }
`);

/** One dataset: what it is for, and how much it may hold. */
export function DatasetRow({ dataset }: { dataset: FragmentType<typeof DatasetRowFragment> }) {
  const row = getFragmentData(DatasetRowFragment, dataset);
  return (
    <tr>
      <th scope="row">{row.datasetName}</th>
      <td className="description">{row.description}</td>
      <td className="number">{grouped(row.datasetMaxFileCount)}</td>
      <td className="number">{grouped(row.datasetMaxTotalFileSize)}</td>
      <td className="number">{grouped(row.datasetMaxBindCount)}</td>
      <td>
        {row.createTime && (
          <time dateTime={row.createTime} title={row.createTime}>
            {new Date(row.createTime).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })}
          </time>
        )}
      </td>
    </tr>
  );
}

// A `Long` comes as text, since a JSON number would lose digits; a bigint keeps them all.
function grouped(value: number | string | null | undefined): string {
  return value === null || value === undefined ? "–" : BigInt(value).toLocaleString("en");
}
