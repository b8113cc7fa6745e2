// The words of the claims of problem 4, in Traditional Chinese: titles.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./claims.en.ts";

export const claims: Translated<typeof En.claims> = {
  claims: {
    "4a": {
      title: "許多小步的雜訊等於一大步",
    },
    "4b": {
      title: "反向一步是高斯的乘積",
    },
    "4c": {
      title: "預測雜訊就是預測 x₀",
    },
    "4d": {
      title: "KL 散度是加權的雜訊誤差",
    },
    "4r1": {
      name: "附註 1",
      title: "簡化損失需要哪一種含雜訊的輸入",
    },
    "4r2": {
      name: "附註 2",
      title: "最佳的雜訊預測就是分數函數",
    },
    "4r3": {
      name: "附註 3",
      title: "有雜訊與無雜訊的取樣器到達同一分布",
    },
    "4bridge": {
      name: "橋梁",
      title: "從一步到許多步",
    },
  },
};
