import { root } from "../root.ts";

const { startLocalImm } = (await import(
  new URL("dist/local-imm/server.js", root).href
)) as typeof import("../../../dist/local-imm/server.js");

const imm = await startLocalImm({
  dir: process.env["DIR"]!,
  buckets: JSON.parse(process.env["BUCKETS"] ?? "{}") as Record<string, string>,
  port: 0,
  region: "cn-shanghai",
  accountId: "1000000000000000",
  keys: [{ accessKeyId: "local", accessKeySecret: "local-secret" }],
});
// Everything that is in the bound buckets, or was called for, is indexed.
process.on("message", async (question) => {
  if (question === "settled") await imm.settled();
  if (question === "settled" || question === "counts") process.send?.(imm.counts());
});
console.log(imm.url);
