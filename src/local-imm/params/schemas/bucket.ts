import { z } from "zod";
import { allowedBucketName, isBucketName, parseBucketUri } from "../../buckets/oss-uri.ts";

/** A parameter that is the name of a bucket. */
export const bucketName: z.ZodType<string> = z.string().refine(isBucketName, `must be ${allowedBucketName}`);

/** A parameter that is the URI of a bucket, without a slash or a key behind it, of which the name is read. */
export const bucketOfUri: z.ZodType<string> = z.string().transform((value, { issues }) => {
  const bucket = parseBucketUri(value);
  if (bucket !== undefined) return bucket;
  issues.push({ code: "custom", message: "must be oss:// followed by a bucket's name", input: value });
  return z.NEVER;
});
