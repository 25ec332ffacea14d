import { describe, expect, it } from "vitest";
import { say } from "./say.ts";

describe("labels of a sentence", () => {
  it.each([
    ["cat", ["cat"], "cat"],
    ["A CAT!", ["cat"], "cat"],
    ["cats on beaches", ["cat", "beach"], "cat & beach"],
    ["cities and puppies", ["City", "puppy"], "City & puppy"],
    ["the cat's tomatoes", ["cat", "tomato"], "cat & tomato"],
    ["a flower", ["flowers"], "flowers"],
    ["children", ["child"], "nothing"],
    ["golden retrievers", ["golden_retriever", "retriever"], "golden_retriever"],
    ["t-shirt", ["T-Shirt"], "T-Shirt"],
    ["concatenate", ["cat"], "nothing"],
    ["cat_dog", ["cat", "dog"], "cat & dog"],
    ["Café", ["cafe"], "cafe"],
    ["cat", ["Cat", "CAT", "dog"], "Cat | CAT"],
    ["cat, cats, cat", ["cat"], "cat"],
    ["cats or dogs", ["cat", "dog"], "cat | dog"],
    ["猫或狗", ["猫", "狗"], "猫 | 狗"],
    ["beach without cats or dogs", ["cat", "dog", "beach"], "beach & none(cat | dog)"],
    ["没有猫的海滩", ["猫", "海滩"], "none(猫) & 海滩"],
    ["purple cats", ["cat"], "cat"],
    ["海边的猫", ["海边", "猫"], "海边 & 猫"],
    ["海边的猫", ["海", "海边", "猫"], "海边 & 猫"],
    ["我的小猫", ["猫"], "猫"],
    ["花生", ["花"], "nothing"],
    ["马路", ["马"], "nothing"],
    ["上海南京路", ["海南"], "nothing"],
    ["Кошка на пляже", ["кошка"], "кошка"],
    ["x 1 2", ["x", "1"], "nothing"],
    ["in it", ["in", "it"], "nothing"],
    ["May photos", ["May"], "May"],
    ["hot springs in summer", ["hot spring", "summer"], "hot spring & summer"],
  ])("%s", (sentence, labels, conditions) => {
    expect(say(sentence, { labels })).toBe(conditions);
  });

  it.each([
    ["beach cats", ["海滩", "猫"], "海滩 & 猫"],
    ["海边的猫", ["beach", "Cat"], "beach & Cat"],
    ["sunset", ["日落", "sunset"], "日落 | sunset"],
    ["sunsets", ["夕阳"], "夕阳"],
    ["夜景", ["night_view"], "night_view"],
  ])("are found in the other language: %s", (sentence, labels, conditions) => {
    expect(say(sentence, { labels })).toBe(conditions);
  });
});

describe("places of a sentence", () => {
  it.each([
    ["杭州", ["City 杭州市"], "at(City 杭州市)"],
    ["杭州市的照片", ["City 杭州市"], "at(City 杭州市)"],
    ["杭州市", ["City 杭州"], "at(City 杭州)"],
    ["Photos of HANGZHOU", ["City Hangzhou", "City 杭州市"], "at(City Hangzhou)"],
    ["hangzhou", ["City 杭州市"], "nothing"],
    ["Xihu", ["District Xihu District"], "at(District Xihu District)"],
    ["sao paulo", ["City São Paulo"], "at(City São Paulo)"],
    ["广西的山水", ["Province 广西壮族自治区"], "at(Province 广西壮族自治区)"],
    ["大理", ["City 大理白族自治州"], "at(City 大理白族自治州)"],
    ["延边", ["City 延边朝鲜族自治州"], "at(City 延边朝鲜族自治州)"],
    ["沙", ["District 沙县"], "nothing"],
    ["上海", ["Province 上海市", "City 上海市"], "at(Province 上海市 | City 上海市)"],
    [
      "浙江杭州西湖",
      ["Province 浙江省", "City 杭州市", "District 西湖区"],
      "at(Province 浙江省 & City 杭州市 & District 西湖区)",
    ],
    [
      "West Lake, Hangzhou, China",
      ["Country China", "City Hangzhou", "District West Lake"],
      "at(District West Lake & City Hangzhou & Country China)",
    ],
    ["杭州和苏州", ["City 杭州市", "City 苏州市"], "at(City 杭州市 | City 苏州市)"],
    [
      "浙江杭州和上海",
      ["Province 浙江省", "City 杭州市", "Province 上海市", "City 上海市"],
      "at((Province 浙江省 & City 杭州市) | (Province 上海市 | City 上海市))",
    ],
    ["cat or dog", ["Province OR"], "nothing"],
    ["a nice view", ["City Nice"], "nothing"],
    ["Nice", ["City Nice"], "at(City Nice)"],
    ["not in Hangzhou", ["City Hangzhou"], "nothing"],
    ["sausalito", ["City Saus"], "nothing"],
  ])("%s", (sentence, places, conditions) => {
    expect(say(sentence, { places })).toBe(conditions);
  });

  it("are labels, if a label is written like them and no place is", () => {
    const known = { labels: ["china"], places: ["Country China"] };

    expect(say("a china cup", known)).toBe("china");
    expect(say("China", known)).toBe("at(Country China)");
    expect(say("CHINA", known)).toBe("at(Country China)");
    expect(say("西湖", { labels: ["西湖"], places: ["District 西湖区"] })).toBe("西湖");
  });
});
