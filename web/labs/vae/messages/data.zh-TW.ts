// Words of the lab about its data, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./data.en.ts";

export const data: Translated<typeof En.data> = {
  preset: "起始狀態",
  edited: "{name}（已編輯）",
  digitsSource:
    "手寫數字：Alpaydin and Kaynak, UCI Machine Learning Repository (1998), doi.org/10.24432/C50P49, CC BY 4.0：其測試部分的全部 1,797 張。",
  x: { title: "x", name: "資料點 x" },
  b: { title: "b", name: "解碼器的截距 b" },
  D: { title: "D{j}", name: "解碼器矩陣 D 的第 {j} 行" },
  label: { title: "類別", name: "影像的類別，0 到 9；−1 表示沒有類別" },
  pixel: { title: "p{p}", name: "第 {row} 列第 {column} 行的墨量，0 到 16" },
  outside: "{value} 不在 {least} 到 {most} 之間，保留原來的值。",
  noRemove: "x 至少要有一個座標。",
  taken: "已讀入 {n} 張你的影像，{scale}。按「復原」可恢復原來的影像。",
  scales: {
    "1": "像素值為 0 到 1",
    "16": "像素值為 0 到 16",
    "255": "灰階為 0 到 255，值越大墨越濃",
  },
  cutFromPicture: "由圖片切割而成",
  range: "第 {row} 列有 {value}：像素值應為 0 到 1、0 到 16 或 0 到 255。頁面上的影像保持不變。",
  wrongLabel: "第 {row} 列的類別是 {value}：類別應為 0 到 9 的整數，或以 −1 表示沒有類別。內容保持不變。",
  intro:
    "每列是一張 8×8 像素的影像：64 欄墨量，從影像最上面一列開始；若有類別則再加一欄。可以拖放檔案、選擇檔案，或從試算表貼上。",
  placeholder: "label,p0,p1,p2,…\n3,0,0,7,…\n8,0,0,9,…",
  classes: { title: "類別", use: "以 {name} 作為類別", none: "沒有類別" },
  picture: "圖片…",
  pictureRefused: {
    bytes: "圖片超過 10 MB。內容保持不變。",
    side: "圖片的邊長超過 4096 像素。內容保持不變。",
    unreadable: "瀏覽器無法將這個檔案讀成圖片。內容保持不變。",
  },
  tiles: {
    title: "把圖片切成影像",
    intro: "寬 {width}、高 {height} 像素。每一小塊成為一張 8×8 像素的影像。",
    columns: "每列的塊數",
    rows: "塊的列數",
    dark: "深色為墨",
    preview: "各小塊變成的影像",
    count: "共 {n} 張影像。",
    some: "{all} 塊中的前 {n} 塊：再多就放不進連結。",
    use: "使用這些影像",
  },
  files: {
    data: { label: "模型 (CSV)", hint: "x、b 與 D，x 的每個座標一列" },
    images: { label: "你的影像 (CSV)", hint: "類別與 64 個像素，每張影像一列" },
    dataPart: "model",
    imagesPart: "images",
  },
};
