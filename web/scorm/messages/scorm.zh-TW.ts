// 學習平台中，頁面上方那一列的文字。
import type { Translated } from "../../host/messages/translated.ts";
import type { en as english } from "./scorm.en.ts";

export const en: Translated<typeof english> = {
  title: "Proofground",
  frame: "Proofground：{lab}",
  progress: "{all} 個命題中，已開啟並確認成立 {done} 個。",
  completed: "{all} 個命題全部開啟並確認成立：已完成。",
  tasksProgress: "{all} 個任務中，已完成 {done} 個。",
  tasksCompleted: "{all} 個任務全部完成。",
  kept: "學習平台會保留你的作業。",
  review: "這次只供檢視：學習平台要求不做任何紀錄。",
  none: "這個頁面外找不到學習平台。一切功能都能使用，但不會留下紀錄。",
  refusedToBegin: "學習平台沒有開始記錄。一切功能都能使用，但不會留下紀錄。",
  tooLarge: "你的資料超過學習平台的容量（{most} 個字元）：進度會保留，資料不會。請自行保留資料的連結。",
  noLink: "你的資料超過學習平台與連結的容量：進度會保留，資料不會。請使用頁面中的「匯出」。",
  copy: "複製連結",
  copied: "已複製",
  notCopied: "瀏覽器不允許複製。連結：{link}",
  trouble: "學習平台拒絕了一次呼叫（{call}；{why}）。頁面會繼續運作。",
  error: "錯誤 {code}：{message}",
  notFound: "這個套件中沒有「{lab}」實驗室：開啟第一個實驗室。",
  unknownTasks: "這個套件中沒有這些任務，不予計算：{tasks}。",
};
