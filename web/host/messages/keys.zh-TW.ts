// Words of the sheet of keys, in Traditional Chinese.
import type * as En from "./keys.en.ts";
import type { Translated } from "./translated.ts";

export const keys: Translated<typeof En.keys> = {
  title: "按鍵",
  everywhere: "任何地方",
  lab: "在這個實驗室",
  undo: "復原",
  redo: "重做",
  help: "顯示這張表",
  slider: "在滑桿上：移動一格；按 Page Up 與 Page Down 則是十格",
  sound: "按下喇叭按鈕之前沒有聲音：按下後播放旁邊的曲線，曲線越高，音也越高。按 Escape 可靜音。",
  escape: "關閉面板；在數字框中則取消剛才輸入的內容",
};
