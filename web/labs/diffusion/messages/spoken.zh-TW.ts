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
  posterior: {
    title: "位置、平均與標準差",
    value: "值",
    sd: "標準差",
    places: "x₀ 在 {x0}，xₜ 在 {xt}；兩者之間的雜訊 ε 是 {eps}。",
    shares: "後驗平均 {mean} 中，{x0} 來自 x₀，{xt} 來自 xₜ。",
    forms: "你猜的 εθ 是 {guess}：它把平均放在 {noiseForm}；由 x̂₀ 得到的相同，只差 {difference}。",
    oneForm: "你猜的 εθ 是 {guess}：它把平均放在 {noiseForm}。",
    costs: "|ε − εθ|² 是 {error2}；兩種反向步的 KL 是 {kl}，加權的誤差是 {weighted} nats。",
    infinite: "|ε − εθ|² 是 {error2}；第一步的權重是無限大。",
    best: "可能的最佳猜測 ε* 是 {best}，誤差平方 {error2}。",
  },
  train: {
    title: "箭頭",
    charts: "各 t 的誤差",
    place: "位置",
    step: "步",
    lossOf: "一次更新的平均損失，{loss}",
    grid: "網格上有 {count} 個箭頭；旁邊有 {points} 個資料點。",
    longest: "最長的確切箭頭長 {length}，在 {place}。",
    apart: "{name}：離確切的箭頭最遠 {most}，在 {place}；最近 {least}。",
  },
  sample: {
    title: "粒子",
    charts: "兩種距離",
    particle: "粒子",
    spans: "{name}：{count} 個粒子，x₁ 由 {xLow} 到 {xHigh}，x₂ 由 {yLow} 到 {yHigh}。",
    of: "{title}，{name}",
  },
  elbo: { title: "這張圖的曲線" },
};
