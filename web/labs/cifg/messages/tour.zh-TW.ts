// The words of this lab's tour in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tour.en.ts";

export const tour: Translated<typeof En.tour> = {
  dial: {
    say: "拖曳轉盤的控制點：它會移動遺忘閘的偏差。",
    came: "第 {t} 步時單元 {unit} 的閘現在是 f = {f}：舊的內容細胞保留這麼多，新的內容取 {rest}。一個數同時決定兩者。",
  },
  break: {
    say: "開啟命題 3b，再按「破壞」：梯度會少掉一條路徑。",
    came: "{checks} 項檢查中有 {failing} 項未通過；對照的梯度是用另一種方法求得的。",
  },
  mend: {
    say: "按「修復」。",
    came: "命題 3b 成立，{checks} 項檢查全部通過。",
  },
  flow: {
    say: "開啟「梯度流」階段。",
    came: "這裡有個較大的細胞運行 {T} 步。圖中顯示每一步的梯度有多大。",
  },
  open: {
    say: "把遺忘閘的偏差往右移到 4 或更大：閘打開。",
    came: "第一步得到最後一步梯度的 {share}。打開的閘把它一路傳了回來。",
  },
  shut: {
    say: "再把它往左移到 −4 或更小：閘關上。",
    came: "若只有 f 傳遞梯度，第一步會得到 {alone}。實際得到 {share}：其餘經過 h，而常見的說法漏掉了這一部分。",
  },
};
