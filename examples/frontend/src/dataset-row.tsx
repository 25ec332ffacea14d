import { getFragmentData, type FragmentType } from "./generated/fragment-masking.ts";
import { graphql } from "./generated/gql.ts";
import { grouped } from "./grouped.ts";

const DatasetRowFragment = graphql(`
  fragment DatasetRow on Dataset {
    projectName
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
      <th scope="row">
        <a href={`?${new URLSearchParams({ project: row.projectName, dataset: row.datasetName })}`}>
          {row.datasetName}
        </a>
      </th>
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
