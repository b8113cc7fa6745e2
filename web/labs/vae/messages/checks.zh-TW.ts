// The words of the checks of the VAE: what each measures, and why a claim says nothing here, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import { reasons as shared } from "../../../kit/messages/checks.zh-TW.ts";
import type * as En from "./checks.en.ts";

export const checks: Translated<typeof En.checks> = {
  "4v1": {
    "log-px": "log p(x)，與 z 格點上的和比較",
    likelihood: "E_q log p(x | z)，與 z 格點上的和比較",
    "prior-kl": "KL(q ‖ 先驗)，與 z 格點上的和比較",
    elbo: "ELBO，與 log p(x, z) − log q(z) 的和比較",
    gap: "間隙，與 KL(q ‖ 後驗) 比較，後驗取量得的動差",
    quadrature: "量得的 ELBO 加量得的間隙，與量得的 log p(x) 比較",
    identity: "ELBO 加間隙，與 log p(x) 比較",
    terms: "ELBO，與重建項減 KL 比較",
    nonnegative: "間隙低於 0 多少",
    mean: "後驗的平均，與格點所得比較，以其標準差計",
    covariance: "後驗的共變異數，與格點所得比較，以其標準差計",
    "best-var": "最佳變異數，與 log p(x, z) 曲率的倒數比較，最差的座標",
    "best-elbo": "最佳 q 的 ELBO，與格點上的和比較",
    best: "另一個 q 的 ELBO 比最佳 q 的高多少，數個中最差者",
    "network-log-px": "訓練好的網路：log p(x)，與先驗範圍的格點比較",
    "network-elbo": "訓練好的網路：ELBO，與以 q 的標準差為單位的格點比較",
    "network-gap": "訓練好的網路：間隙，與另外兩組格點比較",
    "network-sum": "訓練好的網路：ELBO 加間隙，與 log p(x) 比較",
  },
  "4v2": {
    terms: "每個座標的項，與 q log(q/p) 的積分比較，最差的座標",
    total: "各項的和，與積分的和比較",
    slopes: "對 m 與 log σ² 的導數，與積分的複數步比較，最差者",
    nonnegative: "項低於 0 多少，最差的座標",
    drawn: "log q − log p 在 q 的抽樣上的平均，最差的座標，以標準誤計",
    "drawn-total": "同上，各座標之和，以標準誤計",
  },
  "4v3": {
    gradient: "ELBO 的梯度，與 ELBO 的複數步比較，最差的分量",
    "reparameterised-variance": "重參數化：單次抽樣的變異數，與精確的動差比較，最差的分量",
    "score-variance": "分數函數：單次抽樣的變異數，與精確的動差比較，最差的分量",
    "reparameterised-mean": "重參數化：抽樣的平均，與梯度比較，最差者，以標準誤計",
    "score-mean": "分數函數：抽樣的平均，與梯度比較，最差者，以標準誤計",
    "reparameterised-spread": "重參數化：抽樣的變異數，與精確值比較，最差者，以標準誤計",
    "score-spread": "分數函數：抽樣的變異數，與精確值比較，最差者，以標準誤計",
    "same-mean": "兩種估計在同一批抽樣上的差，最差者，以標準誤計",
    "less-noise": "重參數化的變異數除以分數函數的變異數，最大的比值",
  },
  "4v4": {
    "both-reconstruction": "VAE 的重建項，與擴散模型的第 1 項比較",
    "both-prior": "VAE 的 KL，與擴散模型的先驗項比較",
    "both-total": "VAE 的界，與 T = 1 時擴散模型的界比較",
    sums: "兩個界各與自己各項的和比較，較差者",
    reconstruction: "兩個重建項，與全變異數公式比較，較差者",
    prior: "兩個 KL，與 log q(z | x₀) − log p(z) 的和比較，較差者",
    "decoder-var": "最佳的 s²，與由分數函數求得的 E Var[x₀ | z] 比較",
    entropy: "資料的熵，與另一種求和比較",
    "drawn-reconstruction": "兩個重建項，與抽樣比較，較差者，以標準誤計",
    "drawn-prior": "兩個 KL，與抽樣比較，較差者，以標準誤計",
    "drawn-total": "兩個界，與抽樣比較，較差者，以標準誤計",
    bound: "界低於熵多少",
  },
};

export const reasons: Translated<typeof En.reasons> = {
  ...shared,
  latent: "潛在座標太多：格點會太大。請選用有一或兩個潛在座標的模型。",
  overflow: "數值超出浮點數的範圍，或失去所有有效位數。請選用較小的數，或較大的雜訊。",
};
