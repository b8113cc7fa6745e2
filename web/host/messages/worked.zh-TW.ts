// What the sheet of a worked example says besides its text, in Traditional Chinese.
import type { Translated } from "./translated.ts";
import type * as En from "./worked.en.ts";

export const worked: Translated<typeof En.worked> = {
  open: "手算範例",
  settings: "設定",
  none: "無",
  holds: "是",
  fails: "否",
  trouble: "求解器拒絕了這組設定，以下仍是先前設定的數值。請更改設定。",
};
