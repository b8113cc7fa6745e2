// What an open claim says of the handout's slips in it, besides their texts, in Traditional Chinese.

import type * as En from "./slips.en.ts";
import type { Translated } from "./translated.ts";

export const slips: Translated<typeof En.slips> = {
  heading: "講義的 {count} 處筆誤",
  corrected: "更正",
  printed: "照講義所印",
  broken: "這個命題現在以此破壞：下方的檢查顯示哪裡錯了。",
};
