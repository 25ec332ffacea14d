/**
 * Everyday words by which pictures are labelled, so that a sentence finds labels of the other language. It has some nouns
 * and nothing else: no verbs, no names, no synonyms within a language.
 */
const table = `
person 人 人物|people 人 人们|man 男人|woman 女人|child 孩子 儿童 小孩|children 孩子 儿童|baby 婴儿 宝宝|boy 男孩|girl 女孩
family 家庭 家人|friend 朋友|face 人脸|crowd 人群|portrait 人像 肖像|selfie 自拍|wedding 婚礼|bride 新娘|party 聚会 派对
birthday 生日|concert 演唱会 音乐会|dance 舞蹈|sport 运动|sports 运动 体育|football 足球|basketball 篮球|swimming 游泳
skiing 滑雪|hiking 徒步|camping 露营|travel 旅行 旅游|animal 动物|pet 宠物|cat 猫|dog 狗|bird 鸟|fish 鱼|horse 马
cow 牛|sheep 羊|pig 猪|chicken 鸡|duck 鸭子|rabbit 兔子|tiger 老虎|lion 狮子|elephant 大象|bear 熊|panda 熊猫
monkey 猴子|butterfly 蝴蝶|insect 昆虫|plant 植物|tree 树 树木|flower 花 花朵|grass 草|grassland 草原|leaf 叶子 树叶
forest 森林|garden 花园|park 公园|field 田野|farm 农场|mountain 山 山脉|snow 雪|ice 冰|desert 沙漠|island 岛屿 岛
beach 海滩 沙滩 海边|sea 海 大海|ocean 海洋|coast 海岸|wave 海浪|lake 湖 湖泊|river 河 河流|waterfall 瀑布|water 水
sky 天空|cloud 云|sun 太阳|moon 月亮|star 星星|rainbow 彩虹|rain 雨|fog 雾|sunset 日落 夕阳|sunrise 日出|night 夜晚
night view 夜景|scenery 风景 景色|landscape 风景 风光|nature 自然|city 城市|town 小镇|village 村庄|street 街道|road 道路 公路
bridge 桥 桥梁|building 建筑 建筑物|skyscraper 摩天大楼|house 房子 房屋|tower 塔|castle 城堡|temple 寺庙|church 教堂
museum 博物馆|school 学校|hospital 医院|shop 商店|market 市场|restaurant 餐厅 饭店|hotel 酒店|office 办公室|room 房间
kitchen 厨房|bedroom 卧室|door 门|window 窗户 窗|stairs 楼梯|furniture 家具|chair 椅子 座椅|table 桌子|bed 床|sofa 沙发
lamp 灯|book 书|paper 纸|document 文档 文件|computer 电脑 计算机|phone 手机 电话|camera 相机|television 电视|clock 时钟
toy 玩具|gift 礼物|bag 包|shoe 鞋 鞋子|hat 帽子|glasses 眼镜|clothes 衣服|dress 裙子 连衣裙|umbrella 雨伞|car 汽车
bus 公交车 公共汽车|truck 卡车|train 火车|subway 地铁|bicycle 自行车|motorcycle 摩托车|boat 船 小船|ship 轮船|airplane 飞机
airport 机场|food 食物 美食|fruit 水果|apple 苹果|vegetable 蔬菜|meat 肉|rice 米饭|noodle 面条|bread 面包|cake 蛋糕
coffee 咖啡|tea 茶|drink 饮料|beer 啤酒|wine 葡萄酒|fireworks 烟花|balloon 气球|music 音乐|guitar 吉他|piano 钢琴
painting 绘画 油画|statue 雕像|fountain 喷泉`;

const translations = new Map<string, string[]>();
for (const entry of table.split(/[|\n]/).filter(Boolean)) {
  const [, english = "", chinese = ""] = /^([a-z ]+?) ([^a-z]+)$/.exec(entry) ?? [];
  for (const word of chinese.split(" ")) {
    translations.set(english, [...(translations.get(english) ?? []), word]);
    translations.set(word, [...(translations.get(word) ?? []), english]);
  }
}

/** The names that a label has in the other of the two languages; none of most. */
export function translationsOf(name: string): readonly string[] {
  return translations.get(name) ?? [];
}
