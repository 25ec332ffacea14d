/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A dataset to create. */
export type CreateDatasetInput = {
  /** How many OSS buckets may be bound to a dataset, 1 to 10. Default: the project's, which is the value of the example unless it was set. Example: `10`. */
  datasetMaxBindCount?: number | string | null | undefined;
  /** How many entities a dataset may hold, 1 to 2^63-1; reserved, not enforced. Default: the project's, which is the value of the example unless it was set. Example: `"10000000000"`. */
  datasetMaxEntityCount?: number | string | null | undefined;
  /** How many files a dataset may hold, 1 to 100000000. Default: the project's, which is the value of the example unless it was set. Example: `100000000`. */
  datasetMaxFileCount?: number | string | null | undefined;
  /** How many relations a dataset may hold, 1 to 2^63-1; reserved, not enforced. Default: the project's, which is the value of the example unless it was set. Example: `"100000000000"`. */
  datasetMaxRelationCount?: number | string | null | undefined;
  /** How many bytes the files of a dataset may have together, 1 to 2^63-1; past it no more are indexed. Default: the project's, which is the value of the example unless it was set. Example: `"90000000000000000"`. */
  datasetMaxTotalFileSize?: number | string | null | undefined;
  /** Its name, for good; unique in the project. Example: `dataset001`. */
  datasetName: string;
  /** What it is for, 0 to 256 characters. Default: empty. Example: `immtest`. */
  description?: string | null | undefined;
  /** An existing project. Example: `test-project`. */
  projectName: string;
  /** The workflow template that says what is extracted from its files. Default: empty, which is the project's. Example: `Official:ImageManagement`. */
  templateId?: string | null | undefined;
  /**
   * The parameters of its workflow template.
   * @deprecated IMM accepts it without effect.
   */
  workflowParameters?: Array<WorkflowParameterInput> | null | undefined;
};

/** A project to create. */
export type CreateProjectInput = {
  /** How many OSS buckets may be bound to a dataset, 1 to 10. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `10`. */
  datasetMaxBindCount?: number | string | null | undefined;
  /** How many entities a dataset may hold, 1 to 2^63-1; reserved, not enforced. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `"10000000000"`. */
  datasetMaxEntityCount?: number | string | null | undefined;
  /** How many files a dataset may hold, 1 to 100000000. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `100000000`. */
  datasetMaxFileCount?: number | string | null | undefined;
  /** How many relations a dataset may hold, 1 to 2^63-1; reserved, not enforced. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `"100000000000"`. */
  datasetMaxRelationCount?: number | string | null | undefined;
  /** How many bytes the files of a dataset may have together, 1 to 2^63-1; past it no more are indexed. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `"90000000000000000"`. */
  datasetMaxTotalFileSize?: number | string | null | undefined;
  /** What it is for, 0 to 256 characters. Default: empty. Example: `immtest`. */
  description?: string | null | undefined;
  /** How many datasets it may hold, 1 to 1000000000. Default: `1000000000`. */
  projectMaxDatasetCount?: number | null | undefined;
  /** Its name, for good. Example: `test-project`. */
  projectName: string;
  /** The RAM role by which IMM reads files in OSS. Default: `AliyunIMMDefaultRole`. */
  serviceRole?: string | null | undefined;
  /** The tags to put on it, each key once and none of them empty. Default: none. */
  tag?: Array<ProjectTagInput> | null | undefined;
  /** The workflow template of datasets that name none. Default: empty. Example: `Official:ImageManagement`. */
  templateId?: string | null | undefined;
};

/** One tag of a project. */
export type ProjectTagInput = {
  /** The tag's key, once in a list. Example: `team`. */
  key: string;
  /** The tag's value. Default: empty. Example: `media`. */
  value?: string | null | undefined;
};

/** A parameter of a workflow template. IMM accepts it without effect. */
export type WorkflowParameterInput = {
  /** The parameter's name. Example: `VideoInsightEnable`. */
  name?: string | null | undefined;
  /** The parameter's value. Example: `True`. */
  value?: string | null | undefined;
};

export type CreateDatasetMutationVariables = Exact<{
  input: CreateDatasetInput;
}>;


export type CreateDatasetMutation = { __typename: 'Mutation', createDataset: { __typename: 'CreateDatasetPayload', dataset: (
      { __typename: 'Dataset', id: string, datasetName: string, project: { __typename: 'Project', id: string, datasetCount: number | null } | null }
      & { ' $fragmentRefs'?: { 'DatasetRowFragment': DatasetRowFragment } }
    ) } };

export type DatasetRowFragment = { __typename: 'Dataset', datasetName: string, description: string | null, createTime: string | null, datasetMaxBindCount: number | null, datasetMaxFileCount: number | null, datasetMaxTotalFileSize: string | null } & { ' $fragmentName'?: 'DatasetRowFragment' };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { __typename: 'Mutation', createProject: { __typename: 'CreateProjectPayload', project: { __typename: 'Project', id: string } } };

export type ProjectQueryVariables = Exact<{
  projectName: string;
  after?: string | null | undefined;
}>;


export type ProjectQuery = { __typename: 'Query', project: { __typename: 'Project', id: string, datasetCount: number | null, datasets: { __typename: 'DatasetConnection', nodes: Array<(
        { __typename: 'Dataset', id: string, datasetName: string }
        & { ' $fragmentRefs'?: { 'DatasetRowFragment': DatasetRowFragment } }
      )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export const DatasetRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<DatasetRowFragment, unknown>;
export const CreateDatasetDocument = {"__meta__":{"hash":"sha256:bff291e6db86c6200148a891a017354f4830708dea34bdda0482d3704e101312"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDatasetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DatasetRow"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetCount"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<CreateDatasetMutation, CreateDatasetMutationVariables>;
export const CreateProjectDocument = {"__meta__":{"hash":"sha256:bc7946391127795ecade71b6c3d8963c3d7d744859ce382a8bdf960528e50d31"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateProjectMutation, CreateProjectMutationVariables>;
export const ProjectDocument = {"__meta__":{"hash":"sha256:8224ad9c55f39e60ac27decd576ca98912d1999f50368dced48ff36583ee114f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Project"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DatasetRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<ProjectQuery, ProjectQueryVariables>;