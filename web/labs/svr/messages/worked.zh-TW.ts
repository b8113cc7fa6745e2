// The words of the worked example besides its text, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./worked.en.ts";

export const worked: Translated<typeof En.worked> = {
  title: "手算：四個點，許多最佳的 b",
  fields: {
    C: { symbol: "C", label: "鬆弛變數的懲罰" },
    epsilon: { symbol: "ε", label: "管的半寬" },
  },
};
