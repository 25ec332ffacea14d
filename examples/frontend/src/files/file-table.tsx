import type { DatasetKey } from "./dataset-key.ts";
import { FileRow } from "./file-row.tsx";

export interface AskedFile {
  readonly uri: string;
  /** How often it was looked at: each time it is waited for anew. */
  readonly look: number;
}

/** Files, with what was found in each. */
export function FileTable({ dataset, files }: { dataset: DatasetKey; files: readonly AskedFile[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scrolling" tabIndex={0} aria-labelledby="files">
      <table>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">State</th>
            <th scope="col">Taken</th>
            <th scope="col">Where</th>
            <th scope="col">Camera</th>
            <th scope="col" className="number">
              Bytes
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ uri, look }) => (
            <FileRow key={`${look} ${uri}`} dataset={dataset} uri={uri} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
