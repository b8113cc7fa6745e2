// The handout's slips in problem 3, each in a few words, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./slips.en.ts";

export const slips: Translated<typeof En.slips> = {
  leftOut: "漏了 δh、δo、δc̃ 與終點",
};
