/** What tells one state of a file from another without reading it. */
export interface Stamp {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly inode: bigint;
}

export function isSameStamp(one: Stamp, other: Stamp): boolean {
  return one.mtimeNs === other.mtimeNs && one.size === other.size && one.inode === other.inode;
}
