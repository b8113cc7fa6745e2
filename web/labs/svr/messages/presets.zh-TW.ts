// The data sets' titles, what each shows, the names of its columns and its source, in Traditional Chinese.
import { sets } from "../../../data/messages/zh-TW.ts";
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./presets.en.ts";

const { motorcycle, faithful, cars, co2, lynx, airPassengers, iris, digits } = sets;

export const presets: Translated<typeof En.presets> = {
  motorcycle: {
    title: "機車撞擊",
    about: "安全帽測試：靜止、撞擊、反彈。撞擊後散布變大，但整條管只有一種寬度。",
    x: [motorcycle.columns[0]],
    y: motorcycle.columns[1],
    source: motorcycle.source,
  },
  faithful: {
    title: "老忠實噴泉",
    x: [faithful.columns[0]],
    y: faithful.columns[1],
  },
  cars: {
    title: "汽車的煞車距離",
    x: [cars.columns[0]],
    y: cars.columns[1],
  },
  co2: {
    title: "茂納羅亞的二氧化碳",
    x: [co2.columns[0]],
    y: co2.columns[1],
  },
  "co2-season": {
    title: "二氧化碳：趨勢與季節",
    x: [co2.columns[0], "一年中時間的 cos", "一年中時間的 sin"],
    y: co2.columns[1],
  },
  lynx: {
    title: "加拿大山貓",
    x: [lynx.columns[0]],
    y: lynx.columns[1],
  },
  "air-passengers": {
    title: "航空旅客",
    x: [airPassengers.columns[0]],
    y: airPassengers.columns[1],
  },
  iris: {
    title: "鳶尾花花瓣",
    x: [iris.columns[0], iris.columns[1], iris.columns[2]],
    y: iris.columns[3],
  },
  digits: {
    title: "缺少的像素",
    x: digits.column,
    y: digits.column,
  },
  sinc: {
    title: "帶雜訊的 sinc",
    x: ["x"],
    y: "y",
  },
  outlier: {
    title: "一個離群值",
    x: ["x"],
    y: "y",
  },
  "five-cases": {
    title: "五種情形齊全",
    x: ["x"],
    y: "y",
  },
  parabola: {
    title: "拋物線",
    x: ["x"],
    y: "y",
  },
  saddle: {
    title: "兩個輸入的馬鞍面",
    x: ["x1", "x2"],
    y: "y",
  },
  "tie-wide": {
    title: "平手：最佳的 b 有很多",
    x: ["x"],
    y: "y",
  },
  "tie-slack": {
    title: "平手：沒有點在拉",
    x: ["x"],
    y: "y",
  },
  "inside-tube": {
    title: "全部在管內",
    x: ["x"],
    y: "y",
  },
  duplicates: {
    title: "重複的點",
    x: ["x"],
    y: "y",
  },
  "one-point": {
    title: "一個點",
    x: ["x"],
    y: "y",
  },
  "two-points": {
    title: "兩個點",
    x: ["x"],
    y: "y",
  },
  collinear: {
    title: "三個輸入，一個方向",
    x: ["t", "2t", "-t"],
    y: "y",
  },
  indefinite: {
    title: "不是合格的核函式",
    x: ["x"],
    y: "y",
  },
};
