/** An operation to begin with, as a tab of its own. */
export interface DefaultTab {
  readonly query: string;
  /** JSON text. */
  readonly variables: string;
}

const text = (variables: object) => JSON.stringify(variables, null, 2);

// Of their own: a dataset that somebody made otherwise may have no template, so that nothing is read from its files.
const key = { projectName: "explorer", datasetName: "dataset001" };

const kyoto = "oss://photos/kyoto.jpg";
const uris = [kyoto, "oss://photos/sydney-harbour.jpg", "oss://photos/west-lake.jpg"];

/** What a first visitor finds: the operations of this API, each ready to run. The tabs are named for them. */
export const defaultTabs: readonly DefaultTab[] = [
  {
    query: `# Creates a project, and a dataset in it.
# Run it: Ctrl-Enter, or the button at the right.
# Then see Code (</>) and Calls (⇄), at the left.
mutation Create($project: CreateProjectInput!, $dataset: CreateDatasetInput!) {
  createProject(input: $project) {
    project {
      projectName
      createTime
    }
    requestId
  }
  createDataset(input: $dataset) {
    dataset {
      id
      datasetName
      datasetMaxBindCount
      datasetMaxTotalFileSize
    }
    requestId
  }
}
`,
    variables: text({
      project: { projectName: key.projectName },
      dataset: {
        ...key,
        description: "immtest",
        templateId: "Official:ImageManagement",
        datasetMaxBindCount: 5,
        datasetMaxTotalFileSize: "9007199254740993",
      },
    }),
  },
  {
    query: `# Projects, two a page, with their datasets.
# For the next page put the answer's endCursor
# into the variable "after".
query List($first: Int, $after: String, $prefix: Prefix) {
  projects(first: $first, after: $after, prefix: $prefix) {
    nodes {
      projectName
      datasetCount
      datasets(first: 10) {
        nodes {
          datasetName
          createTime
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
    variables: text({ first: 2, after: null, prefix: "" }),
  },
  {
    query: `# Changes what is named, and leaves the rest as it is.
mutation Update($input: UpdateDatasetInput!) {
  updateDataset(input: $input) {
    dataset {
      datasetName
      description
      datasetMaxFileCount
      updateTime
    }
    requestId
  }
}
`,
    variables: text({ input: { ...key, description: "Photos of 2026", datasetMaxFileCount: 1000000 } }),
  },
  {
    query: `# Binds a bucket: its files are indexed, and those
# that come later. Locally a bucket is a folder.
# First, where the gateway was started:
#   mkdir -p .imm/buckets/photos
#   cp docs/pictures/*.jpg .imm/buckets/photos
mutation Bind($input: CreateBindingInput!) {
  createBinding(input: $input) {
    binding {
      uri
      state
      phase
    }
    requestId
  }
}
`,
    variables: text({ input: { ...key, uri: "oss://photos" } }),
  },
  {
    query: `# Indexes a file by its URI, bound or not, with a
# label of your own. IMM does it later: see Wait.
mutation Index($input: IndexFileMetaInput!) {
  indexFileMeta(input: $input) {
    eventId
    requestId
  }
}
`,
    variables: text({
      input: { ...key, file: { uri: kyoto, customLabels: [{ key: "trip", value: "Japan" }] } },
    }),
  },
  {
    query: `# One event for each file, when it is indexed or
# has failed. Run Bind first, for all three.
subscription Wait(
  $projectName: ProjectName!
  $datasetName: DatasetName!
  $uris: [FileUri!]!
) {
  fileIndexed(
    projectName: $projectName
    datasetName: $datasetName
    uris: $uris
  ) {
    uri
    objectStatus
    fileReason
  }
}
`,
    variables: text({ ...key, uris }),
  },
  {
    query: `# When, where and with which camera were they taken?
# A file that isn't indexed is null.
query Read(
  $projectName: ProjectName!
  $datasetName: DatasetName!
  $uris: [FileUri!]!
) {
  dataset(projectName: $projectName, datasetName: $datasetName) {
    files(uris: $uris) {
      filename
      size
      produceTime
      coordinates {
        latitude
        longitude
      }
      camera: exifTag(tag: "Model")
      customLabels {
        key
        value
      }
      objectStatus
      fileReason
    }
  }
}
`,
    variables: text({ ...key, uris }),
  },
  {
    query: `# Finds files by conditions. Those that stand beside
# each other must all hold; of "or" one must.
query Find(
  $projectName: ProjectName!
  $datasetName: DatasetName!
  $where: FileWhereInput
  $orderBy: [FileOrderInput!]
  $after: String
) {
  dataset(projectName: $projectName, datasetName: $datasetName) {
    query(where: $where, orderBy: $orderBy, first: 10, after: $after) {
      totalCount
      nodes {
        filename
        produceTime
        latLong
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`,
    variables: text({
      ...key,
      where: {
        mediaType: { eq: "image" },
        imageWidth: { gte: "100" },
        or: [
          { latLong: { near: { latitude: 30.25, longitude: 120.15, metres: 20000 } } },
          { customLabels: [{ key: "trip", eq: "Japan" }] },
        ],
      },
      orderBy: [{ produceTime: "DESC" }, { size: "ASC" }],
      after: null,
    }),
  },
  {
    query: `# How many files there are, and of which kinds.
# One call computes all of it: see Calls.
query Summarize(
  $projectName: ProjectName!
  $datasetName: DatasetName!
  $where: FileWhereInput
) {
  dataset(projectName: $projectName, datasetName: $datasetName) {
    aggregate(where: $where) {
      count
      size {
        sum
        average
        max
      }
      contentType {
        groups(first: 5) {
          value
          count
        }
      }
      customLabel(key: "trip") {
        groups(first: 5) {
          value
          count
        }
      }
    }
  }
}
`,
    variables: text({ ...key, where: null }),
  },
  {
    query: `# Finds files in whose name, or labels, a text is.
query Search(
  $projectName: ProjectName!
  $datasetName: DatasetName!
  $text: SearchText!
) {
  dataset(projectName: $projectName, datasetName: $datasetName) {
    search(text: $text, first: 10) {
      totalCount
      nodes {
        filename
        size
        customLabels {
          key
          value
        }
      }
    }
  }
}
`,
    variables: text({ ...key, text: "kyoto" }),
  },
  {
    query: `# A dataset's limits, and how much of them is used.
# IMM counts files only where that is selected:
# see WithStatistics under Calls.
query LimitsAndUsage($projectName: ProjectName!, $datasetName: DatasetName!) {
  dataset(projectName: $projectName, datasetName: $datasetName) {
    datasetMaxBindCount
    bindCount
    datasetMaxFileCount
    fileCount
    datasetMaxTotalFileSize
    totalFileSize
    datasetMaxEntityCount
    datasetMaxRelationCount
  }
}
`,
    variables: text(key),
  },
  {
    query: `# Ends the binding, then takes its files out of the
# dataset. What is in the bucket stays there.
mutation Empty($binding: DeleteBindingInput!, $files: BatchDeleteFileMetaInput!) {
  deleteBinding(input: $binding) {
    deletedBindingId
    requestId
  }
  batchDeleteFileMeta(input: $files) {
    deletedFileIds
    requestId
  }
}
`,
    variables: text({ binding: { ...key, uri: "oss://photos" }, files: { ...key, uris } }),
  },
  {
    query: `# Deletes the dataset and its project, for good.
# Neither may hold anything: run Empty after Bind.
mutation Delete($dataset: DeleteDatasetInput!, $project: DeleteProjectInput!) {
  deleteDataset(input: $dataset) {
    deletedDatasetId
    requestId
  }
  deleteProject(input: $project) {
    deletedProjectId
    requestId
  }
}
`,
    variables: text({ dataset: key, project: { projectName: key.projectName } }),
  },
  {
    query: `# There is no such project. In the error,
# extensions.code is for programs; extensions.imm
# is what IMM said, with its id of the request.
mutation ErrorOnPurpose($input: UpdateProjectInput!) {
  updateProject(input: $input) {
    requestId
  }
}
`,
    variables: text({ input: { projectName: "no-such-project", description: "immtest" } }),
  },
];
