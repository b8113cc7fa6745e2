// The words of the worked example besides its text, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./worked.en.ts";

export const worked: Translated<typeof En.worked> = {
  title: "手算：加兩步雜訊，再走回來",
  fields: {
    beta1: { symbol: "β₁", label: "第 1 步的雜訊" },
    beta2: { symbol: "β₂", label: "第 2 步的雜訊" },
    x0: { symbol: "x₀", label: "鏈的起點" },
    x2: { symbol: "x₂", label: "觀察到的位置" },
  },
};
