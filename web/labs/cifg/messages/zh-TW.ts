// Every word the frame of the lab shows, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./en.ts";
import { presetGroups, presets } from "./presets.zh-TW.ts";

export const en: Translated<typeof En.en> = {
  presetGroups,
  presets,
  stages: { label: "階段", cell: "細胞", flow: "梯度流", train: "訓練" },
  keys: [
    ["Tab", "到圖中的下一個控制點"],
    ["方向鍵", "移動控制點；加按 Alt 則微調"],
    ["C", "在紀錄帶或圖表上：沿著它的列或曲線走；再按 C 換下一條；Enter 在該處按下；Escape 結束"],
    [", 與 .", "播放器中退回或前進一條方程式"],
  ],
  loading: "載入中…",
  stageFailed: "無法載入這個階段。請重新載入頁面再試。",
};
