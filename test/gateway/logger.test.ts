import { describe, expect, it } from "vitest";
import { tokenCallers } from "../../src/gateway/callers/static-tokens.ts";
import { createGateway } from "../../src/gateway/gateway.ts";
import type { Logger } from "../../src/gateway/logger.ts";
import { post } from "../support/gateway/post.ts";
import { createScriptedClient, failures } from "../support/upstream/scripted-transport.ts";

const fails = (how: () => unknown): Logger => ({
  debug: how,
  info: how,
  warn: how,
  error: how,
});

/** What a logger of somebody's own may do. */
const loggers = {
  throws: () => {
    throw new Error("The log is full.");
  },
  rejects: () => Promise.reject(new Error("The log is full.")),
};

describe.each(Object.entries(loggers))("a logger that %s", (_how, how) => {
  const logger = fails(how);
  const create = 'mutation { deleteProject(input: { projectName: "atlas" }) { requestId } }';

  it("changes no answer, also of what is logged as a failure", async () => {
    const { imm } = createScriptedClient(({ action }) => failures.forbidden(action));
    const failing = createScriptedClient(({ action }) => failures.internal(action));

    const refused = await post(createGateway({ imm, logger }), { query: create });
    const failed = await post(createGateway({ imm: failing.imm, logger }), { query: create });
    const nothing = await post(createGateway({ imm, logger }), "{");

    expect(refused.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect(failed.errors).toMatchObject([{ extensions: { code: "UPSTREAM_ERROR" } }]);
    expect(nothing).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  it("changes nothing of what is told by callbacks that fail too", async () => {
    const { imm } = createScriptedClient(() => {});
    const gateway = createGateway({ imm, logger, onRequest: how });

    expect(await post(gateway, { query: "{ __typename }" })).toEqual({
      status: 200,
      data: { __typename: "Query" },
    });
  });

  it("lets nobody in, and nobody out, of those who bear a token", async () => {
    const { imm } = createScriptedClient(() => {});
    const gateway = createGateway({ imm, logger, authenticate: tokenCallers([], { logger }) });

    expect(await post(gateway, { query: "{ __typename }" })).toMatchObject({ status: 401 });
  });
});

describe("what listens to calls", () => {
  it.each(Object.entries(loggers))("fails none of them if it %s", async (_how, how) => {
    const answers = createScriptedClient(() => {}, { onBreaker: how });
    const client = answers.imm.for({ onCall: how });
    const down = createScriptedClient(({ action }) => failures.noConnection(action), { onBreaker: how });

    await expect(client.call("GetProject", { ProjectName: "atlas" })).resolves.toMatchObject({
      RequestId: "R1",
    });
    // The tenth failure opens the circuit.
    for (let n = 0; n < 12; n += 1) {
      const call = down.imm.for({ onCall: how }).call("CreateProject", { ProjectName: "atlas" });
      await expect(call).rejects.toMatchObject({ name: "ImmError" });
    }
  });
});
