// Every word of the dialog that brings data in, in Traditional Chinese.
import type * as En from "./import.en.ts";
import type { Translated } from "./translated.ts";

export const importing: Translated<typeof En.importing> = {
  title: "匯入你自己的資料",
  intro: "一張數字表：每個點一列，每個量一欄。可以拖放檔案、選擇檔案，或從試算表貼上幾列。",
  file: "選擇檔案…",
  paste: "或貼在這裡",
  placeholder: "x,y\n1,2.5\n2,3.1",
  waiting: "還沒有內容可讀。",
  pasted: "貼上的內容",
  reading: "正在讀取 {name}…",
  unreadable: "無法讀取這個檔案。它可能被移動或改過。",
  found: "{rows} 列、{columns} 欄；以{separator}分隔，小數記號是{decimal}。",
  remarks: "略過 {count} 行以 # 開頭的文字。",
  separators: { comma: "逗號", semicolon: "分號", tab: "定位字元", bar: "直線符號", spaces: "空格" },
  decimals: { point: "點", comma: "逗號" },
  header: "第一列是欄名",
  decimal: "小數",
  marks: { auto: "依檔案判斷", point: "用點：1.5", comma: "用逗號：1,5" },
  columns: "欄",
  column: "欄",
  asInput: "x",
  first: "前幾個值",
  useAsInput: "以 {name} 作為輸入 x",
  unnamed: "第 {index} 欄",
  all: "全部作為輸入",
  none: "不要輸入",
  needInput: "請至少選擇一欄作為輸入 x。",
  needInputs: "請選擇 {count} 欄作為輸入 x。",
  tooManyInputs: "輸入最多 {limit} 欄；目前選了 {found} 欄。",
  apply: "使用這些欄",
  cancel: "取消",
  kept: "本頁的資料維持不變。",
};

export const problems: Translated<typeof En.problems> = {
  empty: "裡面什麼都沒有：沒有任何一行含有值。",
  "too-big": "它有 {found} MB；這裡最多只能讀 {limit} MB。",
  binary: "它不是文字：看起來是圖片、試算表檔案或其他程式的格式。請先存成 CSV。",
  "one-column": "它只有一欄。擬合至少需要兩欄：輸入與目標。各欄可用 , ; | 定位字元或空格分隔。",
  ragged: "第 {line} 行有 {found} 個值，但第一行有 {expected} 個。",
  "open-quote": "第 {line} 行的引號沒有結束。",
  "mixed-decimals": "第 {line} 行第 {column} 欄：「{text}」的小數記號與前面的值不同。",
  "unclear-comma":
    "第 {line} 行第 {column} 欄：「{text}」可能是帶千分位的整數，也可能是三位小數。請在下方選擇小數的寫法，或改用小數點。",
  "unclear-point":
    "第 {line} 行第 {column} 欄：「{text}」可能是帶千分位的整數，也可能是三位小數。請在下方選擇小數的寫法。",
  "no-rows": "它有一列欄名，下面卻沒有值。",
  "too-many-rows": "它有超過 {limit} 列的值，本頁最多只能用這麼多。",
  "too-many-columns": "它有 {found} 欄；最多只能用 {limit} 欄。",
  missing: "第 {line} 行第 {column} 欄是空的。",
  "not-number": "第 {line} 行第 {column} 欄：「{text}」不是數字。",
  "not-finite": "第 {line} 行第 {column} 欄：「{text}」不是有限的數。",
  "too-large": "第 {line} 行第 {column} 欄：「{text}」太大；絕對值最大可到 1e100。",
  "too-small": "第 {line} 行第 {column} 欄：「{text}」太接近零，無法精確表示；請用 0 或換單位。",
};
