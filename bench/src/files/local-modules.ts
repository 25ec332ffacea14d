import { root } from "../root.ts";

const load = async <Module>(path: string) =>
  (await import(new URL(`dist/local-imm/${path}`, root).href)) as Module;

// The built local IMM's own parts, each called with nothing around it.
export const { migrations } = await load<
  typeof import("../../../dist/local-imm/store/migrations/migrations.js")
>("store/migrations/migrations.js");
export const { createFiles } =
  await load<typeof import("../../../dist/local-imm/store/files.js")>("store/files.js");
export const { detectType } = await load<
  typeof import("../../../dist/local-imm/operators/mime/detect-type.js")
>("operators/mime/detect-type.js");
export const { ossMeta } =
  await load<typeof import("../../../dist/local-imm/operators/oss-meta.js")>("operators/oss-meta.js");
export const { mime } =
  await load<typeof import("../../../dist/local-imm/operators/mime/mime.js")>("operators/mime/mime.js");
export const { exif } =
  await load<typeof import("../../../dist/local-imm/operators/exif/exif.js")>("operators/exif/exif.js");
