// What a page written with Relay asks of the graph. Compiled to see that it may, never run.
declare function graphql(document: TemplateStringsArray): unknown;

export const query = graphql`
  query datasetsQuery($projectName: ProjectName!, $count: Int!, $cursor: String) {
    project(projectName: $projectName) {
      projectName
      ...datasets_project @arguments(count: $count, cursor: $cursor)
    }
  }
`;

export const projectFragment = graphql`
  fragment datasets_project on Project
  @refetchable(queryName: "datasetsPageQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }, prefix: { type: "Prefix" }) {
    datasets(first: $count, after: $cursor, prefix: $prefix) @connection(key: "datasets_datasets") {
      __id
      edges {
        node {
          ...datasets_dataset
        }
      }
    }
  }
`;

export const datasetFragment = graphql`
  fragment datasets_dataset on Dataset @refetchable(queryName: "datasetsDatasetQuery") {
    datasetName
    createTime
    fileCount
  }
`;

export const nodeQuery = graphql`
  query datasetsNodeQuery($id: ID!) {
    node(id: $id) {
      ...datasets_dataset @alias(as: "dataset")
    }
  }
`;

export const createMutation = graphql`
  mutation datasetsCreateMutation($input: CreateDatasetInput!, $connections: [ID!]!) {
    createDataset(input: $input) {
      dataset @appendNode(connections: $connections, edgeTypeName: "DatasetEdge") {
        ...datasets_dataset
      }
    }
  }
`;

export const deleteMutation = graphql`
  mutation datasetsDeleteMutation($input: DeleteDatasetInput!, $connections: [ID!]!) {
    deleteDataset(input: $input) {
      deletedDatasetId @deleteEdge(connections: $connections) @deleteRecord
    }
  }
`;
