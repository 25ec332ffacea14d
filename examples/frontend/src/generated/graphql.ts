/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A postal address. */
export type AddressInput = {
  /** The whole address. Example: `中国浙江省杭州市余杭区文一西路969号`. */
  addressLine?: string | null | undefined;
  /** The city. Example: `杭州市`. */
  city?: string | null | undefined;
  /** The country. Example: `中国`. */
  country?: string | null | undefined;
  /** The district of the city. Example: `余杭区`. */
  district?: string | null | undefined;
  /** The language that it is written in, by BCP 47. Example: `zh-Hans`. */
  language?: string | null | undefined;
  /** The province or state. Example: `浙江省`. */
  province?: string | null | undefined;
  /** The street or township. Example: `文一西路`. */
  township?: string | null | undefined;
};

/** Conditions on a file's `addresses`. */
export type AddressListFilterInput = {
  /** At least one element meets all of these. */
  some?: AddressWhereInput | null | undefined;
};

/** Conditions on one `Address` of a file. Those beside each other must all hold. */
export type AddressWhereInput = {
  /** On `Address.addressLine`. The whole address. Example: `中国浙江省杭州市余杭区文一西路969号`. */
  addressLine?: TextFilterInput | null | undefined;
  /** All of these must hold; at least 1. */
  and?: Array<AddressWhereInput> | null | undefined;
  /** On `Address.city`. The city. Example: `杭州市`. */
  city?: StringFilterInput | null | undefined;
  /** On `Address.country`. The country. Example: `中国`. */
  country?: StringFilterInput | null | undefined;
  /** On `Address.district`. The district of the city. Example: `余杭区`. */
  district?: StringFilterInput | null | undefined;
  /** On `Address.language`. The language that it is written in, by BCP 47. Example: `zh-Hans`. */
  language?: StringFilterInput | null | undefined;
  /** Negates the condition. A file without a value matches the negation. */
  not?: AddressWhereInput | null | undefined;
  /** One of these must hold; at least 1. */
  or?: Array<AddressWhereInput> | null | undefined;
  /** On `Address.province`. The province or state. Example: `浙江省`. */
  province?: StringFilterInput | null | undefined;
  /** Conditions in IMM's own terms; all must hold. At least 1. */
  raw?: Array<RawConditionInput> | null | undefined;
  /** On `Address.township`. The street or township. Example: `文一西路`. */
  township?: StringFilterInput | null | undefined;
};

/** Conditions on a file's `audioStreams`. */
export type AudioStreamListFilterInput = {
  /** At least one element meets all of these. */
  some?: AudioStreamWhereInput | null | undefined;
};

/** Conditions on one `AudioStream` of a file. Those beside each other must all hold. */
export type AudioStreamWhereInput = {
  /** All of these must hold; at least 1. */
  and?: Array<AudioStreamWhereInput> | null | undefined;
  /** On `AudioStream.bitrate`. Its bit rate, in bit/s. Example: `"320087"`. */
  bitrate?: LongFilterInput | null | undefined;
  /** On `AudioStream.channelLayout`. How its channels are laid out. Example: `stereo`. */
  channelLayout?: StringFilterInput | null | undefined;
  /** On `AudioStream.channels`. How many channels it has. Example: `"2"`. */
  channels?: LongFilterInput | null | undefined;
  /** On `AudioStream.codecLongName`. The full name of its codec. Examples: `AAC (Advanced Audio Coding)`, `H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10`. */
  codecLongName?: StringFilterInput | null | undefined;
  /** On `AudioStream.codecName`. The short name of its codec. Examples: `aac`, `h264`, `mov_text`. */
  codecName?: StringFilterInput | null | undefined;
  /** On `AudioStream.codecTag`. The tag of its codec, in hexadecimal digits. Example: `0x6134706d`. */
  codecTag?: StringFilterInput | null | undefined;
  /** On `AudioStream.codecTagString`. The tag of its codec as text. Examples: `mp4a`, `avc1`, `tx3g`. */
  codecTagString?: StringFilterInput | null | undefined;
  /** On `AudioStream.codecTimeBase`. The unit of its codec's times, in seconds, as a fraction. Example: `1/44100`. */
  codecTimeBase?: StringFilterInput | null | undefined;
  /** On `AudioStream.duration`. How long it is, in seconds. Example: `3.690667`. */
  duration?: FloatFilterInput | null | undefined;
  /** On `AudioStream.frameCount`. How many frames it has. Example: `"173"`. */
  frameCount?: LongFilterInput | null | undefined;
  /** On `AudioStream.index`. Its index in the file, from 0. Example: `"1"`. */
  index?: LongFilterInput | null | undefined;
  /** On `AudioStream.language`. Its language, by BCP 47. Example: `en`. */
  language?: StringFilterInput | null | undefined;
  /** On `AudioStream.lyric`. The lyrics. Example: `test`. */
  lyric?: StringFilterInput | null | undefined;
  /** Negates the condition. A file without a value matches the negation. */
  not?: AudioStreamWhereInput | null | undefined;
  /** One of these must hold; at least 1. */
  or?: Array<AudioStreamWhereInput> | null | undefined;
  /** Conditions in IMM's own terms; all must hold. At least 1. */
  raw?: Array<RawConditionInput> | null | undefined;
  /** On `AudioStream.sampleFormat`. The format of its samples. Example: `fltp`. */
  sampleFormat?: StringFilterInput | null | undefined;
  /** On `AudioStream.sampleRate`. Its sampling rate, in Hz. Example: `"48000"`. */
  sampleRate?: LongFilterInput | null | undefined;
  /** On `AudioStream.streamStartTime`. When it starts, in seconds from the start of the file; IMM's `StartTime`. Example: `0.0235`. */
  streamStartTime?: FloatFilterInput | null | undefined;
  /** On `AudioStream.timeBase`. The unit of its times, in seconds, as a fraction. Example: `1/48000`. */
  timeBase?: StringFilterInput | null | undefined;
};

/** An area between two latitudes and two longitudes. */
export type BoxInput = {
  /** Its top left corner, which is not south of the other. */
  northWest: PointInput;
  /** Its bottom right corner. */
  southEast: PointInput;
};

/** A part of a video. */
export type ClipInput = {
  /** When it starts and when it ends, in milliseconds. Example: `[0, 1500]`. */
  timeRange?: Array<number | string> | null | undefined;
};

/** A bucket to bind to a dataset. It must be in the project's region. */
export type CreateBindingInput = {
  /** Which dataset. Example: `dataset001`. */
  datasetName: string;
  /** The name of the dataset's project. Example: `test-project`. */
  projectName: string;
  /** Which bucket, as `oss://bucket`, with nothing behind the name. Example: `oss://examplebucket`. */
  uri: string;
};

/** A dataset to create. */
export type CreateDatasetInput = {
  /** How many OSS buckets may be bound to a dataset, 1 to 10. Default: the project's, which is the value of the example unless it was set. Example: `10`. */
  datasetMaxBindCount?: number | string | null | undefined;
  /** How many entities a dataset may hold, 1 to 2^63-1; reserved, not enforced. Default: the project's, which is the value of the example unless it was set. Example: `"10000000000"`. */
  datasetMaxEntityCount?: number | string | null | undefined;
  /** How many files a dataset may hold, 1 to 100000000. Default: the project's, which is the value of the example unless it was set. Example: `100000000`. */
  datasetMaxFileCount?: number | string | null | undefined;
  /** How many relations a dataset may hold, 1 to 2^63-1; reserved, not enforced. Default: the project's, which is the value of the example unless it was set. Example: `"100000000000"`. */
  datasetMaxRelationCount?: number | string | null | undefined;
  /** How many bytes the files of a dataset may have together, 1 to 2^63-1; past it no more are indexed. Default: the project's, which is the value of the example unless it was set. Example: `"90000000000000000"`. */
  datasetMaxTotalFileSize?: number | string | null | undefined;
  /** Its name, for good; unique in the project. Example: `dataset001`. */
  datasetName: string;
  /** What it is for, 0 to 256 characters. Default: empty. Example: `immtest`. */
  description?: string | null | undefined;
  /** An existing project. Example: `test-project`. */
  projectName: string;
  /** The workflow template that says what is extracted from its files. Default: empty, which is the project's. Example: `Official:ImageManagement`. */
  templateId?: string | null | undefined;
  /**
   * The parameters of its workflow template.
   * @deprecated IMM accepts it without effect.
   */
  workflowParameters?: Array<WorkflowParameterInput> | null | undefined;
};

/** A project to create. */
export type CreateProjectInput = {
  /** How many OSS buckets may be bound to a dataset, 1 to 10. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `10`. */
  datasetMaxBindCount?: number | string | null | undefined;
  /** How many entities a dataset may hold, 1 to 2^63-1; reserved, not enforced. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `"10000000000"`. */
  datasetMaxEntityCount?: number | string | null | undefined;
  /** How many files a dataset may hold, 1 to 100000000. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `100000000`. */
  datasetMaxFileCount?: number | string | null | undefined;
  /** How many relations a dataset may hold, 1 to 2^63-1; reserved, not enforced. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `"100000000000"`. */
  datasetMaxRelationCount?: number | string | null | undefined;
  /** How many bytes the files of a dataset may have together, 1 to 2^63-1; past it no more are indexed. For datasets that are created without a limit of their own. Default: IMM's, the value of the example. Example: `"90000000000000000"`. */
  datasetMaxTotalFileSize?: number | string | null | undefined;
  /** What it is for, 0 to 256 characters. Default: empty. Example: `immtest`. */
  description?: string | null | undefined;
  /** How many datasets it may hold, 1 to 1000000000. Default: `1000000000`. */
  projectMaxDatasetCount?: number | null | undefined;
  /** Its name, for good. Example: `test-project`. */
  projectName: string;
  /** The RAM role by which IMM reads files in OSS. Default: `AliyunIMMDefaultRole`. */
  serviceRole?: string | null | undefined;
  /** The tags to put on it, each key once and none of them empty. Default: none. */
  tag?: Array<ProjectTagInput> | null | undefined;
  /** The workflow template of datasets that name none. Default: empty. Example: `Official:ImageManagement`. */
  templateId?: string | null | undefined;
};

/** What to label a file with: a key and its value. */
export type CustomLabelInput = {
  /** The key, not empty. IMM doesn't tell upper from lower case, so keys of one file must differ in more. Example: `MemberName`. */
  key: string;
  /** The value. Example: `Tim`. */
  value: string;
};

/** Conditions on a point in time; all must hold. */
export type DateTimeFilterInput = {
  /** In this range, including both ends. Counts as two conditions. */
  between?: DateTimeRangeInput | null | undefined;
  /** Equal to this. Example: `2024-07-01T00:00:00+08:00`. */
  eq?: string | null | undefined;
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** Greater than this. Example: `2024-07-01T00:00:00+08:00`. */
  gt?: string | null | undefined;
  /** Greater than this, or equal to it. Example: `2024-07-01T00:00:00+08:00`. */
  gte?: string | null | undefined;
  /** Equal to one of these, each of which counts as a condition; at least 1. Example: `["2024-07-01T00:00:00+08:00"]`. */
  in?: Array<string> | null | undefined;
  /** Less than this. Example: `2024-07-01T00:00:00+08:00`. */
  lt?: string | null | undefined;
  /** Less than this, or equal to it. Example: `2024-07-01T00:00:00+08:00`. */
  lte?: string | null | undefined;
};

/** A range of values, both ends included. */
export type DateTimeRangeInput = {
  /** The smallest value. Example: `2024-07-01T00:00:00+08:00`. */
  from: string;
  /** The largest value. Example: `2024-07-31T23:59:59+08:00`. */
  to: string;
};

/** Conditions on text that can only be searched for words; all must hold. */
export type DocumentFilterInput = {
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** Contains these words beside each other. Example: `invoice`. */
  matchPhrase?: string | null | undefined;
};

/** Conditions on a file's `figures`. */
export type FigureListFilterInput = {
  /** At least one element meets all of these. */
  some?: FigureWhereInput | null | undefined;
};

/** Conditions on one `Figure` of a file. Those beside each other must all hold. */
export type FigureWhereInput = {
  /** On `Figure.age`. The age, in years. Example: `"29"`. */
  age?: LongFilterInput | null | undefined;
  /** On `Figure.ageSd`. The standard deviation of the age, in years. Example: `5`. */
  ageSd?: FloatFilterInput | null | undefined;
  /** All of these must hold; at least 1. */
  and?: Array<FigureWhereInput> | null | undefined;
  /** On `Figure.attractive`. The model's score of how attractive the face is, 0 to 1. Example: `0.96`. */
  attractive?: FloatFilterInput | null | undefined;
  /** On `Figure.beard`. Whether there is a beard. Example: `none`. */
  beard?: StringFilterInput | null | undefined;
  /** On `Figure.beardConfidence`. How sure IMM is of `beard`, 0 to 1. Example: `1`. */
  beardConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.emotion`. The emotion. Example: `happiness`. */
  emotion?: StringFilterInput | null | undefined;
  /** On `Figure.emotionConfidence`. How sure IMM is of the emotion, 0 to 1. Example: `0.707845687866210`. */
  emotionConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.faceQuality`. How fit the face is for recognition, 0 to 1. Example: `0.960875928401947`. */
  faceQuality?: FloatFilterInput | null | undefined;
  /** On `Figure.figureClusterConfidence`. How sure IMM is of the cluster, 0 to 1. Example: `1`. */
  figureClusterConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.figureClusterId`. The face cluster that it is in. `figure-cluster-id-independent`: it fits none so far; `figure-cluster-id-unavailable`: faces have not been clustered since it came. Example: `Cluster-dbe72fec-b84c-4ab6-885b-3678e64****`. */
  figureClusterId?: StringFilterInput | null | undefined;
  /** On `Figure.figureConfidence`. How sure IMM is of there being one, 0 to 1. Example: `1`. */
  figureConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.figureId`. Its ID. Example: `868a9e74-cde5-4c7a-9013-28bb984****`. */
  figureId?: StringFilterInput | null | undefined;
  /** On `Figure.figureType`. What it is. Example: `face`. */
  figureType?: StringFilterInput | null | undefined;
  /** On `Figure.gender`. The gender. Example: `female`. */
  gender?: StringFilterInput | null | undefined;
  /** On `Figure.genderConfidence`. How sure IMM is of the gender, 0 to 1. Example: `1`. */
  genderConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.glasses`. Whether glasses are worn. Example: `none`. */
  glasses?: StringFilterInput | null | undefined;
  /** On `Figure.glassesConfidence`. How sure IMM is of `glasses`, 0 to 1. Example: `0.8`. */
  glassesConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.hat`. Whether a hat is worn. Example: `none`. */
  hat?: StringFilterInput | null | undefined;
  /** On `Figure.hatConfidence`. How sure IMM is of `hat`, 0 to 1. Example: `1`. */
  hatConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.mask`. Whether a mask is worn. Example: `none`. */
  mask?: StringFilterInput | null | undefined;
  /** On `Figure.maskConfidence`. How sure IMM is of `mask`, 0 to 1. Example: `1`. */
  maskConfidence?: FloatFilterInput | null | undefined;
  /** On `Figure.mouth`. Whether the mouth is open. Example: `close`. */
  mouth?: StringFilterInput | null | undefined;
  /** On `Figure.mouthConfidence`. How sure IMM is of `mouth`, 0 to 1. Example: `1`. */
  mouthConfidence?: FloatFilterInput | null | undefined;
  /** Negates the condition. A file without a value matches the negation. */
  not?: FigureWhereInput | null | undefined;
  /** One of these must hold; at least 1. */
  or?: Array<FigureWhereInput> | null | undefined;
  /** Conditions in IMM's own terms; all must hold. At least 1. */
  raw?: Array<RawConditionInput> | null | undefined;
  /** On `Figure.sharpness`. How sharp the face is, 0 to 1. Example: `0.7`. */
  sharpness?: FloatFilterInput | null | undefined;
};

/** A file to index. Only `uri` is required; leave out what IMM can read from the file itself. */
export type FileInput = {
  /** Where it was taken, as postal addresses. Default: what IMM detects. */
  addresses?: Array<AddressInput> | null | undefined;
  /** The album. Default: the file's own. Example: `FirstAlbum`. */
  album?: string | null | undefined;
  /** The artist of the album. Default: the file's own. Example: `Jane`. */
  albumArtist?: string | null | undefined;
  /** The artist. Default: the file's own. Example: `Jane`. */
  artist?: string | null | undefined;
  /** The composer. Default: the file's own. Example: `Jane`. */
  composer?: string | null | undefined;
  /** Its MIME type. Default: what IMM detects. Example: `image/jpeg`. */
  contentType?: string | null | undefined;
  /** An ID of the caller's own, preferably unique. Example: `member-image-id-0001`. */
  customId?: string | null | undefined;
  /** Its labels, at most 100. They replace those that it has, so list every label to keep. Default: those that it has. */
  customLabels?: Array<CustomLabelInput> | null | undefined;
  /** The hash of its content; needed if `uri` is an address in PDS, else best left out. Example: `1d9c280a7c4f67f7ef873e28449dbe17`. */
  fileHash?: string | null | undefined;
  /** What it shows. Default: what IMM detects. */
  labels?: Array<LabelInput> | null | undefined;
  /** Where it was taken: latitude and longitude in degrees. Default: what the file says. Example: `30.134390,120.074997`. */
  latLong?: string | null | undefined;
  /** What kind of media it is: `image`, `video`, `audio`, `document`, `archive` or `other`. Default: what IMM detects. */
  mediaType?: string | null | undefined;
  /** Where the object is in OSS; only if `uri` is an address in PDS. Example: `oss://test-bucket/test-object.jpg`. */
  ossUri?: string | null | undefined;
  /** The performer. Default: the file's own. Example: `Jane`. */
  performer?: string | null | undefined;
  /** When the picture or video was taken. Default: what the file says. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  produceTime?: string | null | undefined;
  /** Its title. Default: the file's own. Example: `test`. */
  title?: string | null | undefined;
  /** Which file: an object in a bucket of the project's region, or a file in PDS. Example: `oss://test-bucket/test-object.jpg`. */
  uri: string;
};

/** A field to sort by and its direction: exactly one field. */
export type FileOrderInput = {
  /** By `File.accessControlAllowOrigin`. The origins that may read the object from another page. Example: `https://aliyundoc.com`. */
  accessControlAllowOrigin?: SortOrder | null | undefined;
  /** By `File.accessControlRequestMethod`. The method that another page may use. Example: `PUT`. */
  accessControlRequestMethod?: SortOrder | null | undefined;
  /** By `File.album`. The album. Example: `FirstAlbum`. */
  album?: SortOrder | null | undefined;
  /** By `File.albumArtist`. The artist of the album. Example: `Jane`. */
  albumArtist?: SortOrder | null | undefined;
  /** By `File.artist`. The artist. Example: `Jane`. */
  artist?: SortOrder | null | undefined;
  /** By `File.bitrate`. Its bit rate, in bit/s. Example: `"13091201"`. */
  bitrate?: SortOrder | null | undefined;
  /** By `File.cacheControl`. How browsers may cache the object. Null unless the object has the header `Cache-Control`. Example: `no-cache`. */
  cacheControl?: SortOrder | null | undefined;
  /** By `File.composer`. The composer. Example: `Jane`. */
  composer?: SortOrder | null | undefined;
  /** By `File.contentDisposition`. The name under which the object is downloaded. Null unless the object has the header `Content-Disposition`. Example: `attachment; filename =test.jpg`. */
  contentDisposition?: SortOrder | null | undefined;
  /** By `File.contentEncoding`. How the object is encoded when it is downloaded. Null unless the object has the header `Content-Encoding`. Example: `UTF-8`. */
  contentEncoding?: SortOrder | null | undefined;
  /** By `File.contentLanguage`. The language of the content. Null unless the object has the header `Content-Language`. Example: `zh-CN`. */
  contentLanguage?: SortOrder | null | undefined;
  /** By `File.contentMd5`. The MD5 of the content, in Base64. Example: `HZwoCnxPZ/fvhz4oRJ2+Fw==`. */
  contentMd5?: SortOrder | null | undefined;
  /** By `File.contentType`. Its MIME type. Example: `image/jpeg`. */
  contentType?: SortOrder | null | undefined;
  /** By `File.createTime`. When it was indexed first. */
  createTime?: SortOrder | null | undefined;
  /** By `File.customId`. An ID of the caller's own. Example: `member-image-id-0001`. */
  customId?: SortOrder | null | undefined;
  /** By `File.datasetName`. The name of its dataset. Example: `test-dataset`. */
  datasetName?: SortOrder | null | undefined;
  /** By `File.duration`. How long it is, in seconds. Example: `15.263`. */
  duration?: SortOrder | null | undefined;
  /** By `File.eTag`. The object's ETag, which changes with its content, in double quotes. Example: `"1D9C280A7C4F67F7EF873E28449****"`. */
  eTag?: SortOrder | null | undefined;
  /** By `File.figureCount`. How many people are in it. Example: `"10"`. */
  figureCount?: SortOrder | null | undefined;
  /** By `File.fileAccessTime`. When the file was last read. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  fileAccessTime?: SortOrder | null | undefined;
  /** By `File.fileCreateTime`. When the file was created. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  fileCreateTime?: SortOrder | null | undefined;
  /** By `File.fileHash`. The hash of its content. Example: `1d9c280a7c4f67f7ef873e28449dbe17`. */
  fileHash?: SortOrder | null | undefined;
  /** By `File.fileModifiedTime`. When the file was last changed. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  fileModifiedTime?: SortOrder | null | undefined;
  /** By `File.fileStartTime`. When its first frame starts, in seconds; IMM's `StartTime`. Example: `0`. */
  fileStartTime?: SortOrder | null | undefined;
  /** By `File.filename`. The object's whole key, with its folders. Example: `sampleobject.jpg`. */
  filename?: SortOrder | null | undefined;
  /** By `File.formatLongName`. The full name of its media format. Example: `QuickTime / MOV`. */
  formatLongName?: SortOrder | null | undefined;
  /** By `File.formatName`. The short name of its media format. Example: `mov`. */
  formatName?: SortOrder | null | undefined;
  /** By `File.imageHeight`. The height of the picture, in pixels. Example: `"500"`. */
  imageHeight?: SortOrder | null | undefined;
  /** By `File.imageScore`. How good the picture is. */
  imageScore?: ImageScoreOrderInput | null | undefined;
  /** By `File.imageWidth`. The width of the picture, in pixels. Example: `"270"`. */
  imageWidth?: SortOrder | null | undefined;
  /** By `File.language`. Its language, by BCP 47; IMM's example is `eng`. */
  language?: SortOrder | null | undefined;
  /** By `File.mediaType`. What kind of media it is: `image`, `video`, `audio`, `document`, `archive` or `other`. Example: `image`. */
  mediaType?: SortOrder | null | undefined;
  /** By `File.objectAcl`. The access control list of the object. Example: `default`. */
  objectAcl?: SortOrder | null | undefined;
  /** By `File.objectId`. Its ID in IMM. Example: `75d5de2c50754e3dadd5c35dbca5f9949369e37eb342a73821f690c94c36c7f7`. */
  objectId?: SortOrder | null | undefined;
  /** By `File.objectStatus`. How its indexing went. IMM's documents show no other value than the example. Example: `Indexed`. */
  objectStatus?: SortOrder | null | undefined;
  /** By `File.objectType`. Always `file`. Example: `file`. */
  objectType?: SortOrder | null | undefined;
  /** By `File.orientation`. How to turn the picture for display, from its EXIF data, 1 to 8; null if those have no orientation. Example: `"6"`. */
  orientation?: SortOrder | null | undefined;
  /** By `File.ossCrc64`. The CRC-64 of the object, as a decimal number. Example: `559890638950338001`. */
  ossCrc64?: SortOrder | null | undefined;
  /** By `File.ossDeleteMarker`. The delete marker of the object. Example: `CAEQMhiBgIDXiaaB0BYiIGQzYmRkZGUxMTM1ZDRjOTZhNjk4YjRjMTAyZjhl****`. */
  ossDeleteMarker?: SortOrder | null | undefined;
  /** By `File.ossExpiration`. When the object expires. Null unless the object has the header `Expires`. Example: `2120-01-01T12:00:00.000Z`. */
  ossExpiration?: SortOrder | null | undefined;
  /** By `File.ossObjectType`. What type of object it is. Example: `Normal`. */
  ossObjectType?: SortOrder | null | undefined;
  /** By `File.ossStorageClass`. The storage class of the object. Example: `Standard`. */
  ossStorageClass?: SortOrder | null | undefined;
  /** By `File.ossTaggingCount`. How many tags the object has; null if none. Example: `"2"`. */
  ossTaggingCount?: SortOrder | null | undefined;
  /** By `File.ossUri`. Where the object is in OSS; null unless `uri` is an address in PDS. Example: `oss://examplebucket/sampleobject.jpg`. */
  ossUri?: SortOrder | null | undefined;
  /** By `File.ossVersionId`. The version of the object; null unless its bucket keeps versions. Example: `CAEQNhiBgMDJgZCA0BYiIDc4MGZjZGI2OTBjOTRmNTE5NmU5NmFhZjhjYmY0****`. */
  ossVersionId?: SortOrder | null | undefined;
  /** By `File.ownerId`. The Alibaba Cloud account that it belongs to. Example: `102321002467****`. */
  ownerId?: SortOrder | null | undefined;
  /** By `File.performer`. The performer. Example: `Jane`. */
  performer?: SortOrder | null | undefined;
  /** By `File.produceTime`. When the picture or video was taken. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  produceTime?: SortOrder | null | undefined;
  /** By `File.programCount`. How many programs it contains. Example: `"1"`. */
  programCount?: SortOrder | null | undefined;
  /** By `File.projectName`. The name of its project. Example: `test-project`. */
  projectName?: SortOrder | null | undefined;
  /** By `File.serverSideDataEncryption`. The algorithm that encrypts the object. Null unless its bucket encrypts on the server. Example: `SM4`. */
  serverSideDataEncryption?: SortOrder | null | undefined;
  /** By `File.serverSideEncryption`. How the object is encrypted. Null unless its bucket encrypts on the server. Example: `AES256`. */
  serverSideEncryption?: SortOrder | null | undefined;
  /** By `File.serverSideEncryptionCustomerAlgorithm`. The algorithm of encryption with a key of the customer. Example: `SM4`. */
  serverSideEncryptionCustomerAlgorithm?: SortOrder | null | undefined;
  /** By `File.serverSideEncryptionKeyId`. The ID of the key in KMS. Null unless its bucket encrypts on the server. Example: `9468da86-3509-4f8d-a61e-6eab1eac****`. */
  serverSideEncryptionKeyId?: SortOrder | null | undefined;
  /** By `File.size`. How many bytes it has. Example: `"1000"`. */
  size?: SortOrder | null | undefined;
  /** By `File.streamCount`. How many streams it contains. Example: `"1"`. */
  streamCount?: SortOrder | null | undefined;
  /** By `File.title`. Its title. Example: `test`. */
  title?: SortOrder | null | undefined;
  /** By `File.updateTime`. When its metadata was last changed. */
  updateTime?: SortOrder | null | undefined;
  /** By `File.uri`. Where the file is; unique within its dataset. Example: `oss://test-bucket/test-object.jpg`. */
  uri?: SortOrder | null | undefined;
  /** By `File.videoHeight`. The height of the video, in pixels. Example: `"1920"`. */
  videoHeight?: SortOrder | null | undefined;
  /** By `File.videoWidth`. The width of the video, in pixels. Example: `"1080"`. */
  videoWidth?: SortOrder | null | undefined;
};

/** Conditions on files. Those beside each other must all hold. At most 100 in all, each operator, and each value of `in`, being one; they may stand inside each other 5 levels deep. Null is as if absent; what has no condition in it is refused. */
export type FileWhereInput = {
  /** On `File.accessControlAllowOrigin`. The origins that may read the object from another page. Example: `https://aliyundoc.com`. */
  accessControlAllowOrigin?: StringFilterInput | null | undefined;
  /** On `File.accessControlRequestMethod`. The method that another page may use. Example: `PUT`. */
  accessControlRequestMethod?: StringFilterInput | null | undefined;
  /** On `File.addresses`. Where it was taken, as postal addresses. */
  addresses?: AddressListFilterInput | null | undefined;
  /** On `File.album`. The album. Example: `FirstAlbum`. */
  album?: TextFilterInput | null | undefined;
  /** On `File.albumArtist`. The artist of the album. Example: `Jane`. */
  albumArtist?: TextFilterInput | null | undefined;
  /** All of these must hold; at least 1. */
  and?: Array<FileWhereInput> | null | undefined;
  /** On `File.artist`. The artist. Example: `Jane`. */
  artist?: TextFilterInput | null | undefined;
  /** On `File.audioStreams`. Its audio streams. */
  audioStreams?: AudioStreamListFilterInput | null | undefined;
  /** On `File.bitrate`. Its bit rate, in bit/s. Example: `"13091201"`. */
  bitrate?: LongFilterInput | null | undefined;
  /** On `File.cacheControl`. How browsers may cache the object. Null unless the object has the header `Cache-Control`. Example: `no-cache`. */
  cacheControl?: StringFilterInput | null | undefined;
  /** On `File.composer`. The composer. Example: `Jane`. */
  composer?: TextFilterInput | null | undefined;
  /** On `File.contentDisposition`. The name under which the object is downloaded. Null unless the object has the header `Content-Disposition`. Example: `attachment; filename =test.jpg`. */
  contentDisposition?: StringFilterInput | null | undefined;
  /** On `File.contentEncoding`. How the object is encoded when it is downloaded. Null unless the object has the header `Content-Encoding`. Example: `UTF-8`. */
  contentEncoding?: StringFilterInput | null | undefined;
  /** On `File.contentLanguage`. The language of the content. Null unless the object has the header `Content-Language`. Example: `zh-CN`. */
  contentLanguage?: StringFilterInput | null | undefined;
  /** On `File.contentMd5`. The MD5 of the content, in Base64. Example: `HZwoCnxPZ/fvhz4oRJ2+Fw==`. */
  contentMd5?: StringFilterInput | null | undefined;
  /** On `File.contentType`. Its MIME type. Example: `image/jpeg`. */
  contentType?: StringFilterInput | null | undefined;
  /** On `File.createTime`. When it was indexed first. */
  createTime?: DateTimeFilterInput | null | undefined;
  /** On `File.customId`. An ID of the caller's own. Example: `member-image-id-0001`. */
  customId?: StringFilterInput | null | undefined;
  /** On `File.customLabels`, key by key; all must hold, at least 1. Upper and lower case are the same in keys and values. What callers have labelled it with. */
  customLabels?: Array<KeyedFilterInput> | null | undefined;
  /** On `File.datasetName`. The name of its dataset. Example: `test-dataset`. */
  datasetName?: StringFilterInput | null | undefined;
  /** On `File.duration`. How long it is, in seconds. Example: `15.263`. */
  duration?: FloatFilterInput | null | undefined;
  /** On `File.eTag`. The object's ETag, which changes with its content, in double quotes. Example: `"1D9C280A7C4F67F7EF873E28449****"`. */
  eTag?: StringFilterInput | null | undefined;
  /** On `File.figureCount`. How many people are in it. Example: `"10"`. */
  figureCount?: LongFilterInput | null | undefined;
  /** On `File.figures`. The people in it. */
  figures?: FigureListFilterInput | null | undefined;
  /** On `File.fileAccessTime`. When the file was last read. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  fileAccessTime?: DateTimeFilterInput | null | undefined;
  /** On `File.fileCreateTime`. When the file was created. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  fileCreateTime?: DateTimeFilterInput | null | undefined;
  /** On `File.fileHash`. The hash of its content. Example: `1d9c280a7c4f67f7ef873e28449dbe17`. */
  fileHash?: StringFilterInput | null | undefined;
  /** On `File.fileModifiedTime`. When the file was last changed. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  fileModifiedTime?: DateTimeFilterInput | null | undefined;
  /** On `File.fileStartTime`. When its first frame starts, in seconds; IMM's `StartTime`. Example: `0`. */
  fileStartTime?: FloatFilterInput | null | undefined;
  /** On `File.filename`. The object's whole key, with its folders. Example: `sampleobject.jpg`. */
  filename?: TextFilterInput | null | undefined;
  /** On `File.formatLongName`. The full name of its media format. Example: `QuickTime / MOV`. */
  formatLongName?: StringFilterInput | null | undefined;
  /** On `File.formatName`. The short name of its media format. Example: `mov`. */
  formatName?: StringFilterInput | null | undefined;
  /** On `File.imageHeight`. The height of the picture, in pixels. Example: `"500"`. */
  imageHeight?: LongFilterInput | null | undefined;
  /** On `File.imageScore`. How good the picture is. */
  imageScore?: ImageScoreFilterInput | null | undefined;
  /** On `File.imageWidth`. The width of the picture, in pixels. Example: `"270"`. */
  imageWidth?: LongFilterInput | null | undefined;
  /** On `File.labels`. What it shows. */
  labels?: LabelListFilterInput | null | undefined;
  /** On `File.language`. Its language, by BCP 47; IMM's example is `eng`. */
  language?: StringFilterInput | null | undefined;
  /** On `File.latLong`. Where it was taken: latitude and longitude in degrees. `coordinates` reads it. Example: `30.134390,120.074997`. */
  latLong?: PlaceFilterInput | null | undefined;
  /** On `File.mediaType`. What kind of media it is: `image`, `video`, `audio`, `document`, `archive` or `other`. Example: `image`. */
  mediaType?: StringFilterInput | null | undefined;
  /** Negates the condition. A file without a value matches the negation. */
  not?: FileWhereInput | null | undefined;
  /** On `File.objectAcl`. The access control list of the object. Example: `default`. */
  objectAcl?: StringFilterInput | null | undefined;
  /** On `File.objectId`. Its ID in IMM. Example: `75d5de2c50754e3dadd5c35dbca5f9949369e37eb342a73821f690c94c36c7f7`. */
  objectId?: StringFilterInput | null | undefined;
  /** On `File.objectStatus`. How its indexing went. IMM's documents show no other value than the example. Example: `Indexed`. */
  objectStatus?: StringFilterInput | null | undefined;
  /** On `File.objectType`. Always `file`. Example: `file`. */
  objectType?: StringFilterInput | null | undefined;
  /** On `File.ocrTexts`. The text in the picture. Example: `阿里云IMM`. */
  ocrTexts?: DocumentFilterInput | null | undefined;
  /** One of these must hold; at least 1. */
  or?: Array<FileWhereInput> | null | undefined;
  /** On `File.orientation`. How to turn the picture for display, from its EXIF data, 1 to 8; null if those have no orientation. Example: `"6"`. */
  orientation?: LongFilterInput | null | undefined;
  /** On `File.ossCrc64`. The CRC-64 of the object, as a decimal number. Example: `559890638950338001`. */
  ossCrc64?: StringFilterInput | null | undefined;
  /** On `File.ossDeleteMarker`. The delete marker of the object. Example: `CAEQMhiBgIDXiaaB0BYiIGQzYmRkZGUxMTM1ZDRjOTZhNjk4YjRjMTAyZjhl****`. */
  ossDeleteMarker?: StringFilterInput | null | undefined;
  /** On `File.ossExpiration`. When the object expires. Null unless the object has the header `Expires`. Example: `2120-01-01T12:00:00.000Z`. */
  ossExpiration?: DateTimeFilterInput | null | undefined;
  /** On `File.ossObjectType`. What type of object it is. Example: `Normal`. */
  ossObjectType?: StringFilterInput | null | undefined;
  /** On `File.ossStorageClass`. The storage class of the object. Example: `Standard`. */
  ossStorageClass?: StringFilterInput | null | undefined;
  /** On `File.ossTagging`, key by key; all must hold, at least 1. Upper and lower case differ in keys and values. The tags of the object; null if it has none. */
  ossTagging?: Array<KeyedFilterInput> | null | undefined;
  /** On `File.ossTaggingCount`. How many tags the object has; null if none. Example: `"2"`. */
  ossTaggingCount?: LongFilterInput | null | undefined;
  /** On `File.ossUri`. Where the object is in OSS; null unless `uri` is an address in PDS. Example: `oss://examplebucket/sampleobject.jpg`. */
  ossUri?: StringFilterInput | null | undefined;
  /** On `File.ossUserMeta`, key by key; all must hold, at least 1. Upper and lower case are the same in keys, but differ in values. The metadata that its owner has set on the object; null if none is set. */
  ossUserMeta?: Array<KeyedFilterInput> | null | undefined;
  /** On `File.ossVersionId`. The version of the object; null unless its bucket keeps versions. Example: `CAEQNhiBgMDJgZCA0BYiIDc4MGZjZGI2OTBjOTRmNTE5NmU5NmFhZjhjYmY0****`. */
  ossVersionId?: StringFilterInput | null | undefined;
  /** On `File.ownerId`. The Alibaba Cloud account that it belongs to. Example: `102321002467****`. */
  ownerId?: StringFilterInput | null | undefined;
  /** On `File.performer`. The performer. Example: `Jane`. */
  performer?: TextFilterInput | null | undefined;
  /** On `File.produceTime`. When the picture or video was taken. Example: `2021-06-29T14:50:13.011643661+08:00`. */
  produceTime?: DateTimeFilterInput | null | undefined;
  /** On `File.programCount`. How many programs it contains. Example: `"1"`. */
  programCount?: LongFilterInput | null | undefined;
  /** On `File.projectName`. The name of its project. Example: `test-project`. */
  projectName?: StringFilterInput | null | undefined;
  /** Conditions in IMM's own terms; all must hold. At least 1. */
  raw?: Array<RawConditionInput> | null | undefined;
  /** On `File.serverSideDataEncryption`. The algorithm that encrypts the object. Null unless its bucket encrypts on the server. Example: `SM4`. */
  serverSideDataEncryption?: StringFilterInput | null | undefined;
  /** On `File.serverSideEncryption`. How the object is encrypted. Null unless its bucket encrypts on the server. Example: `AES256`. */
  serverSideEncryption?: StringFilterInput | null | undefined;
  /** On `File.serverSideEncryptionCustomerAlgorithm`. The algorithm of encryption with a key of the customer. Example: `SM4`. */
  serverSideEncryptionCustomerAlgorithm?: StringFilterInput | null | undefined;
  /** On `File.serverSideEncryptionKeyId`. The ID of the key in KMS. Null unless its bucket encrypts on the server. Example: `9468da86-3509-4f8d-a61e-6eab1eac****`. */
  serverSideEncryptionKeyId?: StringFilterInput | null | undefined;
  /** On `File.size`. How many bytes it has. Example: `"1000"`. */
  size?: LongFilterInput | null | undefined;
  /** On `File.streamCount`. How many streams it contains. Example: `"1"`. */
  streamCount?: LongFilterInput | null | undefined;
  /** On `File.subtitles`. Its subtitle streams. */
  subtitles?: SubtitleStreamListFilterInput | null | undefined;
  /** On `File.title`. Its title. Example: `test`. */
  title?: TextFilterInput | null | undefined;
  /** On `File.updateTime`. When its metadata was last changed. */
  updateTime?: DateTimeFilterInput | null | undefined;
  /** On `File.uri`. Where the file is; unique within its dataset. Example: `oss://test-bucket/test-object.jpg`. */
  uri?: StringFilterInput | null | undefined;
  /** On `File.videoHeight`. The height of the video, in pixels. Example: `"1920"`. */
  videoHeight?: LongFilterInput | null | undefined;
  /** On `File.videoStreams`. Its video streams. */
  videoStreams?: VideoStreamListFilterInput | null | undefined;
  /** On `File.videoWidth`. The width of the video, in pixels. Example: `"1080"`. */
  videoWidth?: LongFilterInput | null | undefined;
};

/** Conditions on a number; all must hold. */
export type FloatFilterInput = {
  /** In this range, including both ends. Counts as two conditions. */
  between?: FloatRangeInput | null | undefined;
  /** Equal to this. Example: `0.8`. */
  eq?: number | string | null | undefined;
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** Greater than this. Example: `0.8`. */
  gt?: number | string | null | undefined;
  /** Greater than this, or equal to it. Example: `0.8`. */
  gte?: number | string | null | undefined;
  /** Equal to one of these, each of which counts as a condition; at least 1. Example: `[0.8]`. */
  in?: Array<number | string> | null | undefined;
  /** Less than this. Example: `0.8`. */
  lt?: number | string | null | undefined;
  /** Less than this, or equal to it. Example: `0.8`. */
  lte?: number | string | null | undefined;
};

/** A range of values, both ends included. */
export type FloatRangeInput = {
  /** The smallest value. Example: `0.5`. */
  from: number | string;
  /** The largest value. Example: `1`. */
  to: number | string;
};

/** Conditions on a file's `imageScore`; all must hold. */
export type ImageScoreFilterInput = {
  /** On `ImageScore.overallQualityScore`. Its quality as a whole, 0 to 1; more is better. Example: `0.736`. */
  overallQualityScore?: FloatFilterInput | null | undefined;
};

/** The field of `ImageScore` to sort by: exactly one. */
export type ImageScoreOrderInput = {
  /** By `ImageScore.overallQualityScore`. Its quality as a whole, 0 to 1; more is better. Example: `0.736`. */
  overallQualityScore?: SortOrder | null | undefined;
};

/** A file to index in a dataset. */
export type IndexFileMetaInput = {
  /** The name of the dataset. Example: `test-dataset`. */
  datasetName: string;
  /** The file. */
  file: FileInput;
  /** How IMM reports that it is done. Default: only to EventBridge, if it is on. */
  notification?: NotificationInput | null | undefined;
  /** The name of the project. Example: `test-project`. */
  projectName: string;
  /** Sent with the messages; at most 2048 bytes in UTF-8. Default: nothing. */
  userData?: string | null | undefined;
};

/** Conditions on the value of one key of a map; all must hold. */
export type KeyedFilterInput = {
  /** In this range, including both ends. Counts as two conditions. */
  between?: StringRangeInput | null | undefined;
  /** Equal to this. Example: `image`. */
  eq?: string | null | undefined;
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** Greater than this. Example: `image`. */
  gt?: string | null | undefined;
  /** Greater than this, or equal to it. Example: `image`. */
  gte?: string | null | undefined;
  /** Equal to one of these, each of which counts as a condition; at least 1. Example: `["image"]`. */
  in?: Array<string> | null | undefined;
  /** The key, which is not empty. Example: `trip`. */
  key: string;
  /** Less than this. Example: `image`. */
  lt?: string | null | undefined;
  /** Less than this, or equal to it. Example: `image`. */
  lte?: string | null | undefined;
  /** Begins with this. Example: `image`. */
  prefix?: string | null | undefined;
};

/** What a file shows. */
export type LabelInput = {
  /** How sure it is that the picture is mainly of it, 0 to 1. Example: `0.877`. */
  centricScore?: number | string | null | undefined;
  /** The parts of a video that show it. */
  clips?: Array<ClipInput> | null | undefined;
  /** Another name of it. Example: `座椅`. */
  labelAlias?: string | null | undefined;
  /** How sure it is, 0 to 1. Example: `0.95`. */
  labelConfidence?: number | string | null | undefined;
  /** How deep it is in the hierarchy of labels, 1 to 3. Example: `2`. */
  labelLevel?: number | string | null | undefined;
  /** Its name. Example: `椅子`. */
  labelName?: string | null | undefined;
  /** The language of its name, by BCP 47. Example: `zh-Hans`. */
  language?: string | null | undefined;
  /** The label above it. Example: `家具`. */
  parentLabelName?: string | null | undefined;
};

/** Conditions on a file's `labels`. */
export type LabelListFilterInput = {
  /** At least one element meets all of these. */
  some?: LabelWhereInput | null | undefined;
};

/** Conditions on one `Label` of a file. Those beside each other must all hold. */
export type LabelWhereInput = {
  /** All of these must hold; at least 1. */
  and?: Array<LabelWhereInput> | null | undefined;
  /** On `Label.centricScore`. How sure it is that the picture is mainly of it, 0 to 1. Example: `0.877`. */
  centricScore?: FloatFilterInput | null | undefined;
  /** On `Label.labelAlias`. Another name of it. Example: `座椅`. */
  labelAlias?: StringFilterInput | null | undefined;
  /** On `Label.labelConfidence`. How sure IMM is of it, 0 to 1. Example: `0.95`. */
  labelConfidence?: FloatFilterInput | null | undefined;
  /** On `Label.labelLevel`. How deep it is in the hierarchy of labels, 1 to 3. Example: `"2"`. */
  labelLevel?: LongFilterInput | null | undefined;
  /** On `Label.labelName`. Its name. Example: `椅子`. */
  labelName?: TextFilterInput | null | undefined;
  /** On `Label.language`. The language of its name, by BCP 47. Example: `zh-Hans`. */
  language?: StringFilterInput | null | undefined;
  /** Negates the condition. A file without a value matches the negation. */
  not?: LabelWhereInput | null | undefined;
  /** One of these must hold; at least 1. */
  or?: Array<LabelWhereInput> | null | undefined;
  /** On `Label.parentLabelName`. The label above it. Example: `家具`. */
  parentLabelName?: StringFilterInput | null | undefined;
  /** Conditions in IMM's own terms; all must hold. At least 1. */
  raw?: Array<RawConditionInput> | null | undefined;
};

/** Conditions on an integer; all must hold. */
export type LongFilterInput = {
  /** In this range, including both ends. Counts as two conditions. */
  between?: LongRangeInput | null | undefined;
  /** Equal to this. Example: `"1048576"`. */
  eq?: number | string | null | undefined;
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** Greater than this. Example: `"1048576"`. */
  gt?: number | string | null | undefined;
  /** Greater than this, or equal to it. Example: `"1048576"`. */
  gte?: number | string | null | undefined;
  /** Equal to one of these, each of which counts as a condition; at least 1. Example: `["1048576"]`. */
  in?: Array<number | string> | null | undefined;
  /** Less than this. Example: `"1048576"`. */
  lt?: number | string | null | undefined;
  /** Less than this, or equal to it. Example: `"1048576"`. */
  lte?: number | string | null | undefined;
};

/** A range of values, both ends included. */
export type LongRangeInput = {
  /** The smallest value. Example: `"1000"`. */
  from: number | string;
  /** The largest value. Example: `"1048576"`. */
  to: number | string;
};

/** A topic of Message Service (MNS) in the project's region. */
export type MnsInput = {
  /** Its name. Example: `topic1`. */
  topicName: string;
};

/** A circle on earth. */
export type NearInput = {
  /** Its centre's latitude in degrees, -90 to 90; positive to the north. Example: `48.85`. */
  latitude: number | string;
  /** Its centre's longitude in degrees, -180 to 180; positive to the east. Example: `2.29`. */
  longitude: number | string;
  /** Its radius in metres, from 0. Example: `5000`. */
  metres: number | string;
};

/** How IMM reports that it is done. EventBridge, if it is on, gets an event in any case. */
export type NotificationInput = {
  /** An object in OSS to write all details to, beside a message. Default: none. Example: `oss://test-bucket/test-object.json`. */
  extendedMessageUri?: string | null | undefined;
  /** A topic of MNS to write to. Default: none. */
  mns?: MnsInput | null | undefined;
  /** A topic of RocketMQ to write to. Default: none. */
  rocketMq?: RocketMqInput | null | undefined;
};

/** Conditions on a place on earth; all must hold. */
export type PlaceFilterInput = {
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** In this circle. */
  near?: NearInput | null | undefined;
  /** In this area. */
  within?: WithinInput | null | undefined;
};

/** A place on earth. */
export type PointInput = {
  /** In degrees, -90 to 90; positive to the north. Example: `48.85`. */
  latitude: number | string;
  /** In degrees, -180 to 180; positive to the east. Example: `2.29`. */
  longitude: number | string;
};

/** One tag of a project. */
export type ProjectTagInput = {
  /** The tag's key, once in a list. Example: `team`. */
  key: string;
  /** The tag's value. Default: empty. Example: `media`. */
  value?: string | null | undefined;
};

/** A condition in IMM's own terms, for fields that the typed filters lack. */
export type RawConditionInput = {
  /** IMM's path of the field. Example: `Labels.LabelName`. */
  field: string;
  /** IMM's name of the operator, one of `eq`, `exist`, `geo-bounding-box`, `geo-distance`, `geo-polygon`, `gt`, `gte`, `lt`, `lte`, `match-phrase`, `prefix`. Example: `eq`. */
  operation: string;
  /** The operand as text, even for numbers and times. Required unless the operator is `exist`. Example: `cat`. */
  value?: string | null | undefined;
};

/** A topic of RocketMQ in the project's region. */
export type RocketMqInput = {
  /** The instance that it is in. Example: `MQ_INST_11111111111_BYcNy2Nc`. */
  instanceId: string;
  /** Its name. Example: `topic1`. */
  topicName: string;
};

/** In which direction a list is sorted. */
export type SortOrder =
  /** The smallest or the oldest first. */
  | 'ASC'
  /** The largest or the newest first. */
  | 'DESC';

/** Conditions on text; all must hold. Case-sensitive. */
export type StringFilterInput = {
  /** In this range, including both ends. Counts as two conditions. */
  between?: StringRangeInput | null | undefined;
  /** Equal to this. Example: `image`. */
  eq?: string | null | undefined;
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** Greater than this. Example: `image`. */
  gt?: string | null | undefined;
  /** Greater than this, or equal to it. Example: `image`. */
  gte?: string | null | undefined;
  /** Equal to one of these, each of which counts as a condition; at least 1. Example: `["image"]`. */
  in?: Array<string> | null | undefined;
  /** Less than this. Example: `image`. */
  lt?: string | null | undefined;
  /** Less than this, or equal to it. Example: `image`. */
  lte?: string | null | undefined;
  /** Begins with this. Example: `image`. */
  prefix?: string | null | undefined;
};

/** A range of values, both ends included. */
export type StringRangeInput = {
  /** The smallest value. Example: `a`. */
  from: string;
  /** The largest value. Example: `b`. */
  to: string;
};

/** Conditions on a file's `subtitles`. */
export type SubtitleStreamListFilterInput = {
  /** At least one element meets all of these. */
  some?: SubtitleStreamWhereInput | null | undefined;
};

/** Conditions on one `SubtitleStream` of a file. Those beside each other must all hold. */
export type SubtitleStreamWhereInput = {
  /** All of these must hold; at least 1. */
  and?: Array<SubtitleStreamWhereInput> | null | undefined;
  /** On `SubtitleStream.bitrate`. Its bit rate, in bit/s. Example: `"320087"`. */
  bitrate?: LongFilterInput | null | undefined;
  /** On `SubtitleStream.codecLongName`. The full name of its codec. Examples: `AAC (Advanced Audio Coding)`, `H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10`. */
  codecLongName?: StringFilterInput | null | undefined;
  /** On `SubtitleStream.codecName`. The short name of its codec. Examples: `aac`, `h264`, `mov_text`. */
  codecName?: StringFilterInput | null | undefined;
  /** On `SubtitleStream.codecTag`. The tag of its codec, in hexadecimal digits. Example: `0x6134706d`. */
  codecTag?: StringFilterInput | null | undefined;
  /** On `SubtitleStream.codecTagString`. The tag of its codec as text. Examples: `mp4a`, `avc1`, `tx3g`. */
  codecTagString?: StringFilterInput | null | undefined;
  /** On `SubtitleStream.content`. The text of the subtitles. Example: `欢迎`. */
  content?: StringFilterInput | null | undefined;
  /** On `SubtitleStream.duration`. How long it is, in seconds. Example: `3.690667`. */
  duration?: FloatFilterInput | null | undefined;
  /** On `SubtitleStream.height`. The height of the subtitles, in pixels. Example: `"30"`. */
  height?: LongFilterInput | null | undefined;
  /** On `SubtitleStream.index`. Its index in the file, from 0. Example: `"1"`. */
  index?: LongFilterInput | null | undefined;
  /** On `SubtitleStream.language`. Its language, by BCP 47. Example: `en`. */
  language?: StringFilterInput | null | undefined;
  /** Negates the condition. A file without a value matches the negation. */
  not?: SubtitleStreamWhereInput | null | undefined;
  /** One of these must hold; at least 1. */
  or?: Array<SubtitleStreamWhereInput> | null | undefined;
  /** Conditions in IMM's own terms; all must hold. At least 1. */
  raw?: Array<RawConditionInput> | null | undefined;
  /** On `SubtitleStream.streamStartTime`. When it starts, in seconds from the start of the file; IMM's `StartTime`. Example: `0.0235`. */
  streamStartTime?: FloatFilterInput | null | undefined;
  /** On `SubtitleStream.width`. The width of the subtitles, in pixels. Example: `"600"`. */
  width?: LongFilterInput | null | undefined;
};

/** Conditions on text that can also be searched for words; all must hold. Case-sensitive, except `matchPhrase`. */
export type TextFilterInput = {
  /** In this range, including both ends. Counts as two conditions. */
  between?: StringRangeInput | null | undefined;
  /** Equal to this. Example: `kyoto`. */
  eq?: string | null | undefined;
  /** `true`: the file has a value; `false`: it has none. Example: `true`. */
  exists?: boolean | null | undefined;
  /** Greater than this. Example: `kyoto`. */
  gt?: string | null | undefined;
  /** Greater than this, or equal to it. Example: `kyoto`. */
  gte?: string | null | undefined;
  /** Equal to one of these, each of which counts as a condition; at least 1. Example: `["kyoto"]`. */
  in?: Array<string> | null | undefined;
  /** Less than this. Example: `kyoto`. */
  lt?: string | null | undefined;
  /** Less than this, or equal to it. Example: `kyoto`. */
  lte?: string | null | undefined;
  /** Contains these words beside each other. Example: `kyoto`. */
  matchPhrase?: string | null | undefined;
  /** Begins with this. Example: `kyoto`. */
  prefix?: string | null | undefined;
};

/** Conditions on a file's `videoStreams`. */
export type VideoStreamListFilterInput = {
  /** At least one element meets all of these. */
  some?: VideoStreamWhereInput | null | undefined;
};

/** Conditions on one `VideoStream` of a file. Those beside each other must all hold. */
export type VideoStreamWhereInput = {
  /** All of these must hold; at least 1. */
  and?: Array<VideoStreamWhereInput> | null | undefined;
  /** On `VideoStream.averageFrameRate`. How many frames a second it has on average, as a fraction. Example: `25/1`. */
  averageFrameRate?: StringFilterInput | null | undefined;
  /** On `VideoStream.bitDepth`. How many bits each value of a pixel has. Example: `"8"`. */
  bitDepth?: LongFilterInput | null | undefined;
  /** On `VideoStream.bitrate`. Its bit rate, in bit/s. Example: `"320087"`. */
  bitrate?: LongFilterInput | null | undefined;
  /** On `VideoStream.codecLongName`. The full name of its codec. Examples: `AAC (Advanced Audio Coding)`, `H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10`. */
  codecLongName?: StringFilterInput | null | undefined;
  /** On `VideoStream.codecName`. The short name of its codec. Examples: `aac`, `h264`, `mov_text`. */
  codecName?: StringFilterInput | null | undefined;
  /** On `VideoStream.codecTag`. The tag of its codec, in hexadecimal digits. Example: `0x6134706d`. */
  codecTag?: StringFilterInput | null | undefined;
  /** On `VideoStream.codecTagString`. The tag of its codec as text. Examples: `mp4a`, `avc1`, `tx3g`. */
  codecTagString?: StringFilterInput | null | undefined;
  /** On `VideoStream.codecTimeBase`. The unit of its codec's times, in seconds, as a fraction. Example: `1373627/83160000`. */
  codecTimeBase?: StringFilterInput | null | undefined;
  /** On `VideoStream.colorPrimaries`. Its color primaries. Example: `bt709`. */
  colorPrimaries?: StringFilterInput | null | undefined;
  /** On `VideoStream.colorRange`. The range of its colors: `tv` for limited, `pc` for full. Example: `tv`. */
  colorRange?: StringFilterInput | null | undefined;
  /** On `VideoStream.colorSpace`. Its color space. Example: `bt709`. */
  colorSpace?: StringFilterInput | null | undefined;
  /** On `VideoStream.colorTransfer`. Its transfer function. Example: `bt709`. */
  colorTransfer?: StringFilterInput | null | undefined;
  /** On `VideoStream.displayAspectRatio`. The shape of its pictures, width to height. Example: `16:9`. */
  displayAspectRatio?: StringFilterInput | null | undefined;
  /** On `VideoStream.duration`. How long it is, in seconds. Example: `3.690667`. */
  duration?: FloatFilterInput | null | undefined;
  /** On `VideoStream.frameCount`. How many frames it has. Example: `"572"`. */
  frameCount?: LongFilterInput | null | undefined;
  /** On `VideoStream.frameRate`. How many frames a second it has, as a fraction. Example: `25/1`. */
  frameRate?: StringFilterInput | null | undefined;
  /** On `VideoStream.hasBFrames`. How many B-frames may follow each other; 0 if it has none. Example: `"2"`. */
  hasBFrames?: LongFilterInput | null | undefined;
  /** On `VideoStream.height`. The height of its pictures, in pixels. Example: `"720"`. */
  height?: LongFilterInput | null | undefined;
  /** On `VideoStream.index`. Its index in the file, from 0. Example: `"1"`. */
  index?: LongFilterInput | null | undefined;
  /** On `VideoStream.language`. Its language, by BCP 47. Example: `en`. */
  language?: StringFilterInput | null | undefined;
  /** On `VideoStream.level`. The level of its codec. Example: `"40"`. */
  level?: LongFilterInput | null | undefined;
  /** Negates the condition. A file without a value matches the negation. */
  not?: VideoStreamWhereInput | null | undefined;
  /** One of these must hold; at least 1. */
  or?: Array<VideoStreamWhereInput> | null | undefined;
  /** On `VideoStream.pixelFormat`. The format of its pixels. Example: `yuv420p`. */
  pixelFormat?: StringFilterInput | null | undefined;
  /** On `VideoStream.profile`. The profile of its codec. Example: `High`. */
  profile?: StringFilterInput | null | undefined;
  /** Conditions in IMM's own terms; all must hold. At least 1. */
  raw?: Array<RawConditionInput> | null | undefined;
  /** On `VideoStream.rotate`. By how many degrees to turn its pictures for display. Example: `90`. */
  rotate?: StringFilterInput | null | undefined;
  /** On `VideoStream.sampleAspectRatio`. The shape of a pixel, width to height. Example: `1:1`. */
  sampleAspectRatio?: StringFilterInput | null | undefined;
  /** On `VideoStream.streamStartTime`. When it starts, in seconds from the start of the file; IMM's `StartTime`. Example: `0.0235`. */
  streamStartTime?: FloatFilterInput | null | undefined;
  /** On `VideoStream.timeBase`. The unit of its times, in seconds, as a fraction. Example: `1/12800`. */
  timeBase?: StringFilterInput | null | undefined;
  /** On `VideoStream.width`. The width of its pictures, in pixels. Example: `"1280"`. */
  width?: LongFilterInput | null | undefined;
};

/** An area on earth; if both are given, their intersection. */
export type WithinInput = {
  /** Within this box. */
  box?: BoxInput | null | undefined;
  /** Within the polygon with these corners, in order around its outline; at least 3. */
  polygon?: Array<PointInput> | null | undefined;
};

/** A parameter of a workflow template. IMM accepts it without effect. */
export type WorkflowParameterInput = {
  /** The parameter's name. Example: `VideoInsightEnable`. */
  name?: string | null | undefined;
  /** The parameter's value. Example: `True`. */
  value?: string | null | undefined;
};

export type CreateDatasetMutationVariables = Exact<{
  input: CreateDatasetInput;
}>;


export type CreateDatasetMutation = { __typename: 'Mutation', createDataset: { __typename: 'CreateDatasetPayload', dataset: (
      { __typename: 'Dataset', id: string, datasetName: string, project: { __typename: 'Project', id: string, datasetCount: number | null } | null }
      & { ' $fragmentRefs'?: { 'DatasetRowFragment': DatasetRowFragment } }
    ) } };

export type DatasetRowFragment = { __typename: 'Dataset', projectName: string, datasetName: string, description: string | null, createTime: string | null, datasetMaxBindCount: number | null, datasetMaxFileCount: number | null, datasetMaxTotalFileSize: string | null } & { ' $fragmentName'?: 'DatasetRowFragment' };

export type BindBucketMutationVariables = Exact<{
  input: CreateBindingInput;
}>;


export type BindBucketMutation = { __typename: 'Mutation', createBinding: { __typename: 'CreateBindingPayload', binding: { __typename: 'Binding', id: string, uri: string } } };

export type BindingsQueryVariables = Exact<{
  projectName: string;
  datasetName: string;
}>;


export type BindingsQuery = { __typename: 'Query', dataset: { __typename: 'Dataset', id: string, bindings: { __typename: 'BindingConnection', nodes: Array<{ __typename: 'Binding', id: string, uri: string, state: string | null, phase: string | null, bindingReason: string | null }> } | null } | null };

export type FileIndexedSubscriptionVariables = Exact<{
  projectName: string;
  datasetName: string;
  uris: Array<string> | string;
}>;


export type FileIndexedSubscription = { fileIndexed: { __typename: 'File', id: string, filename: string | null, size: string | null, produceTime: string | null, objectStatus: string | null, fileReason: string | null, make: string | null, model: string | null, coordinates: { __typename: 'Coordinates', latitude: number | null, longitude: number | null } | null } };

export type IndexFileMutationVariables = Exact<{
  input: IndexFileMetaInput;
}>;


export type IndexFileMutation = { __typename: 'Mutation', indexFileMeta: { __typename: 'IndexFileMetaPayload', eventId: string | null } };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { __typename: 'Mutation', createProject: { __typename: 'CreateProjectPayload', project: { __typename: 'Project', id: string } } };

export type FacetsQueryVariables = Exact<{
  projectName: string;
  datasetName: string;
  where?: FileWhereInput | null | undefined;
  labelKey: string;
  hasLabelKey: boolean;
}>;


export type FacetsQuery = { __typename: 'Query', dataset: { __typename: 'Dataset', id: string, aggregate: { __typename: 'FileAggregate', count: number | null, mediaType: { __typename: 'ValueAggregate', groups: Array<{ __typename: 'ValueGroup', value: string | null, count: number | null }> | null }, contentType: { __typename: 'ValueAggregate', groups: Array<{ __typename: 'ValueGroup', value: string | null, count: number | null }> | null }, customLabel?: { __typename: 'ValueAggregate', groups: Array<{ __typename: 'ValueGroup', value: string | null, count: number | null }> | null }, size: { __typename: 'NumberAggregate', min: number | null, max: number | null } } | null } | null };

export type PictureRowFragment = { __typename: 'File', uri: string, filename: string | null, title: string | null, size: string | null, produceTime: string | null, coordinates: { __typename: 'Coordinates', latitude: number | null, longitude: number | null } | null, addresses: Array<{ __typename: 'Address', city: string | null }> | null } & { ' $fragmentName'?: 'PictureRowFragment' };

export type PicturePlaceFragment = { __typename: 'File', coordinates: { __typename: 'Coordinates', latitude: number | null, longitude: number | null } | null, addresses: Array<{ __typename: 'Address', city: string | null }> | null } & { ' $fragmentName'?: 'PicturePlaceFragment' };

export type FoundFragment = { __typename: 'FileConnection', totalCount: number | null, nodes: Array<(
    { __typename: 'File', id: string }
    & { ' $fragmentRefs'?: { 'PictureRowFragment': PictureRowFragment;'PicturePlaceFragment': PicturePlaceFragment } }
  )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } & { ' $fragmentName'?: 'FoundFragment' };

export type FilterPicturesQueryVariables = Exact<{
  projectName: string;
  datasetName: string;
  where?: FileWhereInput | null | undefined;
  orderBy?: Array<FileOrderInput> | FileOrderInput | null | undefined;
  after?: string | null | undefined;
}>;


export type FilterPicturesQuery = { __typename: 'Query', dataset: { __typename: 'Dataset', id: string, found: (
      { __typename: 'FileConnection' }
      & { ' $fragmentRefs'?: { 'FoundFragment': FoundFragment } }
    ) | null } | null };

export type SearchPicturesQueryVariables = Exact<{
  projectName: string;
  datasetName: string;
  text: string;
  orderBy?: Array<FileOrderInput> | FileOrderInput | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchPicturesQuery = { __typename: 'Query', dataset: { __typename: 'Dataset', id: string, found: (
      { __typename: 'FileConnection' }
      & { ' $fragmentRefs'?: { 'FoundFragment': FoundFragment } }
    ) | null } | null };

export type ProjectQueryVariables = Exact<{
  projectName: string;
  after?: string | null | undefined;
}>;


export type ProjectQuery = { __typename: 'Query', project: { __typename: 'Project', id: string, datasetCount: number | null, datasets: { __typename: 'DatasetConnection', nodes: Array<(
        { __typename: 'Dataset', id: string, datasetName: string }
        & { ' $fragmentRefs'?: { 'DatasetRowFragment': DatasetRowFragment } }
      )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export const DatasetRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"projectName"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<DatasetRowFragment, unknown>;
export const PictureRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"produceTime"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]} as unknown as DocumentNode<PictureRowFragment, unknown>;
export const PicturePlaceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PicturePlace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]} as unknown as DocumentNode<PicturePlaceFragment, unknown>;
export const FoundFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FileConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PicturePlace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"produceTime"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PicturePlace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]} as unknown as DocumentNode<FoundFragment, unknown>;
export const CreateDatasetDocument = {"__meta__":{"hash":"sha256:664e755b58617c784bb665c386252ae7a4adae7579bd42727774959a39b0de96"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDatasetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DatasetRow"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetCount"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"projectName"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<CreateDatasetMutation, CreateDatasetMutationVariables>;
export const BindBucketDocument = {"__meta__":{"hash":"sha256:27fbe8c154ad8423769568656f40113beb716b8ee5d6de8d0819d6bc25c4924c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BindBucket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateBindingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createBinding"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"binding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}}]}}]}}]}}]} as unknown as DocumentNode<BindBucketMutation, BindBucketMutationVariables>;
export const BindingsDocument = {"__meta__":{"hash":"sha256:61cbfea6c22dc5aaee2fa78ce19828d0a2d6ecb0a4c4224e5dab0501a0027dbf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Bindings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetName"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}},{"kind":"Argument","name":{"kind":"Name","value":"datasetName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bindings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"bindingReason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BindingsQuery, BindingsQueryVariables>;
export const FileIndexedDocument = {"__meta__":{"hash":"sha256:7e0ebb0555eab0a08469c565d40c885c816f317ddf0d13a95c0d40c2a6a2c804"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FileIndexed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"uris"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileUri"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileIndexed"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}},{"kind":"Argument","name":{"kind":"Name","value":"datasetName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}}},{"kind":"Argument","name":{"kind":"Name","value":"uris"},"value":{"kind":"Variable","name":{"kind":"Name","value":"uris"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"produceTime"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"make"},"name":{"kind":"Name","value":"exifTag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tag"},"value":{"kind":"StringValue","value":"Make","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"model"},"name":{"kind":"Name","value":"exifTag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tag"},"value":{"kind":"StringValue","value":"Model","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"objectStatus"}},{"kind":"Field","name":{"kind":"Name","value":"fileReason"}}]}}]}}]} as unknown as DocumentNode<FileIndexedSubscription, FileIndexedSubscriptionVariables>;
export const IndexFileDocument = {"__meta__":{"hash":"sha256:9ab6a0bde68f5c1e309f684e57dd927951d7ab8f0a064e985ce73a4c6a8da77d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IndexFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IndexFileMetaInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"indexFileMeta"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}}]}}]}}]} as unknown as DocumentNode<IndexFileMutation, IndexFileMutationVariables>;
export const CreateProjectDocument = {"__meta__":{"hash":"sha256:bc7946391127795ecade71b6c3d8963c3d7d744859ce382a8bdf960528e50d31"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateProjectMutation, CreateProjectMutationVariables>;
export const FacetsDocument = {"__meta__":{"hash":"sha256:95d91a6a2d14e9460ecbbf18364742bc11941163c7e6253b5aaa79b1937d6f49"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Facets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FileWhereInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"labelKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hasLabelKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}},{"kind":"Argument","name":{"kind":"Name","value":"datasetName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"aggregate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contentType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customLabel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"labelKey"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hasLabelKey"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FacetsQuery, FacetsQueryVariables>;
export const FilterPicturesDocument = {"__meta__":{"hash":"sha256:c221e64f75f5f88eaaaafa608d203a982584c28e822f13d8283b22d0f99cb3ff"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FilterPictures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FileWhereInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileOrderInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}},{"kind":"Argument","name":{"kind":"Name","value":"datasetName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"found"},"name":{"kind":"Name","value":"query"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Found"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"produceTime"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PicturePlace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FileConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PicturePlace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]} as unknown as DocumentNode<FilterPicturesQuery, FilterPicturesQueryVariables>;
export const SearchPicturesDocument = {"__meta__":{"hash":"sha256:be7e2d03544ea8caf79142a9c50220b74967a27c67b06b8c995cfd5fedb1fee4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchPictures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DatasetName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SearchText"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileOrderInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}},{"kind":"Argument","name":{"kind":"Name","value":"datasetName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"datasetName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"found"},"name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Found"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"produceTime"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PicturePlace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"File"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FileConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PicturePlace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]} as unknown as DocumentNode<SearchPicturesQuery, SearchPicturesQueryVariables>;
export const ProjectDocument = {"__meta__":{"hash":"sha256:7d61d8edc64cd3c103ffc601475b9dd00eebdd96456d4b4ebe0ce2d73f6ee912"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Project"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectName"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DatasetRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DatasetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dataset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"projectName"}},{"kind":"Field","name":{"kind":"Name","value":"datasetName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createTime"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxBindCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxFileCount"}},{"kind":"Field","name":{"kind":"Name","value":"datasetMaxTotalFileSize"}}]}}]} as unknown as DocumentNode<ProjectQuery, ProjectQueryVariables>;