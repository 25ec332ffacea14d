import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from "@pothos/core";
import { encodeGlobalId } from "./global-id.ts";

/** Tells the inner part of a node's global id. */
type InnerId = (thing: never) => string;

/** The option `id` of a node, whose global id is then answered at once. */
export function idAtOnce<Thing>({
  description,
  resolve,
}: {
  description: string;
  resolve: (thing: Thing) => string;
}) {
  return { description, resolve, extensions: { innerId: resolve } };
}

/**
 * Answers the ids of nodes at once. Relay's plugin makes each a promise, and with it every thing of a page: with 200 of
 * them, that is half the time of the query.
 */
export class IdsAtOnce<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const innerId = field.extensions?.["innerId"] as InnerId | undefined;
    if (!innerId) return field;
    const { parentType } = field;
    return { ...field, resolve: (thing) => encodeGlobalId(parentType, innerId(thing as never)) };
  }
}

export const idsAtOnce = "immIdsAtOnce";

declare global {
  // eslint-disable-next-line
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      immIdsAtOnce: IdsAtOnce<Types>;
    }
  }
}

SchemaBuilder.registerPlugin(idsAtOnce, IdsAtOnce);
