import { startLocalImm } from "../../../dist/local-imm/server.js";

// A local IMM as a process of its own, on the folder that DIR names.
const imm = await startLocalImm({
  dir: process.env.DIR,
  port: 0,
  region: "cn-shanghai",
  accountId: "1000000000000000",
  keys: [{ accessKeyId: "test", accessKeySecret: "test-secret" }],
});
console.log(imm.url);
