import { describe, expect, it } from "vitest";
import { actions } from "../../../src/contract/contract.ts";
import { enumName } from "../../../src/contract/names.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { startPolicyGateway } from "../../support/gateway/policy-gateway.ts";

const account = "acs:imm:cn-shanghai:1000000000000000";
const decision = `
  allowed
  reason
  resource
  role
  statement { effect actions notActions resources conditions { operator key values } }
`;

describe("the viewer", () => {
  it("is who the credentials say", async () => {
    await using service = await startPolicyGateway({
      reader: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    });

    expect(await service.ask("{ viewer { name roles } }", ["reader", "writer"])).toEqual({
      data: { viewer: { name: "somebody", roles: ["reader", "writer"] } },
    });
  });

  it("is anonymous and may do everything where nobody is asked who they are", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");

    const answer = await service.send(
      `{ viewer { name roles can(action: CREATE_DATASET, projectName: "atlas") { ${decision} } } }`,
    );

    expect(answer).toEqual({
      data: {
        viewer: {
          name: "anonymous",
          roles: [],
          can: { allowed: true, reason: "ALLOW", resource: null, role: null, statement: null },
        },
      },
    });
  });

  it("is told what decides: the statement that allows, the one that denies, or none", async () => {
    const allow = { Effect: "Allow", Action: ["imm:Get*", "imm:Delete*"], Resource: "*" };
    const deny = {
      Effect: "Deny",
      NotAction: "imm:Get*",
      Resource: `${account}:project/atlas/dataset/*`,
      Condition: { StringEquals: { "acs:UserAgent": ["a", "b"] }, Bool: { "acs:SecureTransport": "false" } },
    };
    await using service = await startPolicyGateway({ reader: [allow], careful: [deny] });
    const names = 'projectName: "atlas", datasetName: "photos"';

    const { data } = await service.ask(
      `{ viewer {
        get: can(action: GET_DATASET, ${names}) { ${decision} }
        delete: can(action: DELETE_DATASET, ${names}) { ${decision} }
        create: can(action: CREATE_PROJECT, projectName: "new") { ${decision} }
      } }`,
      ["reader", "careful"],
      { userAgent: "a" },
    );

    expect(data).toEqual({
      viewer: {
        get: {
          allowed: true,
          reason: "ALLOW",
          resource: `${account}:project/atlas/dataset/photos`,
          role: "reader",
          statement: {
            effect: "ALLOW",
            actions: ["imm:Get*", "imm:Delete*"],
            notActions: null,
            resources: ["*"],
            conditions: [],
          },
        },
        delete: {
          allowed: false,
          reason: "EXPLICIT_DENY",
          resource: `${account}:project/atlas/dataset/photos`,
          role: "careful",
          statement: {
            effect: "DENY",
            actions: null,
            notActions: ["imm:Get*"],
            resources: [`${account}:project/atlas/dataset/*`],
            conditions: [
              { operator: "StringEquals", key: "acs:UserAgent", values: ["a", "b"] },
              { operator: "Bool", key: "acs:SecureTransport", values: ["false"] },
            ],
          },
        },
        create: {
          allowed: false,
          reason: "IMPLICIT_DENY",
          resource: `${account}:project/new`,
          role: null,
          statement: null,
        },
      },
    });
    expect(service.calls).toEqual([]);
  });

  it("may do something with all there are only where no name is needed to allow it", async () => {
    await using service = await startPolicyGateway({
      all: [{ Effect: "Allow", Action: "imm:*", Resource: `${account}:project/*` }],
      one: [{ Effect: "Allow", Action: "imm:*", Resource: `${account}:project/atlas/dataset/photos` }],
    });
    const query = `{ viewer {
      any: can(action: GET_DATASET) { allowed resource }
      inProject: can(action: GET_DATASET, projectName: "atlas") { allowed resource }
      one: can(action: GET_DATASET, projectName: "atlas", datasetName: "photos") { allowed resource }
    } }`;

    const resources = {
      any: "project/*/dataset/*",
      inProject: "project/atlas/dataset/*",
      one: "project/atlas/dataset/photos",
    };
    const dataOf = (allowed: Record<string, boolean>) => ({
      data: {
        viewer: Object.fromEntries(
          Object.entries(resources).map(([name, resource]) => [
            name,
            { allowed: allowed[name], resource: `${account}:${resource}` },
          ]),
        ),
      },
    });
    expect(await service.ask(query, ["all"])).toEqual(dataOf({ any: true, inProject: true, one: true }));
    expect(await service.ask(query, ["one"])).toEqual(dataOf({ any: false, inProject: false, one: true }));
  });

  it("can ask about every action of IMM, and gets the answer that the call would", async () => {
    await using service = await startPolicyGateway({
      some: [
        { Effect: "Allow", Action: "imm:*", Resource: "*" },
        { Effect: "Deny", Action: ["imm:*Dataset*", "imm:Query*"], Resource: "*" },
      ],
    });
    const fields = actions
      .map((action) => `${action}: can(action: ${enumName(action)}) { allowed }`)
      .join("\n");

    const { data } = await service.ask(`{ viewer { ${fields} } }`, ["some"]);

    const { viewer } = data as { viewer: Record<string, { allowed: boolean }> };
    expect(
      Object.fromEntries(Object.entries(viewer).map(([action, { allowed }]) => [action, allowed])),
    ).toEqual(Object.fromEntries(actions.map((action) => [action, !/Dataset|^Query/.test(action)])));
  });

  it("is left out of the graph where that is a part of a larger one", async () => {
    await using service = gatewayTo("http://127.0.0.1:1", { subgraph: {} });

    const { errors } = await service.send("{ viewer { name } }");

    expect(errors?.map(({ message }) => message)).toEqual(['Cannot query field "viewer" on type "Query".']);
  });
});
