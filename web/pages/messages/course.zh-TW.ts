import type { Translated } from "../../host/messages/translated.ts";

export const course: Translated<typeof import("./course.en.ts").course> = {
  link: "用於課程",
  title: "用於課程 · {site}",
  says: "每個命題的任務、連結與所需時間，每一題的課程連結，以及繳交、授權與隱私。",
  heading: "用於課程",
  begin:
    "每個命題都有任務：學生在實驗室中達成的小目標，由求解器測量。連結會開啟實驗室與其任務；完成的答案寫入一個檔案，由你在另一個頁面開啟。",
  syllabus: "課程連結",
  syllabusSays: "每一題一個連結，開啟實驗室與任務清單。不需要的任務可以從連結中刪去。",
  problem: "第 {problem} 題：{lab}",
  amount: "共 {tasks} 個任務；已證明這些命題的人約需 {minutes} 分鐘。",
  students: "給學生：開啟任務",
  teacher: "給老師：開啟這些任務的繳交檔",
  platform: "在學習平台 (SCORM) 中，項目的參數：",
  statement: "命題",
  tasks: "任務",
  minutes: "分鐘",
  level: "難度 {level}（最高 3），{minutes} 分鐘",
  none: "沒有任務",
  handIn: "繳交",
  handInSays: [
    "任務清單中的「繳交」會把完成的答案寫成檔案，並說明檔案的內容；姓名是學生輸入的文字，學生同意時才寫入時間。",
    "教師頁面可以一次開啟許多檔案，以相同的求解器重新計算每份答案，並標示檔案與計算不符之處。查不出來的事，頁面也會說明。",
  ],
  cite: "如何引用",
  citeSays: "{site}，版本 {version}。原始碼旁的檔案 CITATION.cff 有程式可讀的同樣內容。",
  licence: "授權",
  licenceSays: "MIT：可以使用、修改與散布，但須附上著作權聲明。",
  privacy: "隱私",
  privacySays:
    "所有計算都在瀏覽器中完成，資料、姓名與答案都不會離開瀏覽器。沒有帳號、cookie、計數器，也不向其他網站發出請求。學生繳交的是自己看過、自己送出的檔案。",
};
