/** The little of Node's `process` that graphql-codegen reads as it writes types. */
export const process = { cwd: () => "/", env: {}, platform: "browser" };
