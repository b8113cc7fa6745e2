// Words in the pictures of claims that labs of points share, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./claim-plots.en.ts";

export const claimPlots: Translated<typeof En.claimPlots> = {
  standardised: "{title}（標準化）",
  point: "點",
  ofPoints: "/ {n}",
  previousPoint: "上一個點",
  nextPoint: "下一個點",
  gap: {
    primal: "原始 P",
    dual: "對偶 D",
    gap: "間隙 P − D",
    broken: "已破壞的憑證",
    kkt: "KKT 條件的最大違反量",
    name: "求解過程中的原始與對偶目標函數",
    gapName: "兩者的間隙（對數軸）",
    objective: "目標函數",
    gapAxis: "間隙",
    iteration: "迭代",
    describe: "原始與對偶目標函數，共 {iterations} 次迭代；最後原始為 {primal}，對偶為 {dual}。",
    describeBroken: "已破壞的憑證：原始為 {primal}，對偶為 {dual}。",
  },
  ledger: {
    name: "拉格朗日函數各項的累加",
    total: "L",
    saddle: "鞍點的 L",
    axis: "值",
    reset: "最佳乘數",
    describe: "以點 {point} 的乘數計算拉格朗日函數的各項：L 為 {value}，鞍點處為 {saddle}。",
    drawsName: "鞍點兩側的隨機抽樣",
    drawsAxis: "L − L*",
    drawsDescribe:
      "乘數抽樣 {below} 次，其中 {tooHigh} 次高於鞍點值；其他變數抽樣 {above} 次，其中 {tooLow} 次低於鞍點值。",
  },
  polyline: {
    slopes: "{left}, {right}",
    interval: "[{lo}, {hi}]",
    single: "只有 {lo}",
  },
};
