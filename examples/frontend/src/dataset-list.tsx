import { useClient } from "urql";
import { DatasetRow } from "./dataset-row.tsx";
import type { ProjectQuery as ProjectAnswer } from "./generated/graphql.ts";
import { LoadMore } from "./load-more.tsx";
import { ProjectQuery } from "./project-query.ts";

type Project = NonNullable<ProjectAnswer["project"]>;

/** The datasets that were read so far, in the order of their names, and the way to more. */
export function DatasetList({ projectName, project }: { projectName: string; project: Project }) {
  const client = useClient();
  if (!project.datasets) return null;
  const { nodes, pageInfo } = project.datasets;
  const read = async (after: string) => {
    const { data, error } = await client.query(ProjectQuery, { projectName, after }).toPromise();
    return { error, isLast: data?.project?.datasets?.pageInfo.hasNextPage === false };
  };
  return (
    <div className="card">
      <h2 id="list">In {projectName}</h2>
      {nodes.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <section className="scrolling" tabIndex={0} aria-labelledby="list">
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Description</th>
                <th scope="col" className="number">
                  Files at most
                </th>
                <th scope="col" className="number">
                  Bytes at most
                </th>
                <th scope="col" className="number">
                  Buckets at most
                </th>
                <th scope="col">Created</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map((dataset) => (
                <DatasetRow key={dataset.id} dataset={dataset} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <LoadMore
        shown={nodes.length}
        total={project.datasetCount}
        after={pageInfo.hasNextPage ? pageInfo.endCursor : null}
        none="There is no dataset yet."
        read={read}
      />
    </div>
  );
}
