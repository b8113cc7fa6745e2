// What is said of the plots of the claims of problem 3 besides their names and captions, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./claim-spoken.en.ts";

export const claimSpoken: Translated<typeof En.claimSpoken> = {
  between: { sentences: "", entries: "；", numbers: ", " },
  at: "t = {t}，單元 {unit}",
  range: "從 {low} ({lowAt}) 到 {high} ({highAt})。",
  apart: "兩條途徑最多差 {error}；檢查容許 {tolerance}。",
  heads: { at: "步與單元", step: "第 t 步", unit: "單元", entry: "列，行", part: "部分", error: "誤差" },
  values: "{name}：{values}",
  segments: { title: "各線段", unit: "單元 {unit}：c̃ {candidate}，舊狀態 {before}，f {f}，c {now}" },
  lane: { title: "每一步的 {name}" },
  nodes: { title: "同一步的所有 δ" },
  terms: { title: "各項" },
  gradient: { title: "梯度", values: "梯度逐列為：{values}。" },
  errors: { title: "誤差", worst: "與複數步相比最大的誤差：{name} 的 {error}。", wrong: "錯誤的元素" },
  ledger: { path: "各部分，按邊拆開", source: "各部分，按損失所在的步拆開" },
  horizon: { sizes: "大小", parts: "兩個部分", matrices: "各矩陣", matrix: "{name}，逐列為：{values}。" },
};
