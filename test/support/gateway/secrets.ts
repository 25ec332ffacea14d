/** What nobody may find in a log. */
export const secrets = [
  "s3cret-variable",
  "s3cret-literal",
  "s3cret-comment",
  "s3cret-token",
  "s3cret-cookie",
  "s3cret-query",
  "s3cret operation",
  "s3cret-header",
  "s3cretAlias",
  "s3cret-extension",
  "s3cret-field",
];

const document = `# s3cret-comment
query Named($name: DatasetName!) {
  s3cretAlias: dataset(projectName: "s3cret-literal", datasetName: $name) { createTime }
}`;

const create = `mutation ($input: CreateDatasetInput!) { s3cretAlias: createDataset(input: $input) { requestId } }`;

const variables = { name: "s3cret-variable" };

const headers = {
  "content-type": "application/json",
  authorization: "Bearer s3cret-token",
  cookie: "session=s3cret-cookie",
  "x-secret": "s3cret-header",
  "x-request-id": "s3cret-header",
  traceparent: "s3cret-header",
  tracestate: "a=s3cret-header",
  "user-agent": "s3cret-header",
};

// Who makes a request of them adds to them.
const fresh = () => ({ ...headers });

const encodedDocument = encodeURIComponent(document);
const named = encodeURIComponent(JSON.stringify(variables));

/** Requests that are full of them, good and bad ones. */
export const secretRequests: readonly { path: string; init: RequestInit }[] = [
  post({ query: document, variables, extensions: { persistedQuery: { sha256Hash: "s3cret-extension" } } }),
  post({ query: create, variables: { input: { projectName: "atlas", datasetName: "s3cret-variable" } } }),
  post({ query: create, variables: { input: { projectName: "s3cret variable", "s3cret-field": 1 } } }),
  post({ query: document, variables: { name: ["s3cret-variable", "s3cret-literal"] } }),
  post({ query: document, variables, operationName: `s3cret operation ${"x".repeat(1000)}` }),
  post({ query: document, variables, documentId: "s3cret-extension" }),
  post({ query: '{ s3cretAlias(a: "s3cret-literal" }' }),
  post({ query: '{ s3cretAlias: nothing(a: "s3cret-literal") }' }),
  post({ query: `{ ${"s3cretAlias: __typename ".repeat(200)} }` }),
  post({ query: `"s3cret-literal" ${"x".repeat(70_000)}` }),
  { path: "/graphql", init: { method: "POST", headers: fresh(), body: '{"query": s3cret-query' } },
  { path: "/graphql?token=s3cret-query", init: { method: "POST", headers: fresh(), body: "s3cret-query" } },
  {
    path: `/graphql?query=${encodedDocument}&variables=${named}&token=s3cret-query`,
    init: { headers: fresh() },
  },
  {
    path: "/graphql?query={__typename}&variables=s3cret-query&operationName=s3cret-query",
    init: { headers: fresh() },
  },
  { path: "/s3cret-query/graphql?token=s3cret-query", init: { headers: fresh() } },
  { path: "/s3cret-query?token=s3cret-query", init: { headers: fresh() } },
];

function post(sent: object): { path: string; init: RequestInit } {
  return {
    path: "/graphql?token=s3cret-query",
    init: { method: "POST", headers: fresh(), body: JSON.stringify(sent) },
  };
}
