// The real data sets but the first. Loaded when one is asked for.
import { airPassengers } from "../../data/airPassengers.ts";
import { cars } from "../../data/cars.ts";
import { co2 } from "../../data/co2.ts";
import { digits } from "../../data/digits.ts";
import { faithful } from "../../data/faithful.ts";
import { iris } from "../../data/iris.ts";
import { lynx } from "../../data/lynx.ts";
import { fromImages, fromRows } from "../../data/read.ts";
import { format } from "../../host/messages/format.ts";
import { MISSING_PIXEL, overTime, withSeason, withTarget } from "./dataset.ts";
import { columns } from "./messages/columns.en.ts";
import { type Preset, rbf } from "./preset.ts";
import type { RealId } from "./preset-ids.ts";

const IMAGE_SIDE = 8;

function names(id: keyof typeof columns): Pick<Preset, "xNames" | "yName"> {
  const { x, y } = columns[id];
  if (typeof x !== "string") return { xNames: x, yName: y };
  const pixels = Array.from({ length: IMAGE_SIDE ** 2 }, (_, k) =>
    format(x, { row: Math.floor(k / IMAGE_SIDE) + 1, column: (k % IMAGE_SIDE) + 1 }),
  );
  const [yName] = pixels.splice(MISSING_PIXEL, 1);
  return { xNames: pixels, yName };
}

export const more: Readonly<Record<Exclude<RealId, "motorcycle">, Preset>> = {
  faithful: { ...names("faithful"), points: withTarget(fromRows(faithful)), parameters: rbf(0.5, 1, 0.35) },
  cars: {
    ...names("cars"),
    points: withTarget(fromRows(cars)),
    parameters: { kernel: "poly", gamma: 0.5, coef0: 1, degree: 2, C: 1, epsilon: 0.4, standardise: true },
  },
  co2: { ...names("co2"), points: overTime(co2, 1959, 12), parameters: rbf(700, 50, 0.03) },
  "co2-season": { ...names("co2-season"), points: withSeason(overTime(co2, 1959, 12)), parameters: rbf(0.1, 10, 0.03) },
  lynx: { ...names("lynx"), points: overTime(lynx, 1821, 1), parameters: rbf(150, 10, 0.15) },
  "air-passengers": {
    ...names("air-passengers"),
    points: overTime(airPassengers, 1949, 12),
    parameters: rbf(150, 10, 0.1),
  },
  iris: { ...names("iris"), points: withTarget(fromRows(iris)), parameters: rbf(0.1, 10, 0.2, "predicted") },
  digits: {
    ...names("digits"),
    points: withTarget(fromImages(digits), MISSING_PIXEL),
    parameters: rbf(0.01, 3, 0.3, "predicted"),
  },
};
