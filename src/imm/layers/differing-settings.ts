import { contract, elementType } from "../../contract/contract.ts";
import { asDouble } from "../wire/as-double.ts";

type Members = Readonly<Record<string, unknown>>;

// IMM accepts them without effect.
const withoutEffect = new Set(["WorkflowParameters"]);
// If requested as empty, IMM fills them in.
const filledIn = new Set(["ServiceRole", "TemplateId"]);

/** What a create requested, and what the look-up found. */
interface Compared {
  readonly requested: Members;
  readonly found: Members;
  /** Whether what was found has lost digits of integers above 2^53: the requested ones are then rounded too. */
  readonly isRounded: boolean;
}

/** The settings that differ from what a create requested, by IMM's names. */
export function differingSettings(type: string, { requested, found, isRounded }: Compared): string[] {
  const plain = Object.entries(contract.models[type]!).flatMap(([name, field]) => {
    const wanted = requested[name];
    if (wanted === undefined || wanted === null || withoutEffect.has(name)) return [];
    if (wanted === "" && filledIn.has(name)) return [];
    // IMM leaves out empty values.
    const has = String(found[name] ?? "");
    const isInteger = elementType(field) === "int64" && has !== "";
    const text = isRounded && isInteger ? (value: unknown) => String(asDouble(String(value))) : String;
    return text(wanted) === text(has) ? [] : [name];
  });
  const isTagged = requested["Tag"] !== undefined && requested["Tag"] !== null;
  const hasOtherTags = isTagged && tagsOf(requested["Tag"]) !== tagsOf(found["Tags"]);
  return hasOtherTags ? [...plain, "Tag"] : plain;
}

/** Tags as a text that is the same for the same tags: a request says Key and Value, a reply TagKey and TagValue. */
function tagsOf(tags: unknown): string {
  const pairs = (Array.isArray(tags) ? (tags as Members[]) : []).map((tag) =>
    JSON.stringify([tag["Key"] ?? tag["TagKey"] ?? "", tag["Value"] ?? tag["TagValue"] ?? ""]),
  );
  return pairs.toSorted().join();
}
