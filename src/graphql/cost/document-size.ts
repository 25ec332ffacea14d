import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { ValueSize } from "./value-size.ts";

/** How large a document is, by what validating and running it takes; of several operations the largest counts. */
export interface DocumentSize {
  /** Fields inside fields, and lists and objects inside each other in a value, variables among them. */
  readonly depth: number;
  /** Aliases of an operation; those of a fragment count each time that it is spread. */
  readonly aliases: number;
  /** Directives at one place of a document. */
  readonly directives: number;
  /** How often one selection has the same response name, with the fragments that are spread in it. */
  readonly repeatedFields: number;
  /** Variables that an operation defines, or that are sent with it. */
  readonly variables: number;
  /** Elements of one list in a value; the representations of `_entities` have a limit of their own. */
  readonly listSize: number;
}

/** The argument whose values have limits of their own: conditions of a query, which say which of them are too many. */
export const conditionsArgument = "where";

/** The size of a document, and of the conditions in it, which don't count in that. */
export interface MeasuredDocument {
  readonly size: DocumentSize;
  readonly conditions: ValueSize;
}

/**
 * Measures a document before it is validated: validation takes the square of some of these. A fragment is measured
 * once, however often it is spread.
 */
export function measure(document: DocumentNode): MeasuredDocument {
  const select = selector(document);
  const { conditions, ...ofNodes } = sizeOfNodes(document);
  const size = { ...ofNodes, aliases: 0, repeatedFields: 0 };
  for (const definition of document.definitions) {
    if (!("selectionSet" in definition)) continue;
    const { depth, aliases, repeated } = select(definition.selectionSet);
    size.depth = Math.max(size.depth, depth);
    size.aliases = Math.max(size.aliases, aliases);
    size.repeatedFields = Math.max(size.repeatedFields, repeated);
  }
  return { size, conditions };
}

/** What can be seen at each place alone. */
function sizeOfNodes(document: DocumentNode) {
  const size = { depth: 0, directives: 0, variables: 0, listSize: 0, conditions: { depth: 0, listSize: 0 } };
  let levels = 0;
  let isCondition = false;
  visit(document, {
    enter(node, _key, parent) {
      if ("directives" in node) size.directives = Math.max(size.directives, node.directives?.length ?? 0);
      if (node.kind === Kind.OPERATION_DEFINITION)
        size.variables = Math.max(size.variables, node.variableDefinitions?.length ?? 0);
      if (isArgument(node, conditionsArgument)) isCondition = true;
      const measured = isCondition ? size.conditions : size;
      if (node.kind === Kind.LIST && !isArgument(parent, "representations"))
        measured.listSize = Math.max(measured.listSize, node.values.length);
      if (isNested(node)) levels += 1;
      measured.depth = Math.max(measured.depth, levels);
    },
    leave(node) {
      if (isArgument(node, conditionsArgument)) isCondition = false;
      if (isNested(node)) levels -= 1;
    },
  });
  return size;
}

function isNested({ kind }: ASTNode): boolean {
  return kind === Kind.LIST || kind === Kind.OBJECT;
}

function isArgument(node: ASTNode | readonly ASTNode[] | undefined, name: string): boolean {
  return node !== undefined && "kind" in node && node.kind === Kind.ARGUMENT && node.name.value === name;
}

interface Selected {
  readonly depth: number;
  readonly aliases: number;
  /** How often the most frequent response name stands in one selection, here or further down. */
  readonly repeated: number;
  /** How often each response name stands here. */
  readonly names: ReadonlyMap<string, number>;
}

const nothing: Selected = { depth: 0, aliases: 0, repeated: 0, names: new Map() };

function selector(document: DocumentNode): (set: SelectionSetNode | undefined) => Selected {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Selected>();

  function spread(name: string): Selected {
    const known = measured.get(name);
    if (known) return known;
    // What spreads itself is left to validation.
    measured.set(name, nothing);
    const selected = select(fragments.get(name)?.selectionSet);
    measured.set(name, selected);
    return selected;
  }

  function select(set: SelectionSetNode | undefined): Selected {
    if (!set) return nothing;
    const sum = { depth: 0, aliases: 0, repeated: 0, names: new Map<string, number>() };
    const count = (name: string, times: number) => {
      const counted = (sum.names.get(name) ?? 0) + times;
      sum.names.set(name, counted);
      sum.repeated = Math.max(sum.repeated, counted);
    };
    for (const selection of set.selections) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? spread(selection.name.value)
          : select(selection.selectionSet);
      if (isField) count((selection.alias ?? selection.name).value, 1);
      else for (const [name, times] of inner.names) count(name, times);
      sum.depth = Math.max(sum.depth, inner.depth + (isField ? 1 : 0));
      sum.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      sum.repeated = Math.max(sum.repeated, inner.repeated);
    }
    return sum;
  }
  return select;
}
