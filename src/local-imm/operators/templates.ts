/** What reads a file and fills fields of its metadata. Those of IMM that need a model aren't among them. */
export type OperatorName =
  | "OSSMeta"
  | "MIME"
  | "MediaMeta"
  | "EXIF"
  | "ExtractDocumentText"
  | "ExtractImageEmbeddings";

// IMM's operators FaceDetection, LabelClassification, ImageScoring and ReGEO need a model. So does ExtractImageEmbeddings
// there; here it tells pictures that look alike, not what is on them.
const templates: ReadonlyMap<string, readonly OperatorName[]> = new Map([
  ["Official:DefaultEmptyId", []],
  ["Official:OSSBasicMeta", ["OSSMeta"]],
  ["Official:AllFunction", ["OSSMeta", "MIME", "MediaMeta", "EXIF", "ExtractDocumentText"]],
  ["Official:FaceManagement", ["OSSMeta"]],
  ["Official:ImageManagement", ["OSSMeta", "MIME", "EXIF"]],
  ["Official:CognitionImageManagement", ["OSSMeta", "MIME", "EXIF", "ExtractImageEmbeddings"]],
  ["Official:DocumentManagement", ["OSSMeta", "MIME", "ExtractDocumentText"]],
  ["Official:MediaMeta", ["OSSMeta", "MIME", "MediaMeta", "EXIF"]],
  ["Official:CognitionDocumentManagement", ["OSSMeta", "MIME"]],
]);

/** The operators of a workflow template; undefined if there is no such template. */
export function operatorsOf(templateId: string): readonly OperatorName[] | undefined {
  return templates.get(templateId);
}
