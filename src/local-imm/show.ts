import type { Dataset as WireDataset, Project as WireProject } from "../contract/wire.ts";
import type { Dataset } from "./store/datasets.ts";
import type { Project } from "./store/projects.ts";
import { formatTime } from "./time.ts";

// No file is indexed here and no bucket bound, so whether statistics are asked for makes no difference yet.
const statistics = { FileCount: 0n, TotalFileSize: 0n };

/** A dataset as IMM answers it. */
export function showDataset(dataset: Dataset): WireDataset {
  return {
    ...dataset,
    CreateTime: formatTime(dataset.CreateTime),
    UpdateTime: formatTime(dataset.UpdateTime),
    BindCount: 0n,
    ...statistics,
    ClusterType: "manual",
    WorkflowParameters: [],
  };
}

/** A project as IMM answers it. */
export function showProject(project: Project): WireProject {
  return {
    ...project,
    CreateTime: formatTime(project.CreateTime),
    UpdateTime: formatTime(project.UpdateTime),
    ProjectQueriesPerSecond: 100n,
    EngineConcurrency: 100n,
    ...statistics,
  };
}
