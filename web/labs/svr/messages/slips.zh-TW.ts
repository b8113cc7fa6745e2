// The handout's slips in problem 1, each in a few words, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./slips.en.ts";

export const slips: Translated<typeof En.slips> = {
  isIn: "「=」應為「∈」：最佳的 b 是集合",
  denoteW: "「記 w」其實是要證明的命題",
  rows: "e 缺下標，兩個乘數只寫了一個",
};
