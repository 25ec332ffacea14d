/** Types by the ending of a name, for files whose content doesn't tell. */
const byEnding: Readonly<Record<string, string>> = {
  avi: "video/vnd.avi",
  bmp: "image/bmp",
  css: "text/css",
  csv: "text/csv",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  flac: "audio/flac",
  gif: "image/gif",
  heic: "image/heic",
  heif: "image/heif",
  htm: "text/html",
  html: "text/html",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  log: "text/plain",
  m4a: "audio/x-m4a",
  md: "text/markdown",
  mkv: "video/matroska",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  svg: "image/svg+xml",
  tif: "image/tiff",
  tiff: "image/tiff",
  tsv: "text/tab-separated-values",
  txt: "text/plain",
  wav: "audio/wav",
  webm: "video/webm",
  webp: "image/webp",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  yaml: "application/yaml",
  yml: "application/yaml",
  zip: "application/zip",
};

export function typeByName(key: string): string | undefined {
  const [, ending] = /\.([^./]+)$/.exec(key) ?? [];
  const name = ending?.toLowerCase();
  return name !== undefined && Object.hasOwn(byEnding, name) ? byEnding[name] : undefined;
}

export function isTextType(type: string): boolean {
  return /^text\/|^application\/(json|xml|yaml|javascript)$|[+](xml|json)$/.test(type);
}

const archive =
  /^application\/((x-)?(zip|gzip|tar|7z|rar|bzip2|xz|zstd|lzip|lz4|lzh|compress|ace|apple-diskimage)(-compressed)?|vnd\.rar|java-archive|x-iso9660-image)$/;
const office =
  /^application\/(pdf|msword|rtf|epub\+zip|x-cfb|x-ibooks\+zip|postscript|vnd\.(ms-|openxmlformats-|oasis\.|visio|apple\.(pages|numbers|keynote)))/;

export type MediaType = "image" | "video" | "audio" | "document" | "archive" | "other";

export function mediaTypeOf(type: string): MediaType {
  const [, media] = /^(image|video|audio)\//.exec(type) ?? [];
  if (media) return media as MediaType;
  if (archive.test(type)) return "archive";
  return isTextType(type) || office.test(type) ? "document" : "other";
}
