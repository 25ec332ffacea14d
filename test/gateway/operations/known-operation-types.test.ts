import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { post } from "../../support/gateway/post.ts";

describe("an operation of a type that the graph doesn't have", () => {
  it.each([
    "subscription A { x }",
    "subscription A { __typename }",
    "query A { __typename } subscription B { x }",
  ])("is refused with a code: %s", async (query) => {
    await using service = gatewayTo("http://127.0.0.1:1");

    const { status, data, errors } = await post(
      service.gateway,
      { query, operationName: "A" },
      { accept: "application/graphql-response+json" },
    );

    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors).toMatchObject([
      {
        message: "This API has no subscription operations.",
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ]);
  });
});
