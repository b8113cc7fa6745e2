// The words of this lab on the front door in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./door.en.ts";

export const door: Translated<typeof En.door> = {
  action: "把閘的偏差往左拖：網路開始遺忘。",
  caption: "損失在最後一步，梯度從那裡一路走回第一步。虛線：只靠遺忘閘能傳過多少。",
  axes: { t: "第 t 步", size: "梯度，log₁₀" },
  bias: "閘的偏差 {value}",
  ends: ["遺忘", "記住"],
  handle: "遺忘閘的偏差",
  describe:
    "耦合閘循環神經網路在 {T} 步上的梯度大小，遺忘閘的偏差是 {bias}。損失在最後一步。第一步得到最後一步梯度的 {share}；只靠遺忘閘會得到 {alone}。",
  begun: "第一步得到最後一步梯度的 {share}；原先是 {before}。再往左拖。",
  done: "第一步得到最後一步梯度的 {share}；原先是 {before}。只靠遺忘閘會得到 {alone}：其餘經過 h。",
};
