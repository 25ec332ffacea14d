import type { Project as WireProject } from "../../../contract/wire.ts";
import type { FileStatistics } from "../../store/datasets.ts";
import type { Project } from "../../store/projects.ts";
import { formatTime } from "../../time.ts";

const none: FileStatistics = { FileCount: 0n, TotalFileSize: 0n };

/** A project as IMM answers it; with the statistics of its files if they were asked for. */
export function showProject(project: Project, statistics: FileStatistics = none): WireProject {
  return {
    ...project,
    CreateTime: formatTime(project.CreateTime),
    UpdateTime: formatTime(project.UpdateTime),
    ProjectQueriesPerSecond: 100n,
    EngineConcurrency: 100n,
    ...statistics,
  };
}
