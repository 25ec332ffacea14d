import { root } from "../root.ts";

const { startLocalImm } = (await import(
  new URL("dist/local-imm/server.js", root).href
)) as typeof import("../../../dist/local-imm/server.js");

const imm = await startLocalImm({
  dir: process.env["DIR"]!,
  port: 0,
  region: "cn-shanghai",
  accountId: "1000000000000000",
  keys: [{ accessKeyId: "local", accessKeySecret: "local-secret" }],
});
console.log(imm.url);
