/**
 * What IMM's queries know of files: which fields a condition may name, by which operators, and which fields they are sorted
 * and aggregated by. IMM's page "Supported fields and operators" has the list; it could not be read whole: the operators
 * are its own, which field takes which is partly inferred from the page of OSS on the same queries.
 */

/** What a field holds, which decides the operators that it takes. */
export type QueryKind = "document" | "integer" | "number" | "place" | "string" | "text" | "time";

/** The operators of SimpleQuery that compare a field with a value. */
export type LeafOperation =
  | "eq"
  | "exist"
  | "geo-bounding-box"
  | "geo-distance"
  | "geo-polygon"
  | "gt"
  | "gte"
  | "lt"
  | "lte"
  | "match-phrase"
  | "prefix";

const comparisons = ["eq", "gt", "gte", "lt", "lte"] as const;

/** The operators that each kind of field takes. A text is a string that is searched for words too, a document only that. */
export const operatorsOfKind: Readonly<Record<QueryKind, readonly LeafOperation[]>> = {
  string: [...comparisons, "prefix", "exist"],
  text: [...comparisons, "prefix", "match-phrase", "exist"],
  document: ["match-phrase", "exist"],
  integer: [...comparisons, "exist"],
  number: [...comparisons, "exist"],
  time: [...comparisons, "exist"],
  place: ["geo-distance", "geo-bounding-box", "geo-polygon", "exist"],
};

/** The fields of a file that conditions may name, with what they hold. */
export const fileFields = {
  URI: "string",
  Filename: "text",
  Size: "integer",
  MediaType: "string",
  ContentType: "string",
  ObjectStatus: "string",
  CustomId: "string",
  Title: "text",
  ProduceTime: "time",
  LatLong: "place",
  CreateTime: "time",
  UpdateTime: "time",
  FileCreateTime: "time",
  FileModifiedTime: "time",
  FileAccessTime: "time",
  FileHash: "string",
  ImageWidth: "integer",
  ImageHeight: "integer",
  Orientation: "integer",
  "ImageScore.OverallQualityScore": "number",
  FigureCount: "integer",
  OCRTexts: "document",
  VideoWidth: "integer",
  VideoHeight: "integer",
  Duration: "number",
  StartTime: "number",
  Bitrate: "integer",
  StreamCount: "integer",
  ProgramCount: "integer",
  FormatName: "string",
  FormatLongName: "string",
  Language: "string",
  Artist: "text",
  AlbumArtist: "text",
  Composer: "text",
  Performer: "text",
  Album: "text",
  ETag: "string",
  OSSURI: "string",
  OSSCRC64: "string",
  OSSObjectType: "string",
  OSSStorageClass: "string",
  OSSTaggingCount: "integer",
  OSSVersionId: "string",
  OSSDeleteMarker: "string",
  OSSExpiration: "time",
  ObjectACL: "string",
  ContentMd5: "string",
  CacheControl: "string",
  ContentDisposition: "string",
  ContentEncoding: "string",
  ContentLanguage: "string",
  AccessControlAllowOrigin: "string",
  AccessControlRequestMethod: "string",
  ServerSideEncryption: "string",
  ServerSideDataEncryption: "string",
  ServerSideEncryptionKeyId: "string",
  ServerSideEncryptionCustomerAlgorithm: "string",
  ObjectId: "string",
  ObjectType: "string",
  OwnerId: "string",
  ProjectName: "string",
  DatasetName: "string",
} as const satisfies Readonly<Record<string, QueryKind>>;

export type FileField = keyof typeof fileFields;

/**
 * The lists of a file whose elements conditions may name, with what their members hold. `nested` holds several conditions
 * against one element.
 */
export const fileArrays = {
  Labels: {
    LabelName: "text",
    LabelConfidence: "number",
    LabelLevel: "integer",
    LabelAlias: "string",
    ParentLabelName: "string",
    CentricScore: "number",
    Language: "string",
  },
  Figures: {
    FigureId: "string",
    FigureType: "string",
    FigureClusterId: "string",
    FigureConfidence: "number",
    FigureClusterConfidence: "number",
    Age: "integer",
    AgeSD: "number",
    Gender: "string",
    GenderConfidence: "number",
    Emotion: "string",
    EmotionConfidence: "number",
    Attractive: "number",
    FaceQuality: "number",
    Sharpness: "number",
    Glasses: "string",
    GlassesConfidence: "number",
    Hat: "string",
    HatConfidence: "number",
    Mask: "string",
    MaskConfidence: "number",
    Beard: "string",
    BeardConfidence: "number",
    Mouth: "string",
    MouthConfidence: "number",
  },
  Addresses: {
    Country: "string",
    Province: "string",
    City: "string",
    District: "string",
    Township: "string",
    AddressLine: "text",
    Language: "string",
  },
  VideoStreams: {
    Index: "integer",
    Language: "string",
    CodecName: "string",
    CodecLongName: "string",
    CodecTimeBase: "string",
    CodecTagString: "string",
    CodecTag: "string",
    Profile: "string",
    Width: "integer",
    Height: "integer",
    HasBFrames: "integer",
    SampleAspectRatio: "string",
    DisplayAspectRatio: "string",
    PixelFormat: "string",
    Level: "integer",
    FrameRate: "string",
    AverageFrameRate: "string",
    TimeBase: "string",
    StartTime: "number",
    Duration: "number",
    Bitrate: "integer",
    FrameCount: "integer",
    Rotate: "string",
    BitDepth: "integer",
    ColorSpace: "string",
    ColorRange: "string",
    ColorTransfer: "string",
    ColorPrimaries: "string",
  },
  AudioStreams: {
    Index: "integer",
    Language: "string",
    CodecName: "string",
    CodecLongName: "string",
    CodecTimeBase: "string",
    CodecTagString: "string",
    CodecTag: "string",
    SampleFormat: "string",
    SampleRate: "integer",
    Channels: "integer",
    ChannelLayout: "string",
    TimeBase: "string",
    StartTime: "number",
    Duration: "number",
    Bitrate: "integer",
    FrameCount: "integer",
    Lyric: "string",
  },
  Subtitles: {
    Index: "integer",
    Language: "string",
    CodecName: "string",
    CodecLongName: "string",
    CodecTagString: "string",
    CodecTag: "string",
    StartTime: "number",
    Duration: "number",
    Bitrate: "integer",
    Content: "string",
    Width: "integer",
    Height: "integer",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, QueryKind>>>>;

export type FileArray = keyof typeof fileArrays;

/** A map of a file whose entries conditions may name, as `CustomLabels.key`. Its values are strings. */
interface QueryMap {
  /** Whether keys are compared without regard to case. */
  readonly foldsKeys: boolean;
  /** Whether values are. */
  readonly foldsValues: boolean;
}

/** By IMM's page: of custom labels neither keys nor values are case-sensitive, of tags both, of user metadata values. */
export const fileMaps = {
  CustomLabels: { foldsKeys: true, foldsValues: true },
  OSSTagging: { foldsKeys: false, foldsValues: false },
  OSSUserMeta: { foldsKeys: true, foldsValues: false },
} as const satisfies Readonly<Record<string, QueryMap>>;

export type FileMap = keyof typeof fileMaps;

/** Whether files are sorted by a field: by those of the file itself, but its place and its documents. */
export function isSortable(field: string): field is FileField {
  return Object.hasOwn(fileFields, field) && isComparable(fileFields[field as FileField]);
}

/** Whether values of a kind have an order. */
export function isComparable(kind: QueryKind): boolean {
  return kind !== "place" && kind !== "document";
}

/** Whether the values of a kind are numbers, of which there is a sum. */
export function isNumeric(kind: QueryKind): boolean {
  return kind === "integer" || kind === "number";
}
