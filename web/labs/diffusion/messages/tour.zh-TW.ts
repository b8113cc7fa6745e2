// The words of this lab's tour, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tour.en.ts";

export const tour: Translated<typeof En.tour> = {
  noise: {
    say: "按圖下的「跳到結尾」：資料變成雜訊。",
    came: "在 t = {t}，每個點保留原位置的 {share} %。剩下的與純雜訊相距 {kl} nats。",
  },
  train: {
    say: "開啟「訓練」階段，開始訓練。",
    came: "{steps} 步後，網路猜測雜訊的均方誤差是 {error}。一律猜 0 則是 {d}：它開始看出資料在哪裡了。",
  },
  break: {
    say: "開啟命題 4c，再按「破壞」：公式會被刻意改掉。",
    came: "{checks} 項檢查中有 {failing} 項未通過：同一個平均另用一種方式計算。",
  },
  mend: {
    say: "按「修復」。",
    came: "命題 4c 成立，{checks} 項檢查全部通過。",
  },
  bridge: {
    say: "開啟命題 4bridge，再按「顯示這個命題的範例」。",
    came: "線上的雙峰，一條 {T} 步的鏈：它的界與資料的熵差 {gap} nats。",
  },
  one: {
    say: "把步數降到 1。",
    came: "只有一步就是 VAE，界與熵差 {gap} nats：一個高斯得找到兩個峰。許多小步則做得到。",
  },
};
