// The keys of a main plot with points, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./keys.en.ts";

export const keys: Translated<typeof En.keys> = {
  arrows: ["方向鍵", "在點之間移動；移動已拿起的點；沒有點時移動十字"],
  enter: ["Enter", "拿起或放下點；在十字處新增點"],
  add: ["A 或 Insert", "在圖上放置十字，以新增點"],
  remove: ["Delete", "移除點"],
  escape: ["Escape", "把點放回原處；取消選取"],
  fine: ["Alt + 方向鍵", "小幅移動點"],
  weigh: ["Page Up 與 Page Down", "加重、減輕點"],
  zoom: ["+ 與 −", "放大與縮小"],
  pan: ["Shift + 方向鍵", "移動檢視範圍（未拿起點時）"],
  walk: ["C", "用方向鍵沿著曲線走，並聽到它的值；按 C 或 Escape 結束"],
  all: ["0", "顯示全部資料"],
  step: [", 與 .", "在求解過程中後退一步、前進一步"],
  activeSet: ["N 與 P", "在求解過程中跳到下一個、上一個有效集步"],
};
