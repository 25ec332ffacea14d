import type { TypeCalls } from "../../contract/calls.ts";
import { getOwn } from "../own-property.ts";
import type { ParamValues } from "./planned-params.ts";
import { schemaMetadata } from "./schema-metadata.ts";

/**
 * The type and the key in a global id.
 *
 * @throws Error if the graph gives no such ids.
 */
export function readId(id: string): { typeName: string; entity: TypeCalls; key: ParamValues } {
  const [, typeName = "", innerId = ""] = /^(\w+):(.+)$/s.exec(decode(id)) ?? [];
  const entity = getOwn(schemaMetadata.types, typeName);
  // As the graph writes a part that holds a slash.
  const values = innerId.split("/").map((part) => part.replaceAll("%2F", "/").replaceAll("%25", "%"));
  if (!entity || values.length !== entity.key.length || values.includes(""))
    throw new Error("The id is none that this graph answers.");
  return {
    typeName,
    entity,
    key: Object.fromEntries(entity.key.map((name, index) => [name, values[index]])),
  };
}

function decode(id: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(id), (character) => character.charCodeAt(0)));
  } catch {
    return "";
  }
}
