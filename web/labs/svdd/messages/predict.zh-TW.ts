// What this lab asks before a control shows what it does, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./predict.en.ts";

export const predict: Translated<typeof En.predict> = {
  outside: { ask: "哪些點會在球外？", name: "球外的點" },
  outsideCount: { ask: "球外的點數會如何變化？", name: "球外的點數" },
  supportCount: { ask: "支援向量的個數會如何變化？", name: "支援向量的個數" },
  radius: { ask: "半徑平方 ρ 會如何變化？", name: "半徑平方 ρ" },
  radiusPlace: { ask: "半徑平方 ρ 會是多少？", name: "半徑平方 ρ" },
};
