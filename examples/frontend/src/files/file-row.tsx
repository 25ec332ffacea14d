import { useSubscription } from "urql";
import { Failure } from "../failure.tsx";
import { graphql } from "../generated/gql.ts";
import { grouped } from "../grouped.ts";
import { problemsOf } from "../problems.ts";
import type { DatasetKey } from "./dataset-key.ts";
import { coordinatesInWords, timeThere } from "./in-words.ts";

// It has one event, and completes.
const FileIndexedSubscription = graphql(`
  subscription FileIndexed($projectName: ProjectName!, $datasetName: DatasetName!, $uris: [FileUri!]!) {
    fileIndexed(projectName: $projectName, datasetName: $datasetName, uris: $uris) {
      id
      filename
      size
      produceTime
      coordinates {
        latitude
        longitude
      }
      make: exifTag(tag: "Make")
      model: exifTag(tag: "Model")
      objectStatus
      fileReason
    }
  }
`);

/** A file that is waited for until it is indexed or has failed; then what was found in it. */
export function FileRow({ dataset, uri }: { dataset: DatasetKey; uri: string }) {
  const [{ data, error, fetching }] = useSubscription({
    query: FileIndexedSubscription,
    variables: { ...dataset, uris: [uri] },
  });
  const file = data?.fileIndexed;
  return (
    <tr>
      <th scope="row">{file?.filename ?? uri}</th>
      <td className="state">
        <output>{file ? file.objectStatus : fetching ? "Waiting…" : !error && "Not known yet."}</output>
        {file?.fileReason && <p className="problem">{file.fileReason}</p>}
        <Failure problems={problemsOf(error)} />
      </td>
      <td>{file?.produceTime && <time dateTime={file.produceTime}>{timeThere(file.produceTime)}</time>}</td>
      <td>{file?.coordinates && coordinatesInWords(file.coordinates)}</td>
      <td>{[file?.make, file?.model].filter(Boolean).join(" ")}</td>
      <td className="number">{file && grouped(file.size)}</td>
    </tr>
  );
}
