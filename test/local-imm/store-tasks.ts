import { openStore } from "../../src/local-imm/store/store.ts";
import type { Task } from "../../src/local-imm/store/tasks.ts";
import { makeFolder, seconds, start, startTestImm, type TestImm } from "./start.ts";

/** A task of the project `atlas` that ended a second after it started, which was when every test begins. */
export const task: Task = {
  ProjectName: "atlas",
  TaskId: "FaceClustering-1",
  TaskType: "FaceClustering",
  EventId: "event-1",
  Status: "Succeeded",
  Code: null,
  Message: null,
  StartTime: start,
  EndTime: start + seconds,
  Progress: 100n,
  UserData: null,
  Tags: {},
  TaskRequestDefinition: null,
};

/** One that hasn't ended. */
export const running: Task = { ...task, Status: "Running", EndTime: null, Progress: 40n };

/** Puts tasks into the store of a folder, which nobody else has open: there is no action that does. */
export function storeTasks(dir: string, tasks: readonly Partial<Task>[]): void {
  using store = openStore(dir);
  store.transaction(() => {
    for (const each of tasks) store.tasks.insert({ ...task, ...each });
  });
}

export interface ImmWithTasks extends TestImm {
  readonly dir: string;
}

/** A local IMM with the projects `atlas` and `globe`, and these tasks. */
export async function startWithTasks(...tasks: readonly Partial<Task>[]): Promise<ImmWithTasks> {
  const folder = makeFolder();
  const dir = folder.path;
  const before = await startTestImm({ dir });
  for (const ProjectName of ["atlas", "globe"]) await before.call("CreateProject", { ProjectName });
  await before.close();
  storeTasks(dir, tasks);
  const imm = await startTestImm({ dir });
  return {
    ...imm,
    dir,
    async [Symbol.asyncDispose]() {
      await imm[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
