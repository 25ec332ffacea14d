// `OSS` runs into the word behind it (`OSSURI`), and `URIs` is a plural: no pattern could tell.
const words = /OSS|URIs|[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+|[0-9]+/g;

/**
 * The name that the graph gives a wire name: camelCase, an acronym being a word.
 *
 * `DatasetMaxFileCount` → `datasetMaxFileCount`, `SourceURI` → `sourceUri`, `OSSURI` → `ossUri`.
 */
export function graphName(wireName: string): string {
  return wordsOf(wireName)
    .map((word) => word.toLowerCase())
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
}

/** The name that the graph gives an action among the values of an enum: `GetOSSBucketAttachment` → `GET_OSS_BUCKET_ATTACHMENT`. */
export function enumName(wireName: string): string {
  return wordsOf(wireName).join("_").toUpperCase();
}

/** The name of a parameter, field or action in Alibaba's TypeScript SDK: `ProjectName` → `projectName`, `URI` → `URI`. */
export function sdkName(wireName: string): string {
  return /^[A-Z]{2}/.test(wireName) ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

function wordsOf(wireName: string): string[] {
  return wireName.match(words) ?? [];
}
