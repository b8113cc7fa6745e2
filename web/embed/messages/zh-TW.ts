export const en: Readonly<Record<keyof typeof import("./en.ts").en, string>> = {
  title: "Proofground：{what}",
  noBase:
    "這個網頁沒有說明 Proofground 在哪裡：請用有 src 的 script 元素載入 proofground-embed.js，或給 <proofground-lab> 屬性 base。",
  otherVersion:
    "<proofground-lab> 已經由來自 {knownBase} 的 {known} 版定義。沿用該版，來自 {base} 的 {version} 版不採用。",
};
