/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A postal address. */
export type AddressInput = {
  /** The whole address. Example: `中国浙江省杭州市余杭区文一西路969号`. */
  addressLine?: string | null | undefined;
  /** The city. Example: `杭州市`. */
  city?: string | null | undefined;
  /** The country. Example: `中国`. */
  country?: string | null | undefined;
  /** The district of the city. Example: `余杭区`. */
  district?: string | null | undefined;
  /** The language that it is written in, by BCP 47. Example: `zh-Hans`. */
  language?: string | null | undefined;
  /** The province or state. Example: `浙江省`. */
  province?: string | null | undefined;
  /** The street or township. Example: `文一西路`. */
  township?: string | null | undefined;
};

/** A part of a video. */
export type ClipInput = {
  /** When it starts and when it ends, in milliseconds. Example: `[0, 1500]`. */
  timeRange?: Array<number | string> | null | undefined;
};

/** A bucket to bind to a dataset. It must be in the project's region. */
export type CreateBindingInput = {
  /** Which dataset. Example: `dataset001`. */
  datasetName: string;
  /** The name of the dataset's project. Example: `test-project`. */
  projectName: string;
  /** Which bucket, as `oss://bucket`, with nothing behind the name. Example: `oss://examplebucket`. */
  uri: string;
};

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

/** What to label a file with: a key and its value. */
export type CustomLabelInput = {
  /** The key, not empty. IMM doesn't tell upper from lower case, so keys of one file must differ in more. Example: `MemberName`. */
  key: string;
  /** The value. Example: `Tim`. */
  value: string;
};

/** A file to index. Only `uri` is required; leave out what IMM can read from the file itself. */
export type FileInput = {
  /** Where it was taken, as postal addresses. Default: what IMM detects. */
  addresses?: Array<AddressInput> | null | undefined;
  /** The album. Default: the file's own. Example: `FirstAlbum`. */
  album?: string | null | undefined;
  /** The artist of the album. Default: the file's own. Example: `Jane`. */
  albumArtist?: string | null | undefined;
  /** The artist. Default: the file's own. Example: `Jane`. */
  artist?: string | null | undefined;
  /** The composer. Default: the file's own. Example: `Jane`. */
  composer?: string | null | undefined;
  /** Its MIME type. Default: what IMM detects. Example: `image/jpeg`. */
  contentType?: string | null | undefined;
  /** An ID of the caller's own, preferably unique. Example: `member-image-id-0001`. */
  customId?: string | null | undefined;
  /** Its labels, at most 100. They replace those that it has, so list every label to keep. Default: those that it has. */
  customLabels?: Array<CustomLabelInput> | null | undefined;
  /** The hash of its content; needed if `uri` is an address in PDS, else best left out. Example: `1d9c280a7c4f67f7ef873e28449dbe17`. */
  fileHash?: string | null | undefined;
  /** What it shows. Default: what IMM detects. */
  labels?: Array<LabelInput> | null | undefined;
  /** Where it was taken: latitude and longitude in degrees. Default: what the file says. Example: `30.134390,120.074997`. */
  latLong?: string | null | undefined;
  /** What kind of media it is: `image`, `video`, `audio`, `document`, `archive` or `other`. Default: what IMM detects. */
  mediaType?: string | null | undefined;
  /** Where the object is in OSS; only if `uri` is an address in PDS. Example: `oss://test-bucket/test-object.jpg`. */
  ossUri?: string | null | undefined;
  /** The performer. Default: the file's own. Example: `Jane`. */
  performer?: string | null | undefined;
  /** When the picture or video was taken. Default: what the file says. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  produceTime?: string | null | undefined;
  /** Its title. Default: the file's own. Example: `test`. */
  title?: string | null | undefined;
  /** Which file: an object in a bucket of the project's region, or a file in PDS. Example: `oss://test-bucket/test-object.jpg`. */
  uri: string;
};

/** A file to index in a dataset. */
export type IndexFileMetaInput = {
  /** The name of the dataset. Example: `test-dataset`. */
  datasetName: string;
  /** The file. */
  file: FileInput;
  /** How IMM reports that it is done. Default: only to EventBridge, if it is on. */
  notification?: NotificationInput | null | undefined;
  /** The name of the project. Example: `test-project`. */
  projectName: string;
  /** Sent with the messages; at most 2048 bytes in UTF-8. Default: nothing. */
  userData?: string | null | undefined;
};

/** What a file shows. */
export type LabelInput = {
  /** How sure it is that the picture is mainly of it, 0 to 1. Example: `0.877`. */
  centricScore?: number | null | undefined;
  /** The parts of a video that show it. */
  clips?: Array<ClipInput> | null | undefined;
  /** Another name of it. Example: `座椅`. */
  labelAlias?: string | null | undefined;
  /** How sure it is, 0 to 1. Example: `0.95`. */
  labelConfidence?: number | null | undefined;
  /** How deep it is in the hierarchy of labels, 1 to 3. Example: `2`. */
  labelLevel?: number | string | null | undefined;
  /** Its name. Example: `椅子`. */
  labelName?: string | null | undefined;
  /** The language of its name, by BCP 47. Example: `zh-Hans`. */
  language?: string | null | undefined;
  /** The label above it. Example: `家具`. */
  parentLabelName?: string | null | undefined;
};

/** A topic of Message Service (MNS) in the project's region. */
export type MnsInput = {
  /** Its name. Example: `topic1`. */
  topicName: string;
};

/** How IMM reports that it is done. EventBridge, if it is on, gets an event in any case. */
export type NotificationInput = {
  /** An object in OSS to write all details to, beside a message. Default: none. Example: `oss://test-bucket/test-object.json`. */
  extendedMessageUri?: string | null | undefined;
  /** A topic of MNS to write to. Default: none. */
  mns?: MnsInput | null | undefined;
  /** A topic of RocketMQ to write to. Default: none. */
  rocketMq?: RocketMqInput | null | undefined;
};

/** One tag of a project. */
export type ProjectTagInput = {
  /** The tag's key, once in a list. Example: `team`. */
  key: string;
  /** The tag's value. Default: empty. Example: `media`. */
  value?: string | null | undefined;
};

/** A topic of RocketMQ in the project's region. */
export type RocketMqInput = {
  /** The instance that it is in. Example: `MQ_INST_11111111111_BYcNy2Nc`. */
  instanceId: string;
  /** Its name. Example: `topic1`. */
  topicName: string;
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

export type DatasetRowFragment = { __typename: 'Dataset', projectName: string, datasetName: string, description: string | null, createTime: string | null, datasetMaxBindCount: number | null, datasetMaxFileCount: number | null, datasetMaxTotalFileSize: string | null } & { ' $fragmentName'?: 'DatasetRowFragment' };

export type BindBucketMutationVariables = Exact<{
  input: CreateBindingInput;
}>;


export type BindBucketMutation = { __typename: 'Mutation', createBinding: { __typename: 'CreateBindingPayload', binding: { __typename: 'Binding', id: string, uri: string } } };

export type BindingsQueryVariables = Exact<{
  projectName: string;
  datasetName: string;
}>;


export type BindingsQuery = { __typename: 'Query', dataset: { __typename: 'Dataset', id: string, bindings: { __typename: 'BindingConnection', nodes: Array<{ __typename: 'Binding', id: string, uri: string, state: string | null, phase: string | null, bindingReason: string | null }> } | null } | null };

export type FileIndexedSubscriptionVariables = Exact<{
  projectName: string;
  datasetName: string;
  uris: Array<string> | string;
}>;


export type FileIndexedSubscription = { fileIndexed: { __typename: 'File', id: string, filename: string | null, size: string | null, produceTime: string | null, objectStatus: string | null, fileReason: string | null, make: string | null, model: string | null, coordinates: { __typename: 'Coordinates', latitude: number | null, longitude: number | null } | null } };

export type IndexFileMutationVariables = Exact<{
  input: IndexFileMetaInput;
}>;


export type IndexFileMutation = { __typename: 'Mutation', indexFileMeta: { __typename: 'IndexFileMetaPayload', eventId: string | null } };

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

export const DatasetRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"projectName"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<DatasetRowFragment, unknown>;
export const CreateDatasetDocument = {"__meta__":{"hash":"sha256:664e755b58617c784bb665c386252ae7a4adae7579bd42727774959a39b0de96"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDatasetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DatasetRow"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetCount"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"projectName"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<CreateDatasetMutation, CreateDatasetMutationVariables>;
export const BindBucketDocument = {"__meta__":{"hash":"sha256:27fbe8c154ad8423769568656f40113beb716b8ee5d6de8d0819d6bc25c4924c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BindBucket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateBindingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createBinding"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"binding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}}]}}]}}]}}]} as unknown as DocumentNode<BindBucketMutation, BindBucketMutationVariables>;
export const BindingsDocument = {"__meta__":{"hash":"sha256:61cbfea6c22dc5aaee2fa78ce19828d0a2d6ecb0a4c4224e5dab0501a0027dbf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Bindings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetName"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}},{"kind":"Argument","name":{"kind":"Name","value":"datasetName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bindings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"bindingReason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BindingsQuery, BindingsQueryVariables>;
export const FileIndexedDocument = {"__meta__":{"hash":"sha256:7e0ebb0555eab0a08469c565d40c885c816f317ddf0d13a95c0d40c2a6a2c804"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FileIndexed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"uris"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileUri"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileIndexed"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}},{"kind":"Argument","name":{"kind":"Name","value":"datasetName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}}},{"kind":"Argument","name":{"kind":"Name","value":"uris"},"value":{"kind":"Variable","name":{"kind":"Name","value":"uris"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"produceTime"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"make"},"name":{"kind":"Name","value":"exifTag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tag"},"value":{"kind":"StringValue","value":"Make","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"model"},"name":{"kind":"Name","value":"exifTag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tag"},"value":{"kind":"StringValue","value":"Model","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"objectStatus"}},{"kind":"Field","name":{"kind":"Name","value":"fileReason"}}]}}]}}]} as unknown as DocumentNode<FileIndexedSubscription, FileIndexedSubscriptionVariables>;
export const IndexFileDocument = {"__meta__":{"hash":"sha256:9ab6a0bde68f5c1e309f684e57dd927951d7ab8f0a064e985ce73a4c6a8da77d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IndexFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IndexFileMetaInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"indexFileMeta"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}}]}}]}}]} as unknown as DocumentNode<IndexFileMutation, IndexFileMutationVariables>;
export const CreateProjectDocument = {"__meta__":{"hash":"sha256:bc7946391127795ecade71b6c3d8963c3d7d744859ce382a8bdf960528e50d31"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateProjectMutation, CreateProjectMutationVariables>;
export const ProjectDocument = {"__meta__":{"hash":"sha256:7d61d8edc64cd3c103ffc601475b9dd00eebdd96456d4b4ebe0ce2d73f6ee912"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Project"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DatasetRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"projectName"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<ProjectQuery, ProjectQueryVariables>;