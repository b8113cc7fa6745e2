// The words of the worked example besides its text, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./worked.en.ts";

export const worked: Translated<typeof En.worked> = {
  title: "手算：細胞走兩步，再走回來",
  fields: {
    x1: { symbol: "x₁", label: "第 1 步的輸入" },
    x2: { symbol: "x₂", label: "第 2 步的輸入" },
    U_f: { symbol: "U_f", label: "從 h 到遺忘閘" },
    b_f: { symbol: "b_f", label: "遺忘閘的偏差" },
  },
};
