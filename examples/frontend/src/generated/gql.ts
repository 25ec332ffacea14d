/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        id\n        datasetName\n        ...DatasetRow\n        project {\n          id\n          datasetCount\n        }\n      }\n    }\n  }\n": typeof types.CreateDatasetDocument,
    "\n  fragment DatasetRow on Dataset {\n    projectName\n    datasetName\n    description\n    createTime\n    datasetMaxBindCount\n    datasetMaxFileCount\n    datasetMaxTotalFileSize\n  }\n": typeof types.DatasetRowFragmentDoc,
    "\n  mutation BindBucket($input: CreateBindingInput!) {\n    createBinding(input: $input) {\n      binding {\n        id\n        uri\n      }\n    }\n  }\n": typeof types.BindBucketDocument,
    "\n  query Bindings($projectName: ProjectName!, $datasetName: DatasetName!) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      bindings(first: 10) {\n        nodes {\n          id\n          uri\n          state\n          phase\n          bindingReason\n        }\n      }\n    }\n  }\n": typeof types.BindingsDocument,
    "\n  subscription FileIndexed($projectName: ProjectName!, $datasetName: DatasetName!, $uris: [FileUri!]!) {\n    fileIndexed(projectName: $projectName, datasetName: $datasetName, uris: $uris) {\n      id\n      filename\n      size\n      produceTime\n      coordinates {\n        latitude\n        longitude\n      }\n      make: exifTag(tag: \"Make\")\n      model: exifTag(tag: \"Model\")\n      objectStatus\n      fileReason\n    }\n  }\n": typeof types.FileIndexedDocument,
    "\n  mutation IndexFile($input: IndexFileMetaInput!) {\n    indexFileMeta(input: $input) {\n      eventId\n    }\n  }\n": typeof types.IndexFileDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n      }\n    }\n  }\n": typeof types.CreateProjectDocument,
    "\n  query Facets(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $labelKey: String!\n    $hasLabelKey: Boolean!\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      aggregate(where: $where) {\n        count\n        mediaType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        contentType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        customLabel(key: $labelKey) @include(if: $hasLabelKey) {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        size {\n          min\n          max\n        }\n      }\n    }\n  }\n": typeof types.FacetsDocument,
    "\n  fragment PictureRow on File {\n    uri\n    filename\n    title\n    size\n    produceTime\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n": typeof types.PictureRowFragmentDoc,
    "\n  fragment PicturePlace on File {\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n": typeof types.PicturePlaceFragmentDoc,
    "\n  fragment Found on FileConnection {\n    totalCount\n    nodes {\n      id\n      ...PictureRow\n      ...PicturePlace\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n": typeof types.FoundFragmentDoc,
    "\n  query FilterPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: query(where: $where, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n": typeof types.FilterPicturesDocument,
    "\n  query SearchPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $text: SearchText!\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: search(text: $text, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n": typeof types.SearchPicturesDocument,
    "\n  query Project($projectName: ProjectName!, $after: String) {\n    project(projectName: $projectName) {\n      id\n      datasetCount\n      datasets(first: 20, after: $after) {\n        nodes {\n          id\n          datasetName\n          ...DatasetRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.ProjectDocument,
};
const documents: Documents = {
    "\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        id\n        datasetName\n        ...DatasetRow\n        project {\n          id\n          datasetCount\n        }\n      }\n    }\n  }\n": types.CreateDatasetDocument,
    "\n  fragment DatasetRow on Dataset {\n    projectName\n    datasetName\n    description\n    createTime\n    datasetMaxBindCount\n    datasetMaxFileCount\n    datasetMaxTotalFileSize\n  }\n": types.DatasetRowFragmentDoc,
    "\n  mutation BindBucket($input: CreateBindingInput!) {\n    createBinding(input: $input) {\n      binding {\n        id\n        uri\n      }\n    }\n  }\n": types.BindBucketDocument,
    "\n  query Bindings($projectName: ProjectName!, $datasetName: DatasetName!) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      bindings(first: 10) {\n        nodes {\n          id\n          uri\n          state\n          phase\n          bindingReason\n        }\n      }\n    }\n  }\n": types.BindingsDocument,
    "\n  subscription FileIndexed($projectName: ProjectName!, $datasetName: DatasetName!, $uris: [FileUri!]!) {\n    fileIndexed(projectName: $projectName, datasetName: $datasetName, uris: $uris) {\n      id\n      filename\n      size\n      produceTime\n      coordinates {\n        latitude\n        longitude\n      }\n      make: exifTag(tag: \"Make\")\n      model: exifTag(tag: \"Model\")\n      objectStatus\n      fileReason\n    }\n  }\n": types.FileIndexedDocument,
    "\n  mutation IndexFile($input: IndexFileMetaInput!) {\n    indexFileMeta(input: $input) {\n      eventId\n    }\n  }\n": types.IndexFileDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n      }\n    }\n  }\n": types.CreateProjectDocument,
    "\n  query Facets(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $labelKey: String!\n    $hasLabelKey: Boolean!\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      aggregate(where: $where) {\n        count\n        mediaType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        contentType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        customLabel(key: $labelKey) @include(if: $hasLabelKey) {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        size {\n          min\n          max\n        }\n      }\n    }\n  }\n": types.FacetsDocument,
    "\n  fragment PictureRow on File {\n    uri\n    filename\n    title\n    size\n    produceTime\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n": types.PictureRowFragmentDoc,
    "\n  fragment PicturePlace on File {\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n": types.PicturePlaceFragmentDoc,
    "\n  fragment Found on FileConnection {\n    totalCount\n    nodes {\n      id\n      ...PictureRow\n      ...PicturePlace\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n": types.FoundFragmentDoc,
    "\n  query FilterPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: query(where: $where, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n": types.FilterPicturesDocument,
    "\n  query SearchPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $text: SearchText!\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: search(text: $text, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n": types.SearchPicturesDocument,
    "\n  query Project($projectName: ProjectName!, $after: String) {\n    project(projectName: $projectName) {\n      id\n      datasetCount\n      datasets(first: 20, after: $after) {\n        nodes {\n          id\n          datasetName\n          ...DatasetRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.ProjectDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        id\n        datasetName\n        ...DatasetRow\n        project {\n          id\n          datasetCount\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        id\n        datasetName\n        ...DatasetRow\n        project {\n          id\n          datasetCount\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DatasetRow on Dataset {\n    projectName\n    datasetName\n    description\n    createTime\n    datasetMaxBindCount\n    datasetMaxFileCount\n    datasetMaxTotalFileSize\n  }\n"): (typeof documents)["\n  fragment DatasetRow on Dataset {\n    projectName\n    datasetName\n    description\n    createTime\n    datasetMaxBindCount\n    datasetMaxFileCount\n    datasetMaxTotalFileSize\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BindBucket($input: CreateBindingInput!) {\n    createBinding(input: $input) {\n      binding {\n        id\n        uri\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BindBucket($input: CreateBindingInput!) {\n    createBinding(input: $input) {\n      binding {\n        id\n        uri\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Bindings($projectName: ProjectName!, $datasetName: DatasetName!) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      bindings(first: 10) {\n        nodes {\n          id\n          uri\n          state\n          phase\n          bindingReason\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Bindings($projectName: ProjectName!, $datasetName: DatasetName!) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      bindings(first: 10) {\n        nodes {\n          id\n          uri\n          state\n          phase\n          bindingReason\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FileIndexed($projectName: ProjectName!, $datasetName: DatasetName!, $uris: [FileUri!]!) {\n    fileIndexed(projectName: $projectName, datasetName: $datasetName, uris: $uris) {\n      id\n      filename\n      size\n      produceTime\n      coordinates {\n        latitude\n        longitude\n      }\n      make: exifTag(tag: \"Make\")\n      model: exifTag(tag: \"Model\")\n      objectStatus\n      fileReason\n    }\n  }\n"): (typeof documents)["\n  subscription FileIndexed($projectName: ProjectName!, $datasetName: DatasetName!, $uris: [FileUri!]!) {\n    fileIndexed(projectName: $projectName, datasetName: $datasetName, uris: $uris) {\n      id\n      filename\n      size\n      produceTime\n      coordinates {\n        latitude\n        longitude\n      }\n      make: exifTag(tag: \"Make\")\n      model: exifTag(tag: \"Model\")\n      objectStatus\n      fileReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IndexFile($input: IndexFileMetaInput!) {\n    indexFileMeta(input: $input) {\n      eventId\n    }\n  }\n"): (typeof documents)["\n  mutation IndexFile($input: IndexFileMetaInput!) {\n    indexFileMeta(input: $input) {\n      eventId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Facets(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $labelKey: String!\n    $hasLabelKey: Boolean!\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      aggregate(where: $where) {\n        count\n        mediaType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        contentType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        customLabel(key: $labelKey) @include(if: $hasLabelKey) {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        size {\n          min\n          max\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Facets(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $labelKey: String!\n    $hasLabelKey: Boolean!\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      aggregate(where: $where) {\n        count\n        mediaType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        contentType {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        customLabel(key: $labelKey) @include(if: $hasLabelKey) {\n          groups(first: 10) {\n            value\n            count\n          }\n        }\n        size {\n          min\n          max\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PictureRow on File {\n    uri\n    filename\n    title\n    size\n    produceTime\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n"): (typeof documents)["\n  fragment PictureRow on File {\n    uri\n    filename\n    title\n    size\n    produceTime\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PicturePlace on File {\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n"): (typeof documents)["\n  fragment PicturePlace on File {\n    coordinates {\n      latitude\n      longitude\n    }\n    addresses {\n      city\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Found on FileConnection {\n    totalCount\n    nodes {\n      id\n      ...PictureRow\n      ...PicturePlace\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n"): (typeof documents)["\n  fragment Found on FileConnection {\n    totalCount\n    nodes {\n      id\n      ...PictureRow\n      ...PicturePlace\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: query(where: $where, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n"): (typeof documents)["\n  query FilterPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $where: FileWhereInput\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: query(where: $where, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $text: SearchText!\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: search(text: $text, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n"): (typeof documents)["\n  query SearchPictures(\n    $projectName: ProjectName!\n    $datasetName: DatasetName!\n    $text: SearchText!\n    $orderBy: [FileOrderInput!]\n    $after: String\n  ) {\n    dataset(projectName: $projectName, datasetName: $datasetName) {\n      id\n      found: search(text: $text, orderBy: $orderBy, first: 20, after: $after) {\n        ...Found\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Project($projectName: ProjectName!, $after: String) {\n    project(projectName: $projectName) {\n      id\n      datasetCount\n      datasets(first: 20, after: $after) {\n        nodes {\n          id\n          datasetName\n          ...DatasetRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Project($projectName: ProjectName!, $after: String) {\n    project(projectName: $projectName) {\n      id\n      datasetCount\n      datasets(first: 20, after: $after) {\n        nodes {\n          id\n          datasetName\n          ...DatasetRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;