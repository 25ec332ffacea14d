import { builder } from "../schema/builder.ts";
import { CoordinatesType, readCoordinates } from "./coordinates.ts";
import { FileType } from "./file.ts";
import { CustomLabelType, pairsOf, valueOfKey } from "./pairs.ts";
import { AddressType } from "./parts/address.ts";
import { LabelType } from "./parts/label.ts";

builder.objectFields(FileType, (t) => ({
  filename: t.exposeString("Filename", {
    nullable: true,
    description: "The object's whole key, with its folders. Example: `sampleobject.jpg`.",
  }),
  size: t.expose("Size", {
    type: "Long",
    nullable: true,
    description: 'How many bytes it has. Example: `"1000"`.',
  }),
  mediaType: t.exposeString("MediaType", {
    nullable: true,
    description:
      "What kind of media it is: `image`, `video`, `audio`, `document`, `archive` or `other`. Example: `image`.",
  }),
  contentType: t.exposeString("ContentType", {
    nullable: true,
    description: "Its MIME type. Example: `image/jpeg`.",
  }),
  fileHash: t.exposeString("FileHash", {
    nullable: true,
    description: "The hash of its content. Example: `1d9c280a7c4f67f7ef873e28449dbe17`.",
  }),
  customId: t.exposeString("CustomId", {
    nullable: true,
    description: "An ID of the caller's own. Example: `member-image-id-0001`.",
  }),
  customLabels: t.field({
    type: [CustomLabelType],
    nullable: true,
    description: "What callers have labelled it with.",
    resolve: ({ CustomLabels }) => pairsOf(CustomLabels),
  }),
  customLabel: t.string({
    nullable: true,
    description: "The value of one of its custom labels; null if it has none of that key.",
    args: {
      key: t.arg({
        type: "Text",
        required: true,
        description: "The label's key, in upper or lower case. Example: `MemberName`.",
      }),
    },
    resolve: ({ CustomLabels }, { key }) => valueOfKey(CustomLabels, key),
  }),
  labels: t.expose("Labels", { type: [LabelType], nullable: true, description: "What it shows." }),
  title: t.exposeString("Title", { nullable: true, description: "Its title. Example: `test`." }),
  produceTime: t.expose("ProduceTime", {
    type: "DateTime",
    nullable: true,
    description: "When the picture or video was taken. Example: `2021-06-29T14:50:13.011643661+08:00`.",
  }),
  latLong: t.exposeString("LatLong", {
    nullable: true,
    description:
      "Where it was taken: latitude and longitude in degrees. `coordinates` reads it. Example: `30.134390,120.074997`.",
  }),
  coordinates: t.field({
    type: CoordinatesType,
    nullable: true,
    description: "`latLong` as numbers; null if it isn't set or isn't a place on earth.",
    resolve: ({ LatLong }) => readCoordinates(LatLong),
  }),
  addresses: t.expose("Addresses", {
    type: [AddressType],
    nullable: true,
    description: "Where it was taken, as postal addresses.",
  }),
  timezone: t.exposeString("Timezone", {
    nullable: true,
    description: "Its time zone. IMM does not support it.",
  }),
  fileCreateTime: t.expose("FileCreateTime", {
    type: "DateTime",
    nullable: true,
    description: "When the file was created. Example: `2021-06-29T14:50:13.011643661+08:00`.",
  }),
  fileModifiedTime: t.expose("FileModifiedTime", {
    type: "DateTime",
    nullable: true,
    description: "When the file was last changed. Example: `2021-06-29T14:50:13.011643661+08:00`.",
  }),
  fileAccessTime: t.expose("FileAccessTime", {
    type: "DateTime",
    nullable: true,
    description: "When the file was last read. Example: `2021-06-29T14:50:13.011643661+08:00`.",
  }),
  createTime: t.expose("CreateTime", {
    type: "DateTime",
    nullable: true,
    description: "When it was indexed first.",
  }),
  updateTime: t.expose("UpdateTime", {
    type: "DateTime",
    nullable: true,
    description: "When its metadata was last changed.",
  }),
  ownerId: t.exposeString("OwnerId", {
    nullable: true,
    description: "The Alibaba Cloud account that it belongs to. Example: `102321002467****`.",
  }),
  objectId: t.exposeString("ObjectId", {
    nullable: true,
    description:
      "Its ID in IMM. Example: `75d5de2c50754e3dadd5c35dbca5f9949369e37eb342a73821f690c94c36c7f7`.",
  }),
  objectType: t.exposeString("ObjectType", {
    nullable: true,
    description: "Always `file`. Example: `file`.",
  }),
  travelClusterId: t.exposeString("TravelClusterId", {
    nullable: true,
    description: "Reserved. IMM does not support it.",
  }),
}));
