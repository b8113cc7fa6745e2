// The words of sound, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./sound.en.ts";

export const sound: Translated<typeof En.sound> = {
  gap: "逐步聆聽對偶間隙",
  loss: "訓練時聆聽損失",
  none: "這個瀏覽器無法發出聲音。",
  refused: "瀏覽器尚未允許播放聲音，或沒有音訊裝置。再按一次可重試。",
  nothing: "圖中看不到這條曲線，因此沒有聲音可聽。",
};
