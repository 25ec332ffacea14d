import { Field } from "./field.tsx";

/** Chooses a project. Sent, it loads the page with the name in its address, where it can be kept. */
export function ProjectForm({ projectName, problem }: { projectName: string; problem: string | undefined }) {
  return (
    <form className="project">
      <Field label="Project" name="project" defaultValue={projectName} problem={problem} />
      <button type="submit">Show</button>
    </form>
  );
}
