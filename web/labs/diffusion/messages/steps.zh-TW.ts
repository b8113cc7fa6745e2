// Words that stages share which look at one step of the chain, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./steps.en.ts";

export const steps: Translated<typeof En.steps> = {
  caption: "t = {t}，共 {T} 步",
  told: "{caption}：{value}",
  oneStep: "這條鏈只有一步：t = 1。",
};
