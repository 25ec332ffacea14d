import { missing } from "../../http/fault.ts";
import { alikeDistance } from "../../operators/image-hash/distance.ts";
import { readConditions } from "../../params/conditions.ts";
import type { Params } from "../../params/params.ts";
import { fileUri } from "../../params/schemas/input-file.ts";
import { integer } from "../../params/schemas/integer.ts";
import { list } from "../../params/schemas/list.ts";
import { text } from "../../params/schemas/text.ts";
import { readWithFields } from "../../params/with-fields.ts";
import { readSentence } from "../../semantic/read-sentence.ts";
import type { Condition } from "../../store/search/conditions/condition.ts";
import type { Scope } from "../../store/search/conditions/scope.ts";
import { showFile } from "../file/show-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Context, Operation } from "../operation.ts";
import { refuse, scopeOf } from "./find-files.ts";
import { hashOf } from "./image-hash.ts";
import { vocabularyOf } from "./vocabulary.ts";

const count = integer(1n, 1000n);
// The newest of IMM's documents caps what a query returns at so many.
const mostFound = 100;
const mediaTypes = list(text(), 10);

/**
 * IMM compares what a sentence and a picture mean. Here a sentence is read for labels, times and places that the dataset
 * has, and a picture is compared by what it looks like; what is found by a sentence comes with the newest first.
 */
export const SemanticQuery: Operation<"SemanticQuery"> = async (params, context, signal) => {
  const { store, accountId } = context;
  const key = datasetKeyOf(params);
  const sentence = params.text("Query");
  const SourceURI = params.read("SourceURI", fileUri);
  if (!sentence && SourceURI === undefined) throw missing("Query");
  const limit = Math.min(Number(params.read("MaxResults", count) ?? mostFound), mostFound);
  const ofTypes = ofMediaTypes(params);
  const WithFields = readWithFields(params);
  const { DatasetId } = findDataset(key, store);
  const scope = scopeOf(DatasetId, { ...key, OwnerId: accountId });
  const said = sentence ? await conditionOf(sentence, scope, context, signal) : undefined;
  // Of what isn't understood nothing is made up.
  if (sentence && !said) return { Files: [] };
  const selection = { scope, condition: { kind: "and", of: said ? [said, ofTypes] : [ofTypes] } } as const;
  const ids = await (
    SourceURI === undefined
      ? newest(selection, limit, context, signal)
      : store.search
          .findAlike(
            selection,
            { hash: await hashOf(SourceURI, context), mostDistant: alikeDistance, limit },
            signal,
          )
          .then((alike) => alike.map(({ FileId }) => FileId))
  ).catch(refuse);
  const files = store.read(() => store.files.some(ids));
  return { Files: files.map((file) => showFile(file, { ...key, OwnerId: accountId, WithFields })) };
};

async function newest(
  selection: { readonly scope: Scope; readonly condition: Condition },
  limit: number,
  { store }: Context,
  signal: AbortSignal | undefined,
): Promise<bigint[]> {
  const keys = [{ field: "ProduceTime", direction: "desc" }] as const;
  const page = { keys, after: undefined, limit, withTotal: false };
  const { positions } = await store.search.find(selection, page, signal);
  return positions.map(({ FileId }) => FileId);
}

async function conditionOf(
  sentence: string,
  scope: Scope,
  { store, now }: Context,
  signal: AbortSignal | undefined,
): Promise<Condition | undefined> {
  const vocabulary = await vocabularyOf(scope, store, signal);
  const tree = readSentence(sentence, { ...vocabulary, now: now() });
  return tree && readConditions(tree);
}

function ofMediaTypes(params: Params): Condition {
  const asked = params.json("MediaTypes", mediaTypes);
  const values = asked?.length ? asked : ["image"];
  return {
    kind: "or",
    of: values.map((value) => ({ kind: "compare", subject: { file: "MediaType" }, operation: "eq", value })),
  };
}
