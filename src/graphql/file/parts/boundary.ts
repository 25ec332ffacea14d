import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";

export const PointInt64Type = builder.objectRef<wire.PointInt64>("PointInt64").implement({
  description: "A point in a picture.",
  fields: (t) => ({
    x: t.expose("X", {
      type: "Long",
      nullable: true,
      description: 'How far it is from the left edge, in pixels. Example: `"10"`.',
    }),
    y: t.expose("Y", {
      type: "Long",
      nullable: true,
      description: 'How far it is from the upper edge, in pixels. Example: `"10"`.',
    }),
  }),
});

export const BoundaryType = builder.objectRef<wire.Boundary>("Boundary").implement({
  description: "Where something is in a picture: either a rectangle or a polygon.",
  fields: (t) => ({
    left: t.expose("Left", {
      type: "Long",
      nullable: true,
      description: 'How far the rectangle is from the left edge, in pixels. Example: `"10"`.',
    }),
    top: t.expose("Top", {
      type: "Long",
      nullable: true,
      description: 'How far the rectangle is from the upper edge, in pixels. Example: `"30"`.',
    }),
    width: t.expose("Width", {
      type: "Long",
      nullable: true,
      description: 'The width of the rectangle, in pixels. Example: `"200"`.',
    }),
    height: t.expose("Height", {
      type: "Long",
      nullable: true,
      description: 'The height of the rectangle, in pixels. Example: `"300"`.',
    }),
    polygon: t.expose("Polygon", {
      type: [PointInt64Type],
      nullable: true,
      description: "The corners of the polygon; null for a rectangle.",
    }),
  }),
});
