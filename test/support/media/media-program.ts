/** The program by which a local IMM reads files, as it is built. */
export const mediaProgram = new URL("../../../dist/local-imm/media/media-process.js", import.meta.url);
