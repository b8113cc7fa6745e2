// Words beside a handle that is placed without a drag, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./placing.en.ts";

export const placing: Translated<typeof En.placing> = {
  place: "按下要放的位置；按 Escape 或再按一次則放開。",
};
