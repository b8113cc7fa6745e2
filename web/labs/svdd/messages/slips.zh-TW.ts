// The handout's slips in problem 2, each in a few words, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./slips.en.ts";

export const slips: Translated<typeof En.slips> = {
  radius: "問題 (7) 對 R 不是凸的",
  zero: "α̂ 在 α = 0 是 0/0",
  count: "N 寫成 n",
};
