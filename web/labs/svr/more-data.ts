// The real data sets but the first. Loaded when one is asked for.
import { airPassengers } from "../../data/airPassengers.ts";
import { cars } from "../../data/cars.ts";
import { co2 } from "../../data/co2.ts";
import { digits } from "../../data/digits.ts";
import { faithful } from "../../data/faithful.ts";
import { iris } from "../../data/iris.ts";
import { lynx } from "../../data/lynx.ts";
import { fromImages, fromRows } from "../../data/read.ts";
import { MISSING_PIXEL, overTime, withSeason, withTarget } from "./dataset.ts";
import { type Preset, rbf } from "./preset.ts";
import type { firstPreset, RealId } from "./preset-ids.ts";

export const more: Readonly<Record<Exclude<RealId, typeof firstPreset>, Preset>> = {
  faithful: { points: withTarget(fromRows(faithful)), parameters: rbf(0.5, 1, 0.35) },
  cars: {
    points: withTarget(fromRows(cars)),
    parameters: { kernel: "poly", gamma: 0.5, coef0: 1, degree: 2, C: 1, epsilon: 0.4, standardise: true },
  },
  co2: { points: overTime(co2, 1959, 12), parameters: rbf(700, 50, 0.03) },
  "co2-season": { points: withSeason(overTime(co2, 1959, 12)), parameters: rbf(0.1, 10, 0.03) },
  lynx: { points: overTime(lynx, 1821, 1), parameters: rbf(150, 10, 0.15) },
  "air-passengers": { points: overTime(airPassengers, 1949, 12), parameters: rbf(150, 10, 0.1) },
  iris: { points: withTarget(fromRows(iris)), parameters: rbf(0.1, 10, 0.2, "predicted") },
  digits: { points: withTarget(fromImages(digits), MISSING_PIXEL), parameters: rbf(0.01, 3, 0.3, "predicted") },
};
