import type { Call } from "../http/call.ts";
import { Fault } from "../http/fault.ts";
import type { LocalKey } from "../keys.ts";
import type { Store } from "../store/store.ts";

/** The one action that IMM doesn't have. */
export const backupAction = "LocalBackup";

/** The code of a refusal by the store of another folder. */
export const otherFolder = "LocalBackup.OtherFolder";

/** Answers the backup command: writes a copy where this process chooses, and says where. */
export function answerBackup(key: LocalKey, { headers, params }: Call, store: Store): { File: string } {
  // A web page can send a signature that stands in parameters, with the key that everybody knows.
  if (key.policies || !headers.authorization) {
    throw new Fault(
      403,
      "NoPermission",
      "A backup needs a key without policies, and its signature in a header.",
    );
  }
  const dir = params.get("Dir");
  if (!dir || !store.isIn(dir))
    throw new Fault(400, otherFolder, `This process has the folder ${store.dir}.`);
  return { File: store.copy() };
}
