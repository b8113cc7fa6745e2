// The real data sets but the first, as points. Loaded when one is asked for.
import { airPassengers } from "../../data/airPassengers.ts";
import { cars } from "../../data/cars.ts";
import { co2 } from "../../data/co2.ts";
import { digits } from "../../data/digits.ts";
import { faithful } from "../../data/faithful.ts";
import { iris } from "../../data/iris.ts";
import { lynx } from "../../data/lynx.ts";
import { fromImages, fromRows } from "../../data/read.ts";
import { MISSING_PIXEL, overTime, type Points, withSeason, withTarget } from "./dataset.ts";

export type MoreId = keyof typeof more;

export const more = {
  faithful: (): Points => withTarget(fromRows(faithful)),
  cars: (): Points => withTarget(fromRows(cars)),
  co2: (): Points => overTime(co2, 1959, 12),
  "co2-season": (): Points => withSeason(overTime(co2, 1959, 12)),
  lynx: (): Points => overTime(lynx, 1821, 1),
  "air-passengers": (): Points => overTime(airPassengers, 1949, 12),
  iris: (): Points => withTarget(fromRows(iris)),
  digits: (): Points => withTarget(fromImages(digits), MISSING_PIXEL),
};
