import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../generated/gql.ts";
import { picturesAddress } from "../pictures/asked.ts";
import type { DatasetKey } from "./dataset-key.ts";
import { FileTable, type AskedFile } from "./file-table.tsx";
import { OneField } from "./one-field.tsx";

const IndexFileMutation = graphql(`
  mutation IndexFile($input: IndexFileMetaInput!) {
    indexFileMeta(input: $input) {
      eventId
    }
  }
`);

/** The form that indexes a file, and what was found in those that it was used for. */
export function IndexedFiles({ dataset }: { dataset: DatasetKey }) {
  const [{ error }, index] = useMutation(IndexFileMutation);
  const [files, setFiles] = useState<readonly AskedFile[]>([]);
  const lookAgain = () => setFiles(files.map(({ uri, look }) => ({ uri, look: look + 1 })));
  const send = async (uri: string) => {
    const { data } = await index({ input: { ...dataset, file: { uri } } });
    if (!data) return undefined;
    setFiles((before) => {
      const look = (before.find((file) => file.uri === uri)?.look ?? 0) + 1;
      return [{ uri, look }, ...before.filter((file) => file.uri !== uri)];
    });
    return `Indexing ${uri}.`;
  };
  return (
    <div className="card">
      <h2 id="files">Files of {dataset.datasetName}</h2>
      <p>
        <a href={picturesAddress(dataset)}>Find its pictures</a>
      </p>
      <OneField
        label="File"
        button="Index"
        placeholder="oss://photos/kyoto.jpg"
        error={error}
        isToBlame={({ field }) => field === "input.file.uri"}
        send={send}
      />
      {files.length > 0 && <FileTable dataset={dataset} files={files} />}
      {files.length > 0 && (
        <div className="more">
          <button type="button" onClick={lookAgain}>
            Look again
          </button>
        </div>
      )}
    </div>
  );
}
