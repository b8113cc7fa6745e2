// Every word the frame of the lab shows, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./en.ts";
import { presetGroups, presets } from "./presets.zh-TW.ts";

export const en: Translated<typeof En.en> = {
  presetGroups,
  presets,
  stages: { label: "階段", bound: "下界", train: "VAE", digits: "以擴散生成手寫數字", compare: "並列比較" },
  keys: [
    ["Tab", "移到圖中的下一個控制點"],
    ["方向鍵", "移動控制點；加按 Alt 時微調；在影像上則選取一張"],
    ["C", "用方向鍵沿著圖中的曲線走，聽它的值；再按 C 換下一條，Escape 結束"],
    ["空白鍵、Delete、+、−", "在畫板或遮罩上：塗上像素、清除像素、增減墨量"],
  ],
  loading: "載入中…",
  stageFailed: "無法載入這個階段。請重新載入頁面再試一次。",
};
