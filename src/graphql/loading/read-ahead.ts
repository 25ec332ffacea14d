import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { keysOf, type TypeCalls } from "../../contract/calls.ts";
import type { Action } from "../../contract/wire.ts";
import { CancellationToken } from "../../imm/cancellation-token.ts";
import { callsOf, type FieldCalls } from "../schema/action-extensions.ts";
import type { FileLoader, FileRead } from "./file-loader.ts";
import { detailsOf, selectedNodes, selectsBeyondKey } from "./selection.ts";

/** An object whose key is known before it is read. */
interface Known {
  readonly key: object;
  readonly info: GraphQLResolveInfo;
  readonly calls: TypeCalls;
}

/** Files that are being read before it is known whether a field asks for them. */
export interface FilesAhead {
  /** Ends the calls that nobody else waits for. */
  cancel(): Promise<unknown>;
}

/**
 * Begins to read the files that are selected below an object, at the same time as the object: the query names their
 * keys, so that they can share a call with files that are selected elsewhere. Undefined if there are none.
 */
export function readFilesAhead(files: FileLoader, { key, info, calls }: Known): FilesAhead | undefined {
  if (!selectsFiles(info)) return undefined;
  if (!files.mayRead(calls.action, key)) return undefined;
  const reads = [...filesBelow(files, key, info, calls)];
  if (reads.length === 0) return undefined;
  const cancellation = new CancellationToken();
  // What fails here fails again for the field that it is read for.
  const settled = files.loadAll(reads, cancellation).catch(() => undefined);
  return {
    cancel() {
      cancellation.abort(new Error("No field asks for these files."));
      return settled;
    },
  };
}

/** Whether files may be selected below the object being resolved, whatever directives leave out. */
export function selectsFiles(info: GraphQLResolveInfo): boolean {
  return info.fieldNodes.some((node) => namesFiles(node, info));
}

function* filesBelow(
  files: FileLoader,
  key: object,
  info: GraphQLResolveInfo,
  calls: TypeCalls,
): Generator<FileRead> {
  const fields = typeReadBy(info, calls.action)?.getFields() ?? {};
  for (const node of selectedNodes(info, calls.action)) {
    const field = fields[node.name.value];
    const below = field && callsByKey(field);
    if (!below) continue;
    const args = argumentsOf(field, node, info);
    if (!args) continue;
    const keys = keysOf(below, { ...key }, args);
    const infoBelow = { ...info, fieldNodes: [node], returnType: field.type };
    if (below.batch) {
      const details = detailsOf(infoBelow, below);
      for (const file of keys) yield { ...(file as unknown as FileRead), ...details };
    }
    // The key of what is below a file has no part that is the file's own.
    const [names] = keys;
    if (!names) continue;
    const isReadable = !selectsBeyondKey(infoBelow, below) || files.mayRead(below.action, names);
    if (isReadable) yield* filesBelow(files, names, infoBelow, below);
  }
}

/** The type that is read by an action, among those that a field may return. */
function typeReadBy({ schema, returnType }: GraphQLResolveInfo, action: Action) {
  const type: GraphQLNamedType = getNamedType(returnType);
  const types: readonly GraphQLNamedType[] = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return types.filter(isObjectType).find((each) => callsOf<TypeCalls>(each)?.action === action);
}

/** How a field reads objects, if it reads them by their keys. */
function callsByKey(field: GraphQLField<unknown, unknown>): TypeCalls | undefined {
  const calls = callsOf<TypeCalls>(getNamedType(field.type));
  return calls && calls.action === callsOf<FieldCalls>(field)?.action ? calls : undefined;
}

// By a field's node, which is the same for every item of a list.
const known = new WeakMap<FieldNode, boolean>();

function namesFiles(node: FieldNode, { fragments, schema }: GraphQLResolveInfo): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const names = fileFields(schema);
  const visited = new Set<string>();
  const look = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) {
        return names.has(selection.name.value) || look(selection.selectionSet);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return look(selection.selectionSet);
      const name = selection.name.value;
      if (visited.has(name)) return false;
      visited.add(name);
      return look(fragments[name]?.selectionSet);
    }) ?? false;
  const found = look(node.selectionSet);
  known.set(node, found);
  return found;
}

const knownFields = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** The names of the fields that read files. */
function fileFields(schema: GraphQLSchema): ReadonlySet<string> {
  const before = knownFields.get(schema);
  if (before) return before;
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  const names = new Set(fields.filter((field) => callsByKey(field)?.batch).map(({ name }) => name));
  knownFields.set(schema, names);
  return names;
}

/** The values of a field's arguments; undefined if it refuses them, as it will when it is resolved. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variableValues }: GraphQLResolveInfo,
) {
  try {
    return getArgumentValues(field, node, variableValues);
  } catch {
    return undefined;
  }
}
