// The words of the balance sheet of a bound, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./balance-sheet.en.ts";

export const balanceSheetWords: Translated<typeof En.balanceSheetWords> = {
  term: "nats",
  heads: { exact: "精確值", sampled: "取樣值" },
  plusMinus: "{value} ± {error}",
  undefined: "—",
};
