// What the stages say of their pictures to those who do not see them, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./spoken.en.ts";

export const spoken: Translated<typeof En.spoken> = {
  join: "",
  list: "；",
  none: "–",
  forward: {
    picture: {
      title: "動差",
      signal: "在 t = {t}：ᾱ 為 {signal}，1 − ᾱ 為 {noise}，到先驗的 KL 為 {kl} nats。",
      exact: "qₜ 的確切值：平均 ({m1}, {m2})，變異數 {v1} 與 {v2}，共變異數 {c}。",
      closed: "封閉形式的粒子：平均 ({m1}, {m2})，變異數 {v1} 與 {v2}。",
      walked: "逐步走的粒子：平均 ({m1}, {m2})，變異數 {v1} 與 {v2}。",
      peak: "qₜ 的最大密度是 {peak}。",
    },
    lanes: {
      title: "排程與動差對 t",
      names: {
        beta: "βₜ",
        snr: "SNR",
        kl: "到先驗的 KL",
        signal: "ᾱₜ",
        noise: "1 − ᾱₜ",
        variances: ["x₁ 的變異數，確切值", "x₂ 的變異數，確切值", "x₁ 的變異數，粒子", "x₂ 的變異數，粒子"],
      },
      columns: [
        "t",
        "βₜ",
        "ᾱₜ",
        "SNR",
        "x₁ 的變異數，確切值",
        "x₂ 的變異數，確切值",
        "x₁ 的變異數，粒子",
        "x₂ 的變異數，粒子",
        "到先驗的 KL，nats",
      ],
    },
  },
  elbo: { title: "這張圖的曲線" },
};
