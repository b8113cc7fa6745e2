// What is refused in Chinese text for Taiwan, by what can be seen of it.

/** Forms of the mainland, with what is said in Taiwan. */
const MAINLAND: readonly (readonly [form: RegExp, instead: string])[] = [
  [/數據/, "資料"],
  [/變量/, "變數"],
  [/默認|缺省/, "預設"],
  [/信息/, "資訊"],
  [/網絡/, "網路"],
  [/優化/, "最佳化"],
  [/采樣/, "取樣"],
  [/(?<![來往])回歸/, "迴歸"],
  [/支[持撐]向量/, "支援向量"],
  [/軟件/, "軟體"],
  [/硬件/, "硬體"],
  [/程序/, "程式"],
  [/屏幕/, "螢幕"],
  [/鼠標/, "滑鼠"],
  [/鏈接/, "連結"],
  [/加載/, "載入"],
  [/視頻/, "影片"],
  [/概率/, "機率"],
  [/方差/, "變異數"],
  [/均值/, "平均"],
  [/(?<!演)算法/, "演算法"],
  [/代碼/, "程式碼"],
  [/打印/, "列印"],
  [/保存/, "儲存"],
  [/搜索/, "搜尋"],
  [/設置/, "設定"],
  [/窗口/, "視窗"],
  [/文檔/, "文件"],
  [/菜單/, "選單"],
  [/激活/, "啟用"],
  [/噪聲/, "雜訊"],
  [/調用/, "呼叫"],
  [/用戶/, "使用者"],
  [/魯棒/, "穩健"],
  [/標籤頁/, "分頁"],
  [/剪貼板/, "剪貼簿"],
  [/界面/, "介面"],
  [/交互/, "互動"],
  [/分佈/, "分布"],
  [/[裏]/, "裡"],
  [/祇/, "只"],
  [/爲/, "為"],
  [/綫/, "線"],
  [/羣/, "群"],
];

/** Of several words for one thing the one that all labs use. */
const HOUSE: readonly (readonly [form: RegExp, instead: string])[] = [
  [/占(?!用)/, "佔"],
  [/愈/, "越"],
  [/抵消/, "抵銷"],
  [/成本/, "代價"],
  [/確切(?!地)/, "精確"],
  [/量測/, "測量"],
  [/程式庫/, "函式庫"],
  [/(?<!轉)折點/, "轉折點"],
  [/平方距離/, "距離平方"],
  [/區域最[大小佳]/, "局部最…"],
  [/偏置/, "偏差"],
];

/** The letters of Taiwan's own character set, without what others have added to it. */
function letters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = 0xa4; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if ((lead < 0xc7 || lead > 0xc8) && (trail < 0x7f || trail > 0xa0)) bytes.push(lead, trail);
  return new Set(new TextDecoder("big5").decode(new Uint8Array(bytes)));
}
const BIG5 = letters();
/** Simplified letters that are in it, with other meanings that nobody needs here. */
const SIMPLIFIED = new Set("万与么价优体厂听圣坏复宁庄异忆怀怜惊愿扑扰据机极构气泞洁离种筑胜荐适");

const HAN = /\p{Script=Han}/u;
const WIDE = "，。：；？！、";

/** Why this is no Chinese of Taiwan, or not set as it is; empty where nothing is seen. @param text without formulas and code */
export function faultsOf(text: string): string[] {
  const faults = [...MAINLAND, ...HOUSE].flatMap(([form, instead]) => {
    const found = form.exec(text)?.[0];
    return found === undefined ? [] : [`${found}: write ${instead}`];
  });
  for (const letter of text)
    if (HAN.test(letter) && (!BIG5.has(letter) || SIMPLIFIED.has(letter)))
      faults.push(`${letter}: simplified, or rare`);
  const seen = (pattern: RegExp, what: string) => {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) faults.push(`“${found}”: ${what}`);
  };
  seen(/\p{Script=Han}[,;:?!.](?=\s*(?:\p{Script=Han}|$))/u, "half-width punctuation");
  seen(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u, "no space between Chinese and Latin letters");
  seen(
    new RegExp(`(?<=\\S) [${WIDE}「『（」』）]|[${WIDE}「『（] (?!$)`, "u"),
    "a space beside full-width punctuation",
  );
  // Not those of a function, and none that hold a sum together.
  seen(
    /(?<![\p{Script=Latin}\p{Script=Greek}\p{N}]|[+·/−] )\([^()]*\p{Script=Han}[^()]*\)(?! [/·])/u,
    "half-width brackets around Chinese",
  );
  return faults;
}
