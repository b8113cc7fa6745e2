// What the stages say of their pictures to those who do not see them, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./spoken.en.ts";

export const spoken: Translated<typeof En.spoken> = {
  elbo: { title: "這張圖的曲線" },
};
