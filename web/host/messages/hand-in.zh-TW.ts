// 產生繳交檔的對話框文字。
import type { handIn as english } from "./hand-in.en.ts";
import type { Translated } from "./translated.ts";

export const handIn: Translated<typeof english> = {
  title: "繳交",
  nothing: "還沒有可以繳交的內容：這個瀏覽器中沒有完成的任務。",
  checking: "正在重新計算你的答案：{all} 份中的 {done} 份…",
  tasks: "檔案中的任務",
  done: "已完成",
  notDone: "不再是完成",
  failed: "未重新計算",
  who: "姓名",
  whoHint: "老師認得的名字。可以留空。",
  times: "寫入我完成每個任務的時間",
  timesHint: "依這部機器的時鐘，精確到秒 (UTC)。不勾選時，檔案中沒有任何時間。",
  inside: "檔案的內容",
  contents: [
    "你輸入的姓名。",
    "每個任務的答案（實驗室的資料、參數與輸入），以及求解器測得的數值。",
    "Proofground 的版本，以及求解器在這個瀏覽器中計算結果的指紋（一段短碼）。",
    "此外沒有別的：沒有瀏覽器或機器的資料，也沒有你的其他嘗試。",
  ],
  sees: "老師會看到什麼",
  teacher:
    "老師在 Proofground 的一個頁面開啟檔案。頁面會重新計算每份答案，並顯示你的姓名、任務、完成與否，以及測得的數值。檔案與重算結果不一致之處，以及兩位學生的答案中相同的長數字，都會標示出來。",
  page: "教師頁面",
  show: "檔案的實際內容",
  cut: "…其餘 {more} 個字元",
  save: "儲存檔案",
  saved: "已儲存 {name}。檔案還沒有送出：請在老師指定的地方繳交。",
  copy: "複製文字",
  copied: "已複製。還沒有送出：請貼到老師指定的地方。",
  copyByHand: "這裡不允許複製。請改為儲存檔案。",
  none: "沒有勾選任何任務。",
};
