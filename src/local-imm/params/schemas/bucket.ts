import { z } from "zod";

const name = "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";

/** A parameter that is the name of a bucket. */
export const bucketName: z.ZodType<string> = z
  .string()
  .regex(
    new RegExp(`^${name}$`),
    "must be 3 to 63 of a-z, 0-9 and -, the first and last a letter or a digit",
  );

const bucketUriPattern = new RegExp(`^oss://(${name})$`);

/** A parameter that is the URI of a whole bucket, without a slash or a key behind it, of which the name is read. */
export const bucketUri: z.ZodType<string> = z.string().transform((value, { issues }) => {
  const [, bucket] = bucketUriPattern.exec(value) ?? [];
  if (bucket !== undefined) return bucket;
  issues.push({ code: "custom", message: "must be oss:// and the name of a bucket", input: value });
  return z.NEVER;
});
