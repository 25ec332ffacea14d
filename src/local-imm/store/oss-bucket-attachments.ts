import type { Connection } from "./database/connection.ts";

/** A bucket that is attached to a project, as it is stored; times are nanoseconds since the epoch. */
export interface OSSBucketAttachment {
  OSSBucket: string;
  ProjectName: string;
  Description: string;
  CreateTime: bigint;
  UpdateTime: bigint;
}

/** A page of a project's attachments: those whose buckets' names sort behind `After`. */
export interface OSSBucketAttachmentPage {
  ProjectName: string;
  After: string;
  Limit: bigint;
}

export type OSSBucketAttachments = ReturnType<typeof createOSSBucketAttachments>;

/** Prepares all that is asked of the table of attached buckets. */
export function createOSSBucketAttachments(db: Connection) {
  const find = db.prepare("SELECT * FROM OSSBucketAttachment WHERE OSSBucket = :OSSBucket");
  const list = db.prepare(`
    SELECT * FROM OSSBucketAttachment
    WHERE ProjectName = :ProjectName AND OSSBucket > :After
    ORDER BY OSSBucket LIMIT :Limit
  `);
  const insert = db.prepare(`
    INSERT INTO OSSBucketAttachment (OSSBucket, ProjectName, Description, CreateTime, UpdateTime)
    VALUES (:OSSBucket, :ProjectName, :Description, :CreateTime, :UpdateTime)
  `);
  const remove = db.prepare("DELETE FROM OSSBucketAttachment WHERE OSSBucket = :OSSBucket");

  return {
    find: (OSSBucket: string) => find.get({ OSSBucket }) as OSSBucketAttachment | undefined,
    list: ({ ProjectName, After, Limit }: OSSBucketAttachmentPage) =>
      list.all({ ProjectName, After, Limit }) as OSSBucketAttachment[],
    insert: (attachment: OSSBucketAttachment) => void insert.run({ ...attachment }),
    delete: (OSSBucket: string) => void remove.run({ OSSBucket }),
  };
}
