import { lazily } from "./lazily.ts";

const types = /^image\/(jpeg|png|webp|gif|tiff|heic|heif|heic-sequence|heif-sequence|avif)$/;

/** Whether images of a type are read with sharp. SVG isn't: it is drawn to be read, however long that takes. */
export function isReadBySharp(contentType: string): boolean {
  return types.test(contentType);
}

export const loadSharp = lazily(async () => {
  const { default: sharp } = await import("sharp");
  // Whatever it kept would be of another file: paths are those of open files.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
});
