import { useQuery } from "urql";
import { CreateDataset } from "./create-dataset.tsx";
import { DatasetList } from "./dataset-list.tsx";
import { Failure } from "./failure.tsx";
import { Files } from "./files/files.tsx";
import { MissingProject } from "./missing-project.tsx";
import { problemsOf } from "./problems.ts";
import { ProjectForm } from "./project-form.tsx";
import { ProjectQuery } from "./project-query.ts";

interface Props {
  projectName: string;
  /** The dataset that was chosen, if one was. */
  datasetName: string | null;
}

/** A project's datasets, and the form for another; above them the files of the one that was chosen. */
export function Page({ projectName, datasetName }: Props) {
  const [{ data, error, fetching }, read] = useQuery({ query: ProjectQuery, variables: { projectName } });
  const problems = problemsOf(error);
  const ofName = problems.find(({ field }) => field === "projectName");

  return (
    <>
      <header>
        <h1>Datasets</h1>
        <ProjectForm projectName={projectName} problem={ofName?.message} />
      </header>
      <main>
        <output>{fetching && "Loading…"}</output>
        <Failure
          problems={problems.filter((problem) => problem !== ofName)}
          retry={() => read({ requestPolicy: "network-only" })}
        />
        {data?.project && datasetName && <Files dataset={{ projectName, datasetName }} />}
        {data?.project && (
          <div className="columns">
            <DatasetList projectName={projectName} project={data.project} />
            <CreateDataset projectName={projectName} />
          </div>
        )}
        {data?.project === null && !error && <MissingProject projectName={projectName} />}
      </main>
    </>
  );
}
