/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A dataset to create. */
export type CreateDatasetInput = {
  /** How many OSS buckets may be bound to a dataset, 1 to 10. Default: the project's, which is the value of the example unless it was set. Example: `10`. */
  datasetMaxBindCount?: number | null | undefined;
  /** How many entities a dataset may hold, 1 to 2^63-1; reserved, not enforced. Default: the project's, which is the value of the example unless it was set. Example: `"10000000000"`. */
  datasetMaxEntityCount?: number | string | null | undefined;
  /** How many files a dataset may hold, 1 to 100000000. Default: the project's, which is the value of the example unless it was set. Example: `100000000`. */
  datasetMaxFileCount?: number | null | undefined;
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

/** A parameter of a workflow template. IMM accepts it without effect. */
export type WorkflowParameterInput = {
  /** The parameter's name. */
  name?: string | null | undefined;
  /** The parameter's value. */
  value?: string | null | undefined;
};

export type CreateDatasetMutationVariables = Exact<{
  input: CreateDatasetInput;
}>;


export type CreateDatasetMutation = { createDataset: { requestId: string | null, dataset: { projectName: string, datasetName: string, description: string | null, datasetMaxBindCount: number | null, datasetMaxTotalFileSize: string | null } } };


export const CreateDatasetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDatasetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectName"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}}]}}]}}]} as unknown as DocumentNode<CreateDatasetMutation, CreateDatasetMutationVariables>;