// What this lab asks before a control shows what it does, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./predict.en.ts";

export const predict: Translated<typeof En.predict> = {
  gap: { ask: "log p(x) 與這個 q 的 ELBO 之間的間隙會如何變化？", name: "間隙 (nats) " },
  evidence: { ask: "log p(x) 會如何變化？", name: "log p(x) (nats) " },
  evidencePlace: { ask: "log p(x) 會是多少 nats？", name: "log p(x) (nats) " },
  error: { ask: "抽樣所得 ELBO 的標準誤會如何變化？", name: "標準誤 (nats) " },
  errorPlace: { ask: "抽樣所得 ELBO 的標準誤會是多少 nats？", name: "標準誤 (nats) " },
  outside: { ask: "樣本中超出 0 到 1 的像素數會如何變化？", name: "超出 0 到 1 的像素數" },
};
