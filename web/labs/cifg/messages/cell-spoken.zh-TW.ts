// What is said of the pictures of the stage "Cell" besides their names, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./cell-spoken.en.ts";

export const cellSpoken: Translated<typeof En.cellSpoken> = {
  between: { sentences: "", entries: "；" },
  tape: {
    title: "所有狀態與 δ",
    range: "{letter} 從 {low}（t = {lowT}，單元 {lowUnit}）到 {high}（t = {highT}，單元 {highUnit}）。",
    level: "{letter} 處處都是 {value}。",
    largest: "目前最大的 δ：t = {t}、單元 {unit} 的 {letter}，為 {value}。",
    noDelta: "還沒有計算任何 δ。",
    wrong: "錯誤：{list}。",
    wrongMore: "錯誤：{list}；另有 {more} 個。",
    wrongEntry: "t = {t}、單元 {unit} 的 {letter}：應為 {right}，卻是 {wrong}",
    curve: "{letter}，單元 {unit}",
    at: "t = {t}：{letter} 為 {value}",
    atWithDelta: "t = {t}：{letter} 為 {value}，{deltaLetter} 為 {delta}",
    unknown: "t = {t}：{letter} 還沒有計算",
  },
  horizon: {
    title: "記憶能到多遠",
    first:
      "單元 {unit} 的 c(1)，到 T 時有 {product} 留在細胞內，量到的是 {diagonal}。所有單元：最大乘積 {productNorm}，範數 {norm}，經過 h 的部分 {throughH}。",
    share: "經過 h 的比例在 t = {t} 最大：{share} %。",
    at: "t = {t}：{value}",
    atShare: "t = {t}：{value} %",
  },
};
