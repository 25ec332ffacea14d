import { elementType } from "../contract.ts";
import { data } from "../contract-data.ts";
import { graphName } from "../names.ts";
import { fileArrays, fileFields, fileMaps, type QueryKind } from "../query-fields.ts";

/** What queries know of a file, or of an element of one of its lists, under the name that the graph gives it. */
export type QueryMember =
  | { readonly is: "field"; readonly name: string; readonly path: string; readonly kind: QueryKind }
  | { readonly is: "map"; readonly name: string; readonly path: string }
  | {
      /** Several elements, or one structure. */
      readonly is: "list" | "structure";
      readonly name: string;
      readonly path: string;
      /** The type of the graph that it is of: `Label`. */
      readonly typeName: string;
      readonly members: readonly QueryMember[];
    };

// Fields of one name have one shape in every type of the graph.
const ofFile: Readonly<Record<string, string>> = { StartTime: "fileStartTime" };
const ofStream: Readonly<Record<string, string>> = { StartTime: "streamStartTime" };

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

function field(path: string, kind: QueryKind, renamed: Readonly<Record<string, string>>): QueryMember {
  const own = path.slice(path.lastIndexOf(".") + 1);
  return { is: "field", name: renamed[own] ?? graphName(own), path, kind };
}

/** The structure that a member of a file holds, alone or in a list. */
function typeOf(path: string): string {
  return elementType(data.models["File"]![path]!);
}

function fields(): QueryMember[] {
  const structures = new Map<string, QueryMember[]>();
  const own: QueryMember[] = [];
  for (const [path, kind] of Object.entries(fileFields)) {
    const [structure, member] = path.split(".");
    if (member === undefined) own.push(field(path, kind, ofFile));
    else structures.set(structure!, [...(structures.get(structure!) ?? []), field(path, kind, {})]);
  }
  for (const [path, members] of structures) {
    own.push({ is: "structure", name: graphName(path), path, typeName: typeOf(path), members });
  }
  return own;
}

function lists(): QueryMember[] {
  return Object.entries(fileArrays).map(([path, kinds]) => ({
    is: "list",
    name: graphName(path),
    path,
    typeName: typeOf(path),
    members: Object.entries<QueryKind>(kinds)
      .map(([name, kind]) => field(`${path}.${name}`, kind, ofStream))
      .toSorted(byName),
  }));
}

function maps(): QueryMember[] {
  return Object.keys(fileMaps).map((path) => ({ is: "map", name: graphName(path), path }));
}

/** What queries know of a file, in the order of the graph's names, which is that of its input types. */
export const queryMembers: readonly QueryMember[] = [...fields(), ...lists(), ...maps()].toSorted(byName);
