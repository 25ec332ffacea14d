import { useQuery } from "urql";
import { Failure } from "../failure.tsx";
import { graphql } from "../generated/gql.ts";
import { problemsOf } from "../problems.ts";
import { BindBucket } from "./bind-bucket.tsx";
import type { DatasetKey } from "./dataset-key.ts";

// A dataset has 10 bindings at most.
const BindingsQuery = graphql(`
  query Bindings($projectName: ProjectName!, $datasetName: DatasetName!) {
    dataset(projectName: $projectName, datasetName: $datasetName) {
      id
      bindings(first: 10) {
        nodes {
          id
          uri
          state
          phase
          bindingReason
        }
      }
    }
  }
`);

const phases: Readonly<Record<string, string>> = {
  FullScanning: "first scan",
  IncrementalScanning: "following changes",
};

/** The buckets that are bound to a dataset, how each is doing, and the form for another. */
export function Buckets({ dataset }: { dataset: DatasetKey }) {
  const [{ data, error, fetching }, read] = useQuery({ query: BindingsQuery, variables: { ...dataset } });
  const readAgain = () => read({ requestPolicy: "network-only" });
  const bindings = data?.dataset?.bindings?.nodes ?? [];
  return (
    <div className="card">
      <h2>Its buckets</h2>
      <Failure problems={problemsOf(error)} />
      {data?.dataset === null && !error && <p>There is no dataset {dataset.datasetName}.</p>}
      {bindings.length > 0 && (
        <ul>
          {bindings.map(({ id, uri, state, phase, bindingReason }) => (
            <li key={id}>
              {uri}
              <small>
                {[state, phase && (phases[phase] ?? phase), bindingReason].filter(Boolean).join(", ")}
              </small>
            </li>
          ))}
        </ul>
      )}
      <div className="more">
        <button type="button" aria-disabled={fetching} onClick={readAgain}>
          Refresh
        </button>
        <output>
          {fetching ? "Loading…" : data?.dataset && bindings.length === 0 && "None is bound yet."}
        </output>
      </div>
      <BindBucket dataset={dataset} onBound={readAgain} />
    </div>
  );
}
