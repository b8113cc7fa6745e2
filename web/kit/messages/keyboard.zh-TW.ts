// Words of a main plot's keyboard, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./keyboard.en.ts";

export const keyboard: Translated<typeof En.keyboard> = {
  picked: "已拿起。方向鍵移動，Enter 放下，Escape 放回原處。",
  cross: "十字在 {x}, {y}。按 Enter 在此新增點。",
};
