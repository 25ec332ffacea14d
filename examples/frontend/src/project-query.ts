import { graphql } from "./generated/gql.ts";

/** A project with a page of its datasets. Each page costs two calls to IMM; `fileCount` would cost one more for each dataset. */
export const ProjectQuery = graphql(`
  query Project($projectName: ProjectName!, $after: String) {
    project(projectName: $projectName) {
      id
      datasetCount
      datasets(first: 20, after: $after) {
        nodes {
          id
          datasetName
          ...DatasetRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
