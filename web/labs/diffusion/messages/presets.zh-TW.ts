// Titles and explanations of the starting states, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./presets.en.ts";

export const presetGroups: Translated<typeof En.presetGroups> = {
  data: "資料集",
  chain: "排程",
  edge: "少數幾點",
  own: "自訂",
};

export const presets: Translated<typeof En.presets> = {
  moons: {
    title: "雙月",
    about: "兩個半圓，一個嵌在另一個裡面。按播放：兩者之間的空隙最先消失，到 T 時只剩 N(0, I)。",
  },
  roll: {
    title: "瑞士捲",
    about: "一條捲起來的帶子。按播放：各圈早早就混在一起，外形卻還留著，因為雜訊先破壞細微的結構。",
  },
  spirals: {
    title: "雙螺旋",
    about: "兩條旋臂互相纏繞。靠近中心處兩臂貼近：那部分最先消失，也最難去噪。",
  },
  gaussians: {
    title: "八個高斯",
    about: "環上的八個群。看它們在哪個 t 合在一起：取樣器大約就在那一步必須選定其中一個。",
  },
  board: {
    title: "棋盤格",
    about: "邊緣銳利的方格，一點雜訊就模糊。在 t = 0 附近，網路要學的場變化極快。",
  },
  letters: {
    title: "字母",
    about: "沿著字母筆畫的點。可在「資料」下輸入自己的字母。",
  },
  ddpm: {
    title: "DDPM 的排程",
    about: "β 在 1000 步內由 10⁻⁴ 線性增加到 0.02。T 處的 ᾱ 是 4·10⁻⁵，不是 0：到先驗的 KL 很小，但不是 0。",
  },
  uneven: {
    title: "不均勻的步",
    about: "手繪的排程：先是許多雜訊，接著幾乎沒有，最後極多。t 處的分布只取決於 ᾱₜ。拖曳 β 的節點看看。",
  },
  "too-short": {
    title: "步數太少",
    about: "二十個小步：到 T 時還看得見雙月，所以從 N(0, I) 出發的取樣器，起點的分布就不對。",
  },
  "one-step": {
    title: "一步",
    about: "T = 1：編碼器固定的 VAE。雜訊一次全部加上，也要反向一步就全部去掉。",
  },
  "no-noise": {
    title: "幾乎沒有雜訊",
    about: "β = 10⁻⁹：五十步內什麼也沒變。需要雜訊的命題會說自己不適用。",
  },
  "one-point": {
    title: "一個點",
    about: "只有一個 x₀：qₜ 是單一高斯，由 xₜ 就能精確得知雜訊。",
  },
  "two-points": {
    title: "兩個點",
    about: "x₀ 有兩個可能的值。在兩者之間，xₜ 說不出自己來自哪一個：最佳預測是兩種雜訊的平均。",
  },
  bridge: {
    title: "雙峰，一百步",
    about: "兩峰在 ±1，標準差 0.2：看界與熵的差距，變異數分別用講義的 β̃、用 β、用最佳變異數。",
  },
  own: {
    title: "自訂",
    about: "你自己的點：在「前向」階段畫，在表格裡輸入，或載入檔案。",
  },
};
