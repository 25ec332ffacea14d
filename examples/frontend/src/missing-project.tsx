import { useMutation } from "urql";
import { Failure } from "./failure.tsx";
import { graphql } from "./generated/gql.ts";
import { problemsOf } from "./problems.ts";

const CreateProjectMutation = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        id
      }
    }
  }
`);

/** Says that there is no such project, and creates it. */
export function MissingProject({ projectName }: { projectName: string }) {
  const [{ fetching, error }, create] = useMutation(CreateProjectMutation);
  return (
    <div className="card missing">
      <Failure problems={problemsOf(error)} />
      <p>
        There is no project <b>{projectName}</b> yet.
      </p>
      <button type="button" disabled={fetching} onClick={() => void create({ input: { projectName } })}>
        Create it
      </button>
    </div>
  );
}
