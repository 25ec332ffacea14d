import { buildClientSchema, introspectionFromSchema } from "graphql";
import { schema as served } from "../../src/graphql/schema.ts";

/** The graph as the page knows it: read by introspection, so that its scalars check nothing. */
export const schema = buildClientSchema(introspectionFromSchema(served));
