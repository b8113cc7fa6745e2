// The words of a player, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./player.en.ts";

export const player: Translated<typeof En.player> = {
  label: "逐步播放",
  play: "播放",
  pause: "暫停",
  back: "後退一步",
  forward: "前進一步",
  first: "回到開頭",
  last: "跳到結尾",
  position: "位置",
  caption: "第 {k} 步，共 {count} 步",
  speed: "速度",
  perSecond: "每秒 {count} 步",
  none: "目前沒有可逐步檢視的內容。",
};
