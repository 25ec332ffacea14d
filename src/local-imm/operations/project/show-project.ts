import type { Project as WireProject } from "../../../contract/wire.ts";
import type { Project } from "../../store/projects.ts";
import { formatTime } from "../../time.ts";

/** A project as IMM answers it. */
export function showProject(project: Project): WireProject {
  return {
    ...project,
    CreateTime: formatTime(project.CreateTime),
    UpdateTime: formatTime(project.UpdateTime),
    ProjectQueriesPerSecond: 100n,
    EngineConcurrency: 100n,
    // No file is indexed here, so whether statistics are asked for makes no difference.
    FileCount: 0n,
    TotalFileSize: 0n,
  };
}
