// The handout's slips in problem 4, each in a few words, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./slips.en.ts";

export const slips: Translated<typeof En.slips> = {
  end: "ᾱ 在 T 很小，但不是 0",
  perfect: "沒有網路能完美預測 ε",
  alpha: "用了 αₜ 卻沒定義",
  const: "散度的「const」是 0",
  average: "只有一邊對 x₀ 取平均",
  first: "t = 1 的權重是無限大",
  root: "√ᾱₜ 寫成 √αₜ",
};
