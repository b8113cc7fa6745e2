// Words of an open claim that labs share, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./checks.en.ts";

export const onSample: Translated<typeof En.onSample> = "{label}（只取部分的點）";

/** Why a claim says nothing here, by code: of any lab. */
export const reasons: Translated<typeof En.reasons> = {
  "no-difference": "這個錯誤在這份資料上沒有影響：命題仍然成立。",
};

/** Likewise of a lab of points. */
export const pointReasons: Translated<typeof En.pointReasons> = {
  ...reasons,
  "not-converged": "求解器尚未達到容許誤差就停了，目前還不是最佳解。請按圖上的「繼續」，或選用較大的容許誤差。",
  overflow: "核函式在這些點上的值超出浮點數的範圍。請選用較小的 γ 或次數，或將資料標準化。",
  "kernel-not-psd": "核函式在這些點上有負的特徵值：沒有任何特徵映射具有這樣的內積，而命題只談有特徵映射的核函式。",
};
