import { describe, expect, it } from "vitest";
import { root, seconds, start, startTestImm, toDate } from "../start.ts";
import { signV3 } from "./sign.ts";

const minutes = 60n * seconds;

describe("time and replay", () => {
  it.each([
    ["15 minutes slow", -15n * minutes, 200],
    ["15 minutes fast", 15n * minutes, 200],
    ["more than 15 minutes slow", -15n * minutes - seconds, 400],
    ["more than 15 minutes fast", 15n * minutes + seconds, 400],
  ])("bears a clock that is %s or not", async (_what, off, status) => {
    await using imm = await startTestImm();
    imm.clock.now = start - (start % seconds);

    const answer = await imm.call("ListProjects", {}, { date: toDate(imm.clock.now + off) });

    expect(answer).toMatchObject(
      status === 200 ? { status } : { status, body: { Code: "InvalidTimeStamp.Expired" } },
    );
  });

  it.each([
    "2026-01-02 03:04:05",
    "2026-01-02T03:04:05+08:00",
    "2026-13-02T03:04:05Z",
    "2026-02-30T00:00:00Z",
    "2026-01-02T24:00:00Z",
    "now",
    "1767323045",
  ])("refuses the time %s", async (date) => {
    await using imm = await startTestImm();

    expect(await imm.call("ListProjects", {}, { date })).toMatchObject({
      status: 400,
      body: { Code: "InvalidTimeStamp.Format" },
    });
  });

  it("refuses a request that was sent before, for as long as its time would pass", async () => {
    await using imm = await startTestImm();
    const request = signV3("CreateProject", imm.signing({ query: { ProjectName: "atlas" } }));
    const replayed = { status: 400, body: { Code: "SignatureNonceUsed" } };

    expect(await imm.send(request)).toMatchObject({ status: 200 });
    expect(await imm.send(request)).toMatchObject(replayed);
    imm.clock.now += 14n * minutes;
    expect(await imm.send(request)).toMatchObject(replayed);
    imm.clock.now += 16n * minutes;
    expect(await imm.send(request)).toMatchObject({ body: { Code: "InvalidTimeStamp.Expired" } });
  });

  it("forgets a nonce after twice the time that clocks may be off", async () => {
    await using imm = await startTestImm();
    const list = () => imm.call("ListProjects", {}, { nonce: "any text is a nonce" });

    expect(await list()).toMatchObject({ status: 200 });
    imm.clock.now += 30n * minutes;
    expect(await list()).toMatchObject({ body: { Code: "SignatureNonceUsed" } });
    imm.clock.now += 1n;
    expect(await list()).toMatchObject({ status: 200 });
  });

  it("keeps the nonces of each key apart", async () => {
    const other = { accessKeyId: "other", accessKeySecret: "secret" };
    await using imm = await startTestImm({ keys: [root, other] });

    expect(await imm.call("ListProjects", {}, { nonce: "once" })).toMatchObject({ status: 200 });
    expect(await imm.call("ListProjects", {}, { nonce: "once", key: other })).toMatchObject({ status: 200 });
  });

  it("lets nobody but its owner spend a nonce", async () => {
    await using imm = await startTestImm();
    const key = { ...root, accessKeySecret: "a guess" };

    expect(await imm.call("ListProjects", {}, { nonce: "once", key })).toMatchObject({
      body: { Code: "SignatureDoesNotMatch" },
    });
    expect(await imm.call("ListProjects", {}, { nonce: "once" })).toMatchObject({ status: 200 });
  });

  it("spends a nonce on a call that is refused afterwards", async () => {
    await using imm = await startTestImm();

    expect(await imm.call("GetProject", { ProjectName: "none" }, { nonce: "once" })).toMatchObject({
      body: { Code: "ResourceNotFound" },
    });
    expect(await imm.call("ListProjects", {}, { nonce: "once" })).toMatchObject({
      body: { Code: "SignatureNonceUsed" },
    });
  });
});
