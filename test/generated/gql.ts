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
    "\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        projectName\n        datasetName\n        description\n        datasetMaxBindCount\n        datasetMaxTotalFileSize\n      }\n      requestId\n    }\n  }\n": typeof types.CreateDatasetDocument,
    "\n        query Aliases {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            description\n          }\n          c: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            createTime\n          }\n        }\n      ": typeof types.AliasesDocument,
    "\n        query AliasesWithStatistics {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            fileCount\n            totalFileSize\n          }\n        }\n      ": typeof types.AliasesWithStatisticsDocument,
    "\n      query Fragments($count: Boolean!) {\n        dataset(projectName: \"atlas\", datasetName: \"photos\") {\n          ...Counted @include(if: $count)\n          ... on Node {\n            id\n          }\n          totalFileSize @skip(if: true)\n        }\n      }\n      fragment Counted on Dataset {\n        fileCount\n      }\n    ": typeof types.FragmentsDocument,
    "\n        query List {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              datasetName\n              bindCount\n            }\n          }\n        }\n      ": typeof types.ListDocument,
    "\n        query ListWithStatistics {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": typeof types.ListWithStatisticsDocument,
    "\n        query ProjectByKey {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                __typename\n                id\n                projectName\n              }\n            }\n          }\n        }\n      ": typeof types.ProjectByKeyDocument,
    "\n        query ProjectWhole {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      ": typeof types.ProjectWholeDocument,
    "\n        mutation CreateAndCount {\n          createDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            dataset {\n              fileCount\n              totalFileSize\n              project {\n                projectName\n              }\n            }\n          }\n        }\n      ": typeof types.CreateAndCountDocument,
    "\n        mutation UpdateAndCount {\n          updateDataset(input: { projectName: \"atlas\", datasetName: \"photos\", description: \"x\" }) {\n            dataset {\n              description\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": typeof types.UpdateAndCountDocument,
    "\n        query ProjectAliases {\n          a: project(projectName: \"atlas\") {\n            projectName\n          }\n          b: project(projectName: \"atlas\") {\n            fileCount\n          }\n        }\n      ": typeof types.ProjectAliasesDocument,
    "\n        query ProjectList {\n          projects {\n            nodes {\n              projectName\n            }\n          }\n        }\n      ": typeof types.ProjectListDocument,
    "\n        query ProjectListWithStatistics {\n          projects {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": typeof types.ProjectListWithStatisticsDocument,
    "\n        mutation CreateProjectAndCount {\n          createProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": typeof types.CreateProjectAndCountDocument,
    "\n        mutation UpdateProjectAndCount {\n          updateProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": typeof types.UpdateProjectAndCountDocument,
    "\n        mutation DeleteThenLook {\n          update: updateDataset(\n            input: { projectName: \"atlas\", datasetName: \"photos\", description: \"first\" }\n          ) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n          delete: deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n          }\n          create: createDataset(input: { projectName: \"atlas\", datasetName: \"other\" }) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      ": typeof types.DeleteThenLookDocument,
    "\n  query Page($prefix: Prefix, $first: Int, $after: String) {\n    datasets(projectName: \"atlas\", prefix: $prefix, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          datasetName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.PageDocument,
    "\n        query UnderProject {\n          project(projectName: \"atlas\") {\n            datasets(first: 1) {\n              nodes {\n                datasetName\n              }\n            }\n          }\n          none: datasets(projectName: \"none\") {\n            nodes {\n              datasetName\n            }\n          }\n          gone: project(projectName: \"none\") {\n            projectName\n          }\n        }\n      ": typeof types.UnderProjectDocument,
    "\n    query Projects($prefix: Prefix, $tag: [ProjectTagInput!], $first: Int, $after: String) {\n      projects(prefix: $prefix, tag: $tag, first: $first, after: $after) {\n        nodes {\n          projectName\n          tags {\n            tagKey\n            tagValue\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": typeof types.ProjectsDocument,
    "\n        mutation TagTwice($tag: [ProjectTagInput!]) {\n          updateProject(input: { projectName: \"atlas\", tag: $tag }) {\n            requestId\n          }\n        }\n      ": typeof types.TagTwiceDocument,
    "\n  query Node($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Dataset {\n        datasetName\n        fileCount\n      }\n      ... on Project {\n        projectName\n        datasetCount\n      }\n    }\n  }\n": typeof types.NodeDocument,
    "\n        mutation DeleteBoth {\n          deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n            requestId\n          }\n          deleteProject(input: { projectName: \"atlas\" }) {\n            deletedProjectId\n            requestId\n          }\n        }\n      ": typeof types.DeleteBothDocument,
    "\n  query Entities($representations: [_Any!]!, $counted: Boolean = false) {\n    _entities(representations: $representations) {\n      __typename\n      ... on Dataset {\n        projectName\n        datasetName\n        templateId\n        fileCount @include(if: $counted)\n      }\n      ... on Project {\n        projectName\n        datasetMaxBindCount\n      }\n    }\n  }\n": typeof types.EntitiesDocument,
    "\n  query EntityKeys($representations: [_Any!]!) {\n    _entities(representations: $representations) {\n      ... on Dataset {\n        __typename\n        id\n        projectName\n        datasetName\n        project {\n          projectName\n        }\n      }\n      ... on Project {\n        __typename\n        id\n        projectName\n      }\n    }\n  }\n": typeof types.EntityKeysDocument,
};
const documents: Documents = {
    "\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        projectName\n        datasetName\n        description\n        datasetMaxBindCount\n        datasetMaxTotalFileSize\n      }\n      requestId\n    }\n  }\n": types.CreateDatasetDocument,
    "\n        query Aliases {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            description\n          }\n          c: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            createTime\n          }\n        }\n      ": types.AliasesDocument,
    "\n        query AliasesWithStatistics {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            fileCount\n            totalFileSize\n          }\n        }\n      ": types.AliasesWithStatisticsDocument,
    "\n      query Fragments($count: Boolean!) {\n        dataset(projectName: \"atlas\", datasetName: \"photos\") {\n          ...Counted @include(if: $count)\n          ... on Node {\n            id\n          }\n          totalFileSize @skip(if: true)\n        }\n      }\n      fragment Counted on Dataset {\n        fileCount\n      }\n    ": types.FragmentsDocument,
    "\n        query List {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              datasetName\n              bindCount\n            }\n          }\n        }\n      ": types.ListDocument,
    "\n        query ListWithStatistics {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": types.ListWithStatisticsDocument,
    "\n        query ProjectByKey {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                __typename\n                id\n                projectName\n              }\n            }\n          }\n        }\n      ": types.ProjectByKeyDocument,
    "\n        query ProjectWhole {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      ": types.ProjectWholeDocument,
    "\n        mutation CreateAndCount {\n          createDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            dataset {\n              fileCount\n              totalFileSize\n              project {\n                projectName\n              }\n            }\n          }\n        }\n      ": types.CreateAndCountDocument,
    "\n        mutation UpdateAndCount {\n          updateDataset(input: { projectName: \"atlas\", datasetName: \"photos\", description: \"x\" }) {\n            dataset {\n              description\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": types.UpdateAndCountDocument,
    "\n        query ProjectAliases {\n          a: project(projectName: \"atlas\") {\n            projectName\n          }\n          b: project(projectName: \"atlas\") {\n            fileCount\n          }\n        }\n      ": types.ProjectAliasesDocument,
    "\n        query ProjectList {\n          projects {\n            nodes {\n              projectName\n            }\n          }\n        }\n      ": types.ProjectListDocument,
    "\n        query ProjectListWithStatistics {\n          projects {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": types.ProjectListWithStatisticsDocument,
    "\n        mutation CreateProjectAndCount {\n          createProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": types.CreateProjectAndCountDocument,
    "\n        mutation UpdateProjectAndCount {\n          updateProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      ": types.UpdateProjectAndCountDocument,
    "\n        mutation DeleteThenLook {\n          update: updateDataset(\n            input: { projectName: \"atlas\", datasetName: \"photos\", description: \"first\" }\n          ) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n          delete: deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n          }\n          create: createDataset(input: { projectName: \"atlas\", datasetName: \"other\" }) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      ": types.DeleteThenLookDocument,
    "\n  query Page($prefix: Prefix, $first: Int, $after: String) {\n    datasets(projectName: \"atlas\", prefix: $prefix, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          datasetName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.PageDocument,
    "\n        query UnderProject {\n          project(projectName: \"atlas\") {\n            datasets(first: 1) {\n              nodes {\n                datasetName\n              }\n            }\n          }\n          none: datasets(projectName: \"none\") {\n            nodes {\n              datasetName\n            }\n          }\n          gone: project(projectName: \"none\") {\n            projectName\n          }\n        }\n      ": types.UnderProjectDocument,
    "\n    query Projects($prefix: Prefix, $tag: [ProjectTagInput!], $first: Int, $after: String) {\n      projects(prefix: $prefix, tag: $tag, first: $first, after: $after) {\n        nodes {\n          projectName\n          tags {\n            tagKey\n            tagValue\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": types.ProjectsDocument,
    "\n        mutation TagTwice($tag: [ProjectTagInput!]) {\n          updateProject(input: { projectName: \"atlas\", tag: $tag }) {\n            requestId\n          }\n        }\n      ": types.TagTwiceDocument,
    "\n  query Node($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Dataset {\n        datasetName\n        fileCount\n      }\n      ... on Project {\n        projectName\n        datasetCount\n      }\n    }\n  }\n": types.NodeDocument,
    "\n        mutation DeleteBoth {\n          deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n            requestId\n          }\n          deleteProject(input: { projectName: \"atlas\" }) {\n            deletedProjectId\n            requestId\n          }\n        }\n      ": types.DeleteBothDocument,
    "\n  query Entities($representations: [_Any!]!, $counted: Boolean = false) {\n    _entities(representations: $representations) {\n      __typename\n      ... on Dataset {\n        projectName\n        datasetName\n        templateId\n        fileCount @include(if: $counted)\n      }\n      ... on Project {\n        projectName\n        datasetMaxBindCount\n      }\n    }\n  }\n": types.EntitiesDocument,
    "\n  query EntityKeys($representations: [_Any!]!) {\n    _entities(representations: $representations) {\n      ... on Dataset {\n        __typename\n        id\n        projectName\n        datasetName\n        project {\n          projectName\n        }\n      }\n      ... on Project {\n        __typename\n        id\n        projectName\n      }\n    }\n  }\n": types.EntityKeysDocument,
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
export function graphql(source: "\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        projectName\n        datasetName\n        description\n        datasetMaxBindCount\n        datasetMaxTotalFileSize\n      }\n      requestId\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDataset($input: CreateDatasetInput!) {\n    createDataset(input: $input) {\n      dataset {\n        projectName\n        datasetName\n        description\n        datasetMaxBindCount\n        datasetMaxTotalFileSize\n      }\n      requestId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query Aliases {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            description\n          }\n          c: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            createTime\n          }\n        }\n      "): (typeof documents)["\n        query Aliases {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            description\n          }\n          c: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            createTime\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query AliasesWithStatistics {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            fileCount\n            totalFileSize\n          }\n        }\n      "): (typeof documents)["\n        query AliasesWithStatistics {\n          a: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            datasetName\n          }\n          b: dataset(projectName: \"atlas\", datasetName: \"photos\") {\n            fileCount\n            totalFileSize\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query Fragments($count: Boolean!) {\n        dataset(projectName: \"atlas\", datasetName: \"photos\") {\n          ...Counted @include(if: $count)\n          ... on Node {\n            id\n          }\n          totalFileSize @skip(if: true)\n        }\n      }\n      fragment Counted on Dataset {\n        fileCount\n      }\n    "): (typeof documents)["\n      query Fragments($count: Boolean!) {\n        dataset(projectName: \"atlas\", datasetName: \"photos\") {\n          ...Counted @include(if: $count)\n          ... on Node {\n            id\n          }\n          totalFileSize @skip(if: true)\n        }\n      }\n      fragment Counted on Dataset {\n        fileCount\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query List {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              datasetName\n              bindCount\n            }\n          }\n        }\n      "): (typeof documents)["\n        query List {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              datasetName\n              bindCount\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query ListWithStatistics {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "): (typeof documents)["\n        query ListWithStatistics {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query ProjectByKey {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                __typename\n                id\n                projectName\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        query ProjectByKey {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                __typename\n                id\n                projectName\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query ProjectWhole {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        query ProjectWhole {\n          datasets(projectName: \"atlas\") {\n            nodes {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation CreateAndCount {\n          createDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            dataset {\n              fileCount\n              totalFileSize\n              project {\n                projectName\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation CreateAndCount {\n          createDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            dataset {\n              fileCount\n              totalFileSize\n              project {\n                projectName\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation UpdateAndCount {\n          updateDataset(input: { projectName: \"atlas\", datasetName: \"photos\", description: \"x\" }) {\n            dataset {\n              description\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation UpdateAndCount {\n          updateDataset(input: { projectName: \"atlas\", datasetName: \"photos\", description: \"x\" }) {\n            dataset {\n              description\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query ProjectAliases {\n          a: project(projectName: \"atlas\") {\n            projectName\n          }\n          b: project(projectName: \"atlas\") {\n            fileCount\n          }\n        }\n      "): (typeof documents)["\n        query ProjectAliases {\n          a: project(projectName: \"atlas\") {\n            projectName\n          }\n          b: project(projectName: \"atlas\") {\n            fileCount\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query ProjectList {\n          projects {\n            nodes {\n              projectName\n            }\n          }\n        }\n      "): (typeof documents)["\n        query ProjectList {\n          projects {\n            nodes {\n              projectName\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query ProjectListWithStatistics {\n          projects {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "): (typeof documents)["\n        query ProjectListWithStatistics {\n          projects {\n            nodes {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation CreateProjectAndCount {\n          createProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation CreateProjectAndCount {\n          createProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation UpdateProjectAndCount {\n          updateProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation UpdateProjectAndCount {\n          updateProject(input: { projectName: \"zoo\" }) {\n            project {\n              fileCount\n              totalFileSize\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation DeleteThenLook {\n          update: updateDataset(\n            input: { projectName: \"atlas\", datasetName: \"photos\", description: \"first\" }\n          ) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n          delete: deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n          }\n          create: createDataset(input: { projectName: \"atlas\", datasetName: \"other\" }) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation DeleteThenLook {\n          update: updateDataset(\n            input: { projectName: \"atlas\", datasetName: \"photos\", description: \"first\" }\n          ) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n          delete: deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n          }\n          create: createDataset(input: { projectName: \"atlas\", datasetName: \"other\" }) {\n            dataset {\n              project {\n                datasetCount\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Page($prefix: Prefix, $first: Int, $after: String) {\n    datasets(projectName: \"atlas\", prefix: $prefix, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          datasetName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Page($prefix: Prefix, $first: Int, $after: String) {\n    datasets(projectName: \"atlas\", prefix: $prefix, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          datasetName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query UnderProject {\n          project(projectName: \"atlas\") {\n            datasets(first: 1) {\n              nodes {\n                datasetName\n              }\n            }\n          }\n          none: datasets(projectName: \"none\") {\n            nodes {\n              datasetName\n            }\n          }\n          gone: project(projectName: \"none\") {\n            projectName\n          }\n        }\n      "): (typeof documents)["\n        query UnderProject {\n          project(projectName: \"atlas\") {\n            datasets(first: 1) {\n              nodes {\n                datasetName\n              }\n            }\n          }\n          none: datasets(projectName: \"none\") {\n            nodes {\n              datasetName\n            }\n          }\n          gone: project(projectName: \"none\") {\n            projectName\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Projects($prefix: Prefix, $tag: [ProjectTagInput!], $first: Int, $after: String) {\n      projects(prefix: $prefix, tag: $tag, first: $first, after: $after) {\n        nodes {\n          projectName\n          tags {\n            tagKey\n            tagValue\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "): (typeof documents)["\n    query Projects($prefix: Prefix, $tag: [ProjectTagInput!], $first: Int, $after: String) {\n      projects(prefix: $prefix, tag: $tag, first: $first, after: $after) {\n        nodes {\n          projectName\n          tags {\n            tagKey\n            tagValue\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation TagTwice($tag: [ProjectTagInput!]) {\n          updateProject(input: { projectName: \"atlas\", tag: $tag }) {\n            requestId\n          }\n        }\n      "): (typeof documents)["\n        mutation TagTwice($tag: [ProjectTagInput!]) {\n          updateProject(input: { projectName: \"atlas\", tag: $tag }) {\n            requestId\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Node($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Dataset {\n        datasetName\n        fileCount\n      }\n      ... on Project {\n        projectName\n        datasetCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Node($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Dataset {\n        datasetName\n        fileCount\n      }\n      ... on Project {\n        projectName\n        datasetCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation DeleteBoth {\n          deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n            requestId\n          }\n          deleteProject(input: { projectName: \"atlas\" }) {\n            deletedProjectId\n            requestId\n          }\n        }\n      "): (typeof documents)["\n        mutation DeleteBoth {\n          deleteDataset(input: { projectName: \"atlas\", datasetName: \"photos\" }) {\n            deletedDatasetId\n            requestId\n          }\n          deleteProject(input: { projectName: \"atlas\" }) {\n            deletedProjectId\n            requestId\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Entities($representations: [_Any!]!, $counted: Boolean = false) {\n    _entities(representations: $representations) {\n      __typename\n      ... on Dataset {\n        projectName\n        datasetName\n        templateId\n        fileCount @include(if: $counted)\n      }\n      ... on Project {\n        projectName\n        datasetMaxBindCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Entities($representations: [_Any!]!, $counted: Boolean = false) {\n    _entities(representations: $representations) {\n      __typename\n      ... on Dataset {\n        projectName\n        datasetName\n        templateId\n        fileCount @include(if: $counted)\n      }\n      ... on Project {\n        projectName\n        datasetMaxBindCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EntityKeys($representations: [_Any!]!) {\n    _entities(representations: $representations) {\n      ... on Dataset {\n        __typename\n        id\n        projectName\n        datasetName\n        project {\n          projectName\n        }\n      }\n      ... on Project {\n        __typename\n        id\n        projectName\n      }\n    }\n  }\n"): (typeof documents)["\n  query EntityKeys($representations: [_Any!]!) {\n    _entities(representations: $representations) {\n      ... on Dataset {\n        __typename\n        id\n        projectName\n        datasetName\n        project {\n          projectName\n        }\n      }\n      ... on Project {\n        __typename\n        id\n        projectName\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;