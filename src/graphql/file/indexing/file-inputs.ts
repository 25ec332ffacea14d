import type { InputFieldBuilder } from "@pothos/core";
import { builder } from "../../schema/builder.ts";
import { AddressInput, CustomLabelInput, FigureInput, LabelInput } from "./part-inputs.ts";

type Fields = InputFieldBuilder<(typeof builder)["$inferSchemaTypes"], "InputObject">;

/** What indexing and updating a file both take. */
function changeableInputs(t: Fields) {
  return {
    uri: t.field({
      type: "FileUri",
      required: true,
      description:
        "Which file: an object in a bucket of the project's region, or a file in PDS. Example: `oss://test-bucket/test-object.jpg`.",
    }),
    customId: t.field({
      type: "Text",
      description: "An ID of the caller's own, preferably unique. Example: `member-image-id-0001`.",
    }),
    customLabels: t.field({
      type: [CustomLabelInput],
      description:
        "Its labels, at most 100. They replace those that it has, so list every label to keep. Default: those that it has.",
    }),
  };
}

export const FileInput = builder.inputType("FileInput", {
  description: "A file to index. Only `uri` is required; leave out what IMM can read from the file itself.",
  fields: (t) => ({
    ...changeableInputs(t),
    mediaType: t.field({
      type: "Text",
      description:
        "What kind of media it is: `image`, `video`, `audio`, `document`, `archive` or `other`. Default: what IMM detects.",
    }),
    contentType: t.field({
      type: "Text",
      description: "Its MIME type. Default: what IMM detects. Example: `image/jpeg`.",
    }),
    ossUri: t.field({
      type: "FileUri",
      description:
        "Where the object is in OSS; only if `uri` is an address in PDS. Example: `oss://test-bucket/test-object.jpg`.",
    }),
    fileHash: t.field({
      type: "Text",
      description:
        "The hash of its content; needed if `uri` is an address in PDS, else best left out. Example: `1d9c280a7c4f67f7ef873e28449dbe17`.",
    }),
    title: t.field({ type: "Text", description: "Its title. Default: the file's own. Example: `test`." }),
    produceTime: t.field({
      type: "DateTime",
      description:
        "When the picture or video was taken. Default: what the file says. Example: `2021-06-29T14:50:13.011643661+08:00`.",
    }),
    latLong: t.field({
      type: "Text",
      description:
        "Where it was taken: latitude and longitude in degrees. Default: what the file says. Example: `30.134390,120.074997`.",
    }),
    addresses: t.field({
      type: [AddressInput],
      description: "Where it was taken, as postal addresses. Default: what IMM detects.",
    }),
    labels: t.field({ type: [LabelInput], description: "What it shows. Default: what IMM detects." }),
    artist: t.field({ type: "Text", description: "The artist. Default: the file's own. Example: `Jane`." }),
    albumArtist: t.field({
      type: "Text",
      description: "The artist of the album. Default: the file's own. Example: `Jane`.",
    }),
    composer: t.field({
      type: "Text",
      description: "The composer. Default: the file's own. Example: `Jane`.",
    }),
    performer: t.field({
      type: "Text",
      description: "The performer. Default: the file's own. Example: `Jane`.",
    }),
    album: t.field({
      type: "Text",
      description: "The album. Default: the file's own. Example: `FirstAlbum`.",
    }),
  }),
});

export const FileUpdateInput = builder.inputType("FileUpdateInput", {
  description:
    "What to change of a file that is indexed. Nothing else can be changed; to read the file anew, index it again.",
  fields: (t) => ({
    ...changeableInputs(t),
    figures: t.field({ type: [FigureInput], description: "Faces to put into other face clusters." }),
  }),
});
