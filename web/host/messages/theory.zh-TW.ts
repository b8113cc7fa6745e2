// What stands around a derivation, in Traditional Chinese.
import type * as En from "./theory.en.ts";
import type { Translated } from "./translated.ts";

export const theory: Translated<typeof En.theory> = {
  beyond: "講義之外",
  asks: "每一步都先問一個問題。先回答，再展開。",
  tellAll: "展開所有步驟",
  foldAll: "收合所有步驟",
};
