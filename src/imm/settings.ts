import { contract } from "../contract/contract.ts";

type Members = Readonly<Record<string, unknown>>;

// IMM accepts them without effect.
const withoutEffect = new Set(["WorkflowParameters"]);
// What is asked for as empty is filled in by IMM.
const filledIn = new Set(["ServiceRole", "TemplateId"]);

/** The settings that a thing hasn't as a create asked for them, by IMM's names. */
export function otherSettings(type: string, asked: Members, thing: Members): string[] {
  const plain = Object.keys(contract.models[type]!).filter((name) => {
    const wanted = asked[name];
    if (wanted === undefined || wanted === null || withoutEffect.has(name)) return false;
    if (wanted === "" && filledIn.has(name)) return false;
    // IMM leaves out what is empty.
    return String(wanted) !== String(thing[name] ?? "");
  });
  const isTagged = asked["Tag"] !== undefined && asked["Tag"] !== null;
  const hasOtherTags = isTagged && tagsOf(asked["Tag"]) !== tagsOf(thing["Tags"]);
  return hasOtherTags ? [...plain, "Tag"] : plain;
}

/** Tags as a text that is the same for the same tags: a request says Key and Value, a reply TagKey and TagValue. */
function tagsOf(tags: unknown): string {
  const pairs = (Array.isArray(tags) ? (tags as Members[]) : []).map((tag) =>
    JSON.stringify([tag["Key"] ?? tag["TagKey"] ?? "", tag["Value"] ?? tag["TagValue"] ?? ""]),
  );
  return pairs.toSorted().join();
}
