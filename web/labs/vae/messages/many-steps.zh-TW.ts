// The words of the way from one step to many, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./many-steps.en.ts";

export const manySteps: Translated<typeof En.manySteps> = {
  link: "改成很多步：在擴散實驗室使用同樣的資料",
  gap: "只用一步時，界比資料的熵高 {gap} nats（兩個峰在 ±{modes}，寬度 {modeSd}，ᾱ₁ = {alphaBar}）。許多小步幾乎能消除這段差距，只要各步的變異數選得好。",
  title: "從一步到許多步",
};
