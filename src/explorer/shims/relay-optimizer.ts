/** In place of Relay's compiler, which graphql-codegen asks only where an option says so, and which is large. */
export function optimizeDocuments(): never {
  throw new Error("The explorer has no Relay compiler.");
}
