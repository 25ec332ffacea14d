import type { File } from "../files.ts";
import { builder } from "./builder.ts";

/** A file in the graph. */
export const FileType = builder.objectRef<File>("File").implement({
  fields: (t) => ({
    uri: t.exposeID("URI"),
    filename: t.exposeString("Filename", { nullable: true }),
    size: t.expose("Size", { type: "Long", nullable: true }),
    mediaType: t.exposeString("MediaType", { nullable: true }),
    contentType: t.exposeString("ContentType", { nullable: true }),
    fileHash: t.exposeString("FileHash", { nullable: true }),
    customId: t.exposeString("CustomId", { nullable: true }),
    title: t.exposeString("Title", { nullable: true }),
    produceTime: t.expose("ProduceTime", { type: "DateTime", nullable: true }),
    latLong: t.exposeString("LatLong", { nullable: true }),
    fileModifiedTime: t.expose("FileModifiedTime", { type: "DateTime", nullable: true }),
    createTime: t.expose("CreateTime", { type: "DateTime", nullable: true }),
    updateTime: t.expose("UpdateTime", { type: "DateTime", nullable: true }),
    eTag: t.exposeString("ETag", { nullable: true }),
    ossObjectType: t.exposeString("OSSObjectType", { nullable: true }),
    ossStorageClass: t.exposeString("OSSStorageClass", { nullable: true }),
    objectAcl: t.exposeString("ObjectACL", { nullable: true }),
    imageWidth: t.expose("ImageWidth", { type: "Long", nullable: true }),
    imageHeight: t.expose("ImageHeight", { type: "Long", nullable: true }),
    orientation: t.expose("Orientation", { type: "Long", nullable: true }),
  }),
});
