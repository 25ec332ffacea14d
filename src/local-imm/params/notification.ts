import type { Notification } from "../../contract/wire.ts";
import type { Params } from "./params.ts";
import { model } from "./schemas/model.ts";
import { textOfBytes } from "./schemas/text.ts";

const notification = model<Notification>("Notification");
const userData = textOfBytes(2048);

/** Refuses a malformed Notification or UserData. Well-formed ones have no effect: there is no queue to send to here. */
export function checkNotification(params: Params): void {
  params.json("Notification", notification);
  params.read("UserData", userData);
}
