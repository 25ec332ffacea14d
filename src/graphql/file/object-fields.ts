import { builder } from "../schema/builder.ts";
import { FileType } from "./file.ts";
import { OssTagType, OssUserMetaType, pairsOf } from "./pairs.ts";

builder.objectFields(FileType, (t) => ({
  ossUri: t.exposeString("OSSURI", {
    nullable: true,
    description:
      "Where the object is in OSS; null unless `uri` is an address in PDS. Example: `oss://examplebucket/sampleobject.jpg`.",
  }),
  eTag: t.exposeString("ETag", {
    nullable: true,
    description:
      'The object\'s ETag, which changes with its content, in double quotes. Example: `"1D9C280A7C4F67F7EF873E28449****"`.',
  }),
  ossCrc64: t.exposeString("OSSCRC64", {
    nullable: true,
    description: "The CRC-64 of the object, as a decimal number. Example: `559890638950338001`.",
  }),
  contentMd5: t.exposeString("ContentMd5", {
    nullable: true,
    description: "The MD5 of the content, in Base64. Example: `HZwoCnxPZ/fvhz4oRJ2+Fw==`.",
  }),
  ossObjectType: t.exposeString("OSSObjectType", {
    nullable: true,
    description: "What type of object it is. Example: `Normal`.",
  }),
  ossStorageClass: t.exposeString("OSSStorageClass", {
    nullable: true,
    description: "The storage class of the object. Example: `Standard`.",
  }),
  objectAcl: t.exposeString("ObjectACL", {
    nullable: true,
    description: "The access control list of the object. Example: `default`.",
  }),
  ossVersionId: t.exposeString("OSSVersionId", {
    nullable: true,
    description:
      "The version of the object; null unless its bucket keeps versions. Example: `CAEQNhiBgMDJgZCA0BYiIDc4MGZjZGI2OTBjOTRmNTE5NmU5NmFhZjhjYmY0****`.",
  }),
  ossDeleteMarker: t.exposeString("OSSDeleteMarker", {
    nullable: true,
    description:
      "The delete marker of the object. Example: `CAEQMhiBgIDXiaaB0BYiIGQzYmRkZGUxMTM1ZDRjOTZhNjk4YjRjMTAyZjhl****`.",
  }),
  ossExpiration: t.expose("OSSExpiration", {
    type: "DateTime",
    nullable: true,
    description:
      "When the object expires. Null unless the object has the header `Expires`. Example: `2120-01-01T12:00:00.000Z`.",
  }),
  cacheControl: t.exposeString("CacheControl", {
    nullable: true,
    description:
      "How browsers may cache the object. Null unless the object has the header `Cache-Control`. Example: `no-cache`.",
  }),
  contentDisposition: t.exposeString("ContentDisposition", {
    nullable: true,
    description:
      "The name under which the object is downloaded. Null unless the object has the header `Content-Disposition`. Example: `attachment; filename =test.jpg`.",
  }),
  contentEncoding: t.exposeString("ContentEncoding", {
    nullable: true,
    description:
      "How the object is encoded when it is downloaded. Null unless the object has the header `Content-Encoding`. Example: `UTF-8`.",
  }),
  contentLanguage: t.exposeString("ContentLanguage", {
    nullable: true,
    description:
      "The language of the content. Null unless the object has the header `Content-Language`. Example: `zh-CN`.",
  }),
  accessControlAllowOrigin: t.exposeString("AccessControlAllowOrigin", {
    nullable: true,
    description: "The origins that may read the object from another page. Example: `https://aliyundoc.com`.",
  }),
  accessControlRequestMethod: t.exposeString("AccessControlRequestMethod", {
    nullable: true,
    description: "The method that another page may use. Example: `PUT`.",
  }),
  serverSideEncryption: t.exposeString("ServerSideEncryption", {
    nullable: true,
    description:
      "How the object is encrypted. Null unless its bucket encrypts on the server. Example: `AES256`.",
  }),
  serverSideDataEncryption: t.exposeString("ServerSideDataEncryption", {
    nullable: true,
    description:
      "The algorithm that encrypts the object. Null unless its bucket encrypts on the server. Example: `SM4`.",
  }),
  serverSideEncryptionKeyId: t.exposeString("ServerSideEncryptionKeyId", {
    nullable: true,
    description:
      "The ID of the key in KMS. Null unless its bucket encrypts on the server. Example: `9468da86-3509-4f8d-a61e-6eab1eac****`.",
  }),
  serverSideEncryptionCustomerAlgorithm: t.exposeString("ServerSideEncryptionCustomerAlgorithm", {
    nullable: true,
    description: "The algorithm of encryption with a key of the customer. Example: `SM4`.",
  }),
  ossTaggingCount: t.expose("OSSTaggingCount", {
    type: "Long",
    nullable: true,
    description: 'How many tags the object has; null if none. Example: `"2"`.',
  }),
  ossTagging: t.field({
    type: [OssTagType],
    nullable: true,
    description: "The tags of the object; null if it has none.",
    resolve: ({ OSSTagging }) => pairsOf(OSSTagging),
  }),
  ossUserMeta: t.field({
    type: [OssUserMetaType],
    nullable: true,
    description: "The metadata that its owner has set on the object; null if none is set.",
    resolve: ({ OSSUserMeta }) => pairsOf(OSSUserMeta),
  }),
}));
