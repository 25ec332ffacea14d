import type { Operator } from "../operator.ts";
import { mediaTypeOf } from "./mime-types.ts";

/** What kind of file it is. */
export const mime: Operator = {
  name: "MIME",
  failure: "The type of the file can't be found out.",
  appliesTo: () => true,
  run: async ({ contentType }) => ({
    fields: { ContentType: contentType, MediaType: mediaTypeOf(contentType) },
  }),
};
