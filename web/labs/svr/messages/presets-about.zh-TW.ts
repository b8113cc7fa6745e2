// What each data set but the first one shows, and its source, in Traditional Chinese.
import { sets } from "../../../data/messages/zh-TW.ts";
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./presets-about.en.ts";

const { faithful, cars, co2, lynx, airPassengers, iris, digits } = sets;

export const abouts: Translated<typeof En.abouts> = {
  faithful: {
    about: "噴發得久，下一次就要等得久。點聚成兩團，一條曲線穿過兩團。",
    source: faithful.source,
  },
  cars: {
    about: "1920 年代的汽車。距離增加得比速度快，所以二次的核函式適合它。",
    source: cars.source,
  },
  co2: {
    about:
      "上升的趨勢加上每年的波動。窄的核函式跟得上每個季節，但一離開資料就回落到 b。把 γ 調低到 1，就只剩上升的趨勢。",
    source: co2.source,
  },
  "co2-season": {
    about: "相同的月份，再以一年中的時間作為另外兩個輸入，寬的核函式就能把波動與上升的趨勢分開。",
    source: co2.source,
  },
  lynx: {
    about: "馬更些河沿岸每年捕獲的數量：高峰相隔約十年，上端尖，下端平。",
    source: lynx.source,
  },
  "air-passengers": {
    about: "有趨勢，還有隨之擴大的季節變化。管只有一種寬度，所以最後幾個夏天最先離開管。",
    source: airPassengers.source,
  },
  iris: {
    about: "由另外三個長度預測花瓣寬：三個輸入，最好以「預測值對實際值」來看。",
    source: iris.source,
  },
  digits: {
    about: "手寫數字，8 乘 8 像素：第 4 列第 5 行的像素由其他 63 個預測。像素值從 0 到 16。",
    source: digits.source,
  },
  sinc: {
    about: "經典的平滑曲線加上雜訊：大多數點在管內，乘數為 0。",
    source: "sin(x)/x 加上標準差 0.06 的常態雜訊；60 個點。",
  },
  outlier: {
    about: "單一離群值拉的力是 C，離得再遠也不會更大。拖曳它看看。",
    source: "一條直線加雜訊，其中一個值被移動；20 個點。",
  },
  "five-cases": {
    about: "下方、下邊緣、管內、上邊緣、上方：直線 y = x 周圍，每種點都有。",
    source: "人工製作；9 個點。",
  },
  parabola: {
    about: "二次的核函式是三個特徵的內積：1、x、x 平方，各有權重。",
    source: "一條拋物線加雜訊；12 個點。",
  },
  saddle: {
    about: "旋轉輸入，什麼都不變：進入計算的只有內積。",
    source: "一個馬鞍面加雜訊；36 個點。",
  },
  "tie-wide": {
    about: "從 0.2 到 0.8 的每個 b 都是最佳：兩個點往上拉，兩個點往下拉，沒有點在邊緣。",
    source: "四個角（-1 或 1, 0 或 1），ε 為 0.2。",
  },
  "tie-slack": {
    about: "b 從 0.4 到 0.6，四個點都在管內，所有乘數都是零。",
    source: "四個角（-1 或 1, 0 或 1），ε 為 0.6。",
  },
  "inside-tube": {
    about: "目標的變動比管的寬度小：一條水平線就沒有代價，也沒有點是支援向量。",
    source: "人工製作；7 個點。",
  },
  duplicates: {
    about: "相同的點共用一個乘數：只有總和是確定的，怎麼分由求解器決定。",
    source: "人工製作；18 個點，輸入只有 6 種。",
  },
  "one-point": {
    about: "n = 1：w 為 0，與目標相差不超過 ε 的截距都是最佳。",
    source: "人工製作。",
  },
  "two-points": {
    about: "n = 2：直線傾斜得剛好讓管的邊緣碰到兩個點。",
    source: "人工製作。",
  },
  collinear: {
    about: "輸入都在空間中的一條直線上，所以 Gram 矩陣的秩是 1。許多組乘數給出同一個 w。",
    source: "輸入為 t(1, 2, -1)，目標在一條直線上再加雜訊；15 個點。",
  },
  indefinite: {
    about:
      "sigmoid 不是內積：它的 Gram 矩陣有負的特徵值，所以對偶問題的目標函數不一定是凹的。把 C 調高到 1，擬合就垮了。",
    source: "一個平滑的階梯加雜訊；24 個點。",
  },
};
