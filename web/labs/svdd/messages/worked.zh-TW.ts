// The words of the worked example besides its text, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./worked.en.ts";

export const worked: Translated<typeof En.worked> = {
  title: "手算：三個點，許多最佳的 ρ",
  fields: { twelfths: { label: "ν，以十二分之一為單位", hint: "8 正好是 ν = 2/3，兩邊代價相等。" } },
};
