import { toKey } from "./sentence.ts";

const peoples =
  "朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|黎|畲|瑶|满|柯尔克孜|哈萨克|维吾尔|锡伯|仫佬|毛南";
const chineseUnit = new RegExp(
  `(特别行政区|(?:(?:${peoples})族?)*自治[区州县旗]|地区|街道|[省市区县旗盟镇乡])$`,
  "u",
);
const englishUnit = / (province|city|district|county|prefecture|municipality|township|town)$/;

/** What a place is called: its name, and the same without what kind of place it is: 杭州市, 杭州. */
export function placeKeys(value: string): readonly string[] {
  const key = toKey(value);
  const short = key.replace(chineseUnit, "").replace(englishUnit, "");
  // 沙县 is called by its whole name.
  return short !== key && short.length > 1 ? [key, short] : [key];
}
