import { useEffect, useRef, type SubmitEvent } from "react";
import { useMutation } from "urql";
import { datasetInput } from "./dataset-input.ts";
import { Failure } from "./failure.tsx";
import { Field } from "./field.tsx";
import { graphql } from "./generated/gql.ts";
import { problemsOf, type Problem } from "./problems.ts";

// The project's new count comes along, so that the page needn't ask again.
const CreateDatasetMutation = graphql(`
  mutation CreateDataset($input: CreateDatasetInput!) {
    createDataset(input: $input) {
      dataset {
        id
        datasetName
        ...DatasetRow
        project {
          id
          datasetCount
        }
      }
    }
  }
`);

const fields = [
  { name: "datasetName", label: "Name", required: true },
  { name: "description", label: "Description" },
  // What is read of its files; without one, nothing would be.
  { name: "templateId", label: "Template", defaultValue: "Official:ImageManagement" },
  { name: "datasetMaxFileCount", label: "Files at most", inputMode: "numeric" },
  { name: "datasetMaxTotalFileSize", label: "Bytes at most", inputMode: "numeric" },
  { name: "datasetMaxBindCount", label: "Buckets at most", inputMode: "numeric" },
] as const;

/** The form for a dataset with its limits. What the graph refuses is shown by its field, and what was typed stays. */
export function CreateDataset({ projectName }: { projectName: string }) {
  const [{ fetching, data, error }, create] = useMutation(CreateDatasetMutation);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (fetching) return;
    const input = datasetInput(projectName, new FormData(event.currentTarget));
    const answer = await create({ input });
    if (answer.data) form.current?.reset();
  };

  const problems = problemsOf(error);
  const others = problems.filter((problem) => !fields.some(({ name }) => name === fieldOf(problem)));
  return (
    <form
      className="card create"
      aria-labelledby="create"
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <h2 id="create">Create a dataset</h2>
      <Failure problems={others} />
      {fields.map(({ name, ...field }) => (
        <Field
          key={name}
          name={name}
          problem={problems.find((problem) => fieldOf(problem) === name)?.message}
          {...field}
        />
      ))}
      <p>Only the name is needed. A template or limit that is left empty is the project's.</p>
      <div className="action">
        <button type="submit" aria-disabled={fetching}>
          Create
        </button>
        <output>
          {fetching ? "Creating…" : data && `Created ${data.createDataset.dataset.datasetName}.`}
        </output>
      </div>
    </form>
  );
}

/** Which field of the form is to blame. At a creation the one thing that can be in conflict is the name. */
function fieldOf({ code, field }: Problem): string | undefined {
  return code === "CONFLICT" ? "datasetName" : field?.replace("input.", "");
}
