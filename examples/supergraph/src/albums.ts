import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createYoga } from "graphql-yoga";

/** A choice of photos from one dataset. */
interface Album {
  id: string;
  title: string;
  projectName: string;
  datasetName: string;
}

/** What a router knows of a dataset: its key, and what `@requires` asks for. */
interface Dataset {
  projectName: string;
  datasetName: string;
  datasetMaxTotalFileSize?: string | null;
  totalFileSize?: string | null;
}

const albums: readonly Album[] = [
  { id: "1", title: "Summer", projectName: "test-project", datasetName: "dataset001" },
  { id: "2", title: "Winter", projectName: "test-project", datasetName: "dataset001" },
  { id: "3", title: "Lost", projectName: "test-project", datasetName: "no-such-dataset" },
];

const typeDefs = parse(/* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@external", "@requires"])

  "A choice of photos from one dataset."
  type Album @key(fields: "id") {
    id: ID!
    title: String!
    "The dataset that its photos are in; null where that is gone."
    dataset: Dataset
  }

  # The key of a dataset is all that this subgraph knows; what a dataset is, imm-graphql describes.
  type Dataset @key(fields: "projectName datasetName") {
    projectName: ID!
    datasetName: ID!
    datasetMaxTotalFileSize: DatasetMaxTotalFileSize @external
    totalFileSize: Long @external
    "The albums made from it."
    albums: [Album!]!
    "How many bytes of photos it still has room for."
    bytesLeft: Long @requires(fields: "datasetMaxTotalFileSize totalFileSize")
  }

  scalar Long
  scalar DatasetMaxTotalFileSize

  type Query {
    "Every album."
    albums: [Album!]!
  }
`);

const resolvers = {
  Album: {
    __resolveReference: ({ id }: { id: string }) => albums.find((album) => album.id === id),
    dataset: ({ projectName, datasetName }: Album): Dataset => ({ projectName, datasetName }),
  },
  Dataset: {
    albums: (dataset: Dataset) =>
      albums.filter(
        ({ projectName, datasetName }) =>
          projectName === dataset.projectName && datasetName === dataset.datasetName,
      ),
    // Above 2^53 a number would lose digits.
    bytesLeft: ({ datasetMaxTotalFileSize: most, totalFileSize: used }: Dataset) =>
      most && used ? String(BigInt(most) - BigInt(used)) : null,
  },
  Query: { albums: () => albums },
};

/** The subgraph of albums: a listener for `node:http`, at `/graphql`. */
export const albumsSubgraph = createYoga({
  schema: buildSubgraphSchema({ typeDefs, resolvers }),
  graphiql: false,
  cors: false,
});
