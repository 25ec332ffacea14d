import { documentText } from "./document-text/document-text.ts";
import { exif } from "./exif/exif.ts";
import { imageHash } from "./image-hash/image-hash.ts";
import { mediaMeta } from "./media-meta/media-meta.ts";
import { mime } from "./mime/mime.ts";
import type { Operator } from "./operator.ts";
import { ossMeta } from "./oss-meta.ts";

/** All operators, in the order in which they run. */
export const operators: readonly Operator[] = [ossMeta, mime, exif, mediaMeta, documentText, imageHash];
