// The words of this lab on the front door, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./door.en.ts";

export const door: Translated<typeof En.door> = {
  action: "把 t 拖到底：資料變成雜訊。",
  caption: "兩個半月形的點。每一步把它們往 0 移一點，再加一點雜訊。",
  step: "t = {t}",
  ends: ["資料", "雜訊"],
  handle: "步 t",
  at: "第 {t} 步，共 {T} 步",
  describe:
    "兩個半月形的 {n} 個點，在第 {t} 步，共 {T} 步：每個點保留原位置的 {share} %，其餘是雜訊，平均與純雜訊相距 {kl} nats。",
  begun: "在 t = {t}，每個點保留原位置的 {share} %，其餘是雜訊：平均與純雜訊相距 {kl} nats。把 t 拖到底。",
  done: "在 t = {t}，每個點只保留原位置的 {share} %：平均與純雜訊相距 {kl} nats。取樣器從這樣的雜訊出發，走回資料。",
};
