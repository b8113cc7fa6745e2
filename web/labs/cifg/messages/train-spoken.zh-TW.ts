// What is said of the pictures of the stage "Train" besides their names, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./train-spoken.en.ts";

export const trainSpoken: Translated<typeof En.trainSpoken> = {
  between: { sentences: "", entries: "；" },
  plot: {
    title: "保留的值與預測",
    place: "序號",
    truth: "保留的值從 {low} 到 {high}。",
    errors: "均方誤差，由小到大：{list}。",
    error: "{name} {error}",
    farthest: "{cell} 在 {at} 差得最多：它說 {said}，真實值是 {truth}。",
    at: "{at}：{value}",
  },
  charts: {
    title: "訓練中的誤差與損失",
    start: "{cell}：保留資料的誤差起初為 {error}。",
    error: "{cell}：保留資料的誤差從 {first} 到 {last}；{steps} 步後最小，為 {least}。",
    loss: "{cell}：一個批次的損失從 {first} 到 {last}。",
    norm: "{cell}：梯度範數最大為 {norm}；{all} 步中有 {clipped} 步截斷。",
    errorName: "保留資料的誤差，{cell}",
    lossName: "訓練損失，{cell}",
    at: "{steps} 步後：{value}",
  },
  gates: {
    title: "內部，逐步",
    said: "{cell}：最後一步它說 {said}；要的是 {target}。",
    gate: "{cell}：f 介於 {low} 與 {high} 之間，平均 {mean}；單元 {unit} 的 f 最大，平均 {keeps}。",
    states: "{cell}：c 從 {low} 到 {high}。",
    meanOf: "{name} 的平均，{cell}",
    saidBy: "{cell} 說的值",
    at: "t = {t}：{value}",
  },
};
