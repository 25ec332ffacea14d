import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions } from "../../../src/contract/contract.ts";
import { imitated } from "../../../src/local-imm/operations/index.ts";
import { outsideContract } from "../../../src/local-imm/operations/outside-contract.ts";
import { signV3 } from "../signature/sign.ts";
import { root, startTestImm, type TestImm } from "../start.ts";

const user = { accessKeyId: "user", accessKeySecret: "user-secret" };

const ofContract: readonly string[] = actions.filter((action) => !imitated.includes(action));
const others = [...outsideContract];

describe("an action that isn't imitated", () => {
  let imm: TestImm;
  beforeAll(async () => {
    imm = await startTestImm({ keys: [root, { ...user, policies: [] }] });
  });
  afterAll(() => imm[Symbol.asyncDispose]());

  it.each([...ofContract, ...others])("answers 501 and leads to the coverage table: %s", async (action) => {
    const { status, body } = await imm.call(action);

    expect(status).toBe(501);
    expect(body).toEqual({
      RequestId: expect.any(String),
      HostId: imm.host,
      Code: "LocalNotImplemented",
      Message: `The local IMM does not imitate ${action}; see "Coverage" in README.md for what it does.`,
      Recommend: "README.md#coverage",
    });
  });

  it("is one of the 105 that IMM has", () => {
    expect(others).toHaveLength(51);
    expect(others).toEqual(others.toSorted());
    expect(new Set([...actions, ...others]).size).toBe(105);
  });

  it("leads to a heading that the README has", async () => {
    expect(await readFile("README.md", "utf8")).toMatch(/^## Coverage$/m);
  });

  it.each([ofContract[0]!, others[0]!])("needs no permission: %s", async (action) => {
    expect(await imm.call(action, {}, { key: user })).toMatchObject({ status: 501 });
  });

  it.each([ofContract[0]!, others[0]!])(
    "is refused first if it isn't signed or of this version: %s",
    async (action) => {
      const unsigned = { method: "POST", path: "/", headers: { "x-acs-action": action } };
      const ofOther = signV3(action, { ...imm.signing(), headers: { "x-acs-version": "2017-09-06" } });

      expect(await imm.send(unsigned)).toMatchObject({ body: { Code: "IncompleteSignature" } });
      expect(await imm.send(ofOther)).toMatchObject({ body: { Code: "InvalidVersion" } });
    },
  );
});

describe("an action that IMM doesn't have", () => {
  it.each(["CreateDatasets", "createdataset", "addImageMosaic", "toString", "__proto__", "has"])(
    "answers 404: %s",
    async (action) => {
      await using imm = await startTestImm();

      expect(await imm.call(action)).toMatchObject({
        status: 404,
        body: { Code: "InvalidAction.NotFound" },
      });
    },
  );
});
