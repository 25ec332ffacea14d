import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * The fields of an object type that a query selects under the field being resolved: what a call must bring.
 * Fragments are looked into; what is skipped, or stands in a fragment on another type, is left out.
 */
function selectedFields(info: GraphQLResolveInfo, typeName: string): Set<string> {
  const names = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) collect(info, typeName, selectionSet, names);
  return names;
}

function collect(
  info: GraphQLResolveInfo,
  typeName: string,
  selectionSet: SelectionSetNode | undefined,
  names: Set<string>,
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      names.add(selection.name.value);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    if (fragment && appliesTo(info, typeName, fragment.typeCondition)) {
      collect(info, typeName, fragment.selectionSet, names);
    }
  }
}

function isIncluded({ variableValues }: GraphQLResolveInfo, node: SelectionNode): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] !== false
  );
}

type TypeCondition = Parameters<typeof typeFromAST>[1];

function appliesTo(
  { schema }: GraphQLResolveInfo,
  typeName: string,
  condition: TypeCondition | undefined,
): boolean {
  if (!condition) return true;
  const type = getNamedType(typeFromAST(schema, condition));
  if (type?.name === typeName) return true;
  return isAbstractType(type) && schema.getPossibleTypes(type).some(({ name }) => name === typeName);
}

const statistics = ["fileCount", "totalFileSize"];

/** The parameter that makes IMM count files, where a query selects what that brings. */
export function statisticsOf(info: GraphQLResolveInfo, typeName: string): { WithStatistics?: true } {
  const selected = selectedFields(info, typeName);
  return statistics.some((name) => selected.has(name)) ? { WithStatistics: true } : {};
}

/** Whether a query selects more of a thing than those fields, which its key alone answers. */
export function selectsBeyond(
  info: GraphQLResolveInfo,
  typeName: string,
  keyFields: ReadonlySet<string>,
): boolean {
  return [...selectedFields(info, typeName)].some((name) => !keyFields.has(name));
}
