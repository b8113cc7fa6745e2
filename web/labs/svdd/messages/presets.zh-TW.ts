// The data sets' titles, what each shows, the names of its columns and its source, in Traditional Chinese.
import { sets } from "../../../data/messages/zh-TW.ts";
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./presets.en.ts";

const plain = ["x1", "x2"] as const;

export const presets: Translated<typeof En.presets> = {
  species: ["setosa", "versicolor", "virginica"],
  sets: {
    faithful: {
      title: "老忠實間歇泉",
      about:
        "噴發有長短兩種。在平面上沒有一個圓能同時包住兩群；用高斯核函式時，特徵空間中的球看起來是分別圍住兩群的曲線。",
      x: sets.faithful.columns,
      source: sets.faithful.source,
    },
    iris: {
      title: "鳶尾花的三欄",
      about: "同一個種的五十朵花，以及包住其中大多數的球。轉動看看：哪些點在球內與視角無關。",
      x: [sets.iris.columns[0], sets.iris.columns[2], sets.iris.columns[3]],
      source: "Anderson (1935), Fisher (1936)；R 的 iris：其中 50 朵 versicolor，公有領域。",
    },
    "iris-strangers": {
      title: "鳶尾花與離群值",
      about: "四欄的球畫不出來，但距離可以。另外兩個種的四朵花落在邊緣右方很遠的地方。",
      x: sets.iris.columns,
      source: "Anderson (1935), Fisher (1936)；R 的 iris：50 朵 setosa 與另外兩個種各 2 朵，公有領域。",
    },
    digits: {
      title: "零與其他數字",
      about: "二十張 64 像素的影像：十五個零與五個其他數字，只靠到球心的距離來分辨。像素值從 0 到 16。",
      x: sets.digits.column,
      source: "Alpaydin and Kaynak, UCI Machine Learning Repository (1998), CC BY 4.0：其中 20 張影像。",
    },
    ring: {
      title: "圓環與離群值",
      about: "一圈點與三個離群值。每個離群值不論多遠，α 都是同樣的最大值：拖曳一個看看。",
      x: plain,
      source: "半徑 2 的圓，加上標準差 0.14 的常態雜訊；35 個點。",
    },
    clusters: {
      title: "兩群",
      about: "在特徵空間中是一個球，在平面上是兩個區域。γ 小一點，兩區會合併；γ 大一點，邊界會貼著個別的點。",
      x: plain,
      source: "兩團常態分布的點；44 個點。",
    },
    banana: {
      title: "香蕉",
      about: "沒有圓是這個形狀，但高斯核函式的距離有這樣的等高線。把 ν 調大，就能把兩個離群值留在外面。",
      x: plain,
      source: "一段加上雜訊的弧與弧外的兩個點；48 個點。",
    },
    doubtful: {
      title: "可疑的點",
      about:
        "四個遠處的點可能是錯誤：它們的權重是 0.05，所以 α 的上限只有其他點的二十分之一。把其中一個的權重改成 1 看看。",
      x: plain,
      source: "24 個點的常態分布與四個遠處的點。",
    },
    cloud: {
      title: "二十個點",
      about:
        "二十個點的 ν = 1/4 是五個：至多五個在球外，至少五個不在球內。少數點在球上，少數在球外；大多數在球內，沒有拉力。",
      x: plain,
      source: "常態分布；20 個點。",
    },
    shell: {
      title: "空間中的球殼",
      about: "空間中靠近一個球面的點與三個離群值。拖曳就能轉動；打叉的點在後面。",
      x: ["x1", "x2", "x3"],
      source: "半徑 2 的球面，加上標準差 0.12 的常態雜訊；47 個點。",
    },
    "three-ball": {
      title: "三點一線：球",
      about: "−1、0 與 1，ν = 1/2。其中任兩點都不能留在外面，所以圓必須碰到兩端。",
      x: plain,
      source: "人工製作；權重各 1/3。",
    },
    "three-band": {
      title: "三點一線：區間",
      about: "ν = 2/3 正好是三點中的兩點：圓變大所花的等於所省的，從 0 到 1 的每個 ρ 都是最佳的。",
      x: plain,
      source: "人工製作；權重各 1/3。",
    },
    "three-point": {
      title: "三點一線：點",
      about: "ν = 4/5：兩端都可以留在外面，圓縮成圓心。乘數的和不必再是 1：0.8333 就夠了。",
      x: plain,
      source: "人工製作；權重各 1/3。",
    },
    "heavy-centre": {
      title: "很重的中心",
      about: "大部分的權重在中心，所以 ρ = 0 是最佳的，乘數的和從 2/3 到 1 都是最佳的。",
      x: plain,
      source: "人工製作；四個角的權重為 1，圍著一個權重 8 的點。",
    },
    "two-outside": {
      title: "沒有自由的支援向量",
      about: "正好 ν n = 2 個點在外面，邊緣上一個也沒有：球心唯一，半徑不唯一。從 1.25 到 9 的每個 ρ 都是最佳的。",
      x: plain,
      source: "人工製作；8 個點。",
    },
    circle: {
      title: "圓上的十二點",
      about: "十二個點到圓心的距離都正好是 5。圓是唯一的；支援向量不唯一，求解器必須選擇。",
      x: plain,
      source: "a² + b² = 25 的整數解，以及圓內的四個點。",
    },
    weighted: {
      title: "權重",
      about: "六個點，權重從 1 到 3，以大小畫出。「重複的點」把同一個問題寫開。",
      x: plain,
      source: "人工製作；權重為 3、1、2、1、2、1。",
    },
    repeated: {
      title: "重複的點",
      about: "每個點重複的次數等於它在「權重」中的權重：球相同，相同的點分攤一個乘數。",
      x: plain,
      source: "人工製作；六個位置上的十個點。",
    },
    far: {
      title: "一百萬單位之外",
      about:
        "同樣的一團點放在一百萬單位之外：長度平方是 10¹² 以上，距離約為 1。求解器從點之間的一個位置開始量，所以一位數字也不損失。",
      x: plain,
      source: "標準差 1 的常態分布；24 個點。",
    },
    identical: {
      title: "全在同一處",
      about: "同一個點四次：半徑 0，沒有力，有些命題不適用。",
      x: plain,
      source: "人工製作；4 個點。",
    },
    "one-point": {
      title: "一個點",
      about: "N = 1：球就是這個點。",
      x: plain,
      source: "人工製作。",
    },
    "two-points": {
      title: "兩個點",
      about: "N = 2，其中一個是另一個的三倍重。ν 到 1/4 為止，圓碰到兩點；更大時，輕的那個可以留在外面。",
      x: plain,
      source: "人工製作；權重為 1 與 3。",
    },
    indefinite: {
      title: "不是合格的核函式",
      about: "sigmoid 不是內積：它的距離平方可能為負，沒有球可言，命題不適用。",
      x: plain,
      source: "「二十個點」的資料。",
    },
  },
};
