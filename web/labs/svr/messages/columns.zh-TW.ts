// What the columns of the real data sets but the first are called, in Traditional Chinese.
import { sets } from "../../../data/messages/zh-TW.ts";
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./columns.en.ts";

const { faithful, cars, co2, lynx, airPassengers, iris, digits } = sets;

export const columns: Translated<typeof En.columns> = {
  faithful: { x: [faithful.columns[0]], y: faithful.columns[1] },
  cars: { x: [cars.columns[0]], y: cars.columns[1] },
  co2: { x: [co2.columns[0]], y: co2.columns[1] },
  "co2-season": { x: [co2.columns[0], "一年中時間的 cos", "一年中時間的 sin"], y: co2.columns[1] },
  lynx: { x: [lynx.columns[0]], y: lynx.columns[1] },
  "air-passengers": { x: [airPassengers.columns[0]], y: airPassengers.columns[1] },
  iris: { x: [iris.columns[0], iris.columns[1], iris.columns[2]], y: iris.columns[3] },
  digits: { x: digits.column, y: digits.column },
};
