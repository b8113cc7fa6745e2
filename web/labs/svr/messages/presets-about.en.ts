// What each data set but the first one shows, and its source: loaded when one of them is chosen.
import { sets } from "../../../data/messages/en.ts";

const { faithful, cars, co2, lynx, airPassengers, iris, digits } = sets;

export const abouts = {
  faithful: {
    about: "A long eruption is followed by a long wait. Two clouds, one curve through both.",
    source: faithful.source,
  },
  cars: {
    about: "Cars of the 1920s. Distance grows faster than speed, so a degree-2 kernel suits it.",
    source: cars.source,
  },
  co2: {
    about:
      "A rise with a yearly wave. A narrow kernel follows every season, but beyond the data it falls back to b. Turn γ down to 1 and only the rise is left.",
    source: co2.source,
  },
  "co2-season": {
    about:
      "The same months with the time of year as two more inputs, so that a broad kernel can separate the wave from the rise.",
    source: co2.source,
  },
  lynx: {
    about: "Trapped each year along the Mackenzie: peaks about ten years apart, sharp above and flat below.",
    source: lynx.source,
  },
  "air-passengers": {
    about: "A trend and a season that grows with it. The tube has one width, so the last summers leave it first.",
    source: airPassengers.source,
  },
  iris: {
    about: "Petal width from the three other lengths: three inputs, best judged as predicted against actual.",
    source: iris.source,
  },
  digits: {
    about:
      "Handwritten digits, 8 by 8 pixels: the one in row 4, column 5 is predicted from the other 63. Pixel values run from 0 to 16.",
    source: digits.source,
  },
  sinc: {
    about: "The classic smooth curve with noise: most points lie inside the tube, with multipliers 0.",
    source: "sin(x)/x plus normal noise of standard deviation 0.06; 60 points.",
  },
  outlier: {
    about: "A single outlier pulls with force C and no more, however far away it is. Drag it and see.",
    source: "A line with noise, one value moved; 20 points.",
  },
  "five-cases": {
    about: "Below, on the lower edge, inside, on the upper edge, above: a point of every kind around the line y = x.",
    source: "Made by hand; 9 points.",
  },
  parabola: {
    about: "The degree-2 kernel is an inner product of three features: 1, x and x squared with weights.",
    source: "A parabola with noise; 12 points.",
  },
  saddle: {
    about: "Rotate the inputs and nothing changes: only inner products enter.",
    source: "A saddle with noise; 36 points.",
  },
  "tie-wide": {
    about: "Every b from 0.2 to 0.8 is optimal: two points pull up, two pull down, and no point is on an edge.",
    source: "The four corners (-1 or 1, 0 or 1) with epsilon 0.2.",
  },
  "tie-slack": {
    about: "All four points fit inside the tube for every b from 0.4 to 0.6, and all multipliers are zero.",
    source: "The four corners (-1 or 1, 0 or 1) with epsilon 0.6.",
  },
  "inside-tube": {
    about: "The targets vary less than the tube is wide: a flat line costs nothing and no point is a support vector.",
    source: "Made by hand; 7 points.",
  },
  duplicates: {
    about: "Equal points share one multiplier: only the sum is determined, and the solver picks how it is split.",
    source: "Made by hand; 18 points on 6 inputs.",
  },
  "one-point": {
    about: "n = 1: w is 0, and every offset within epsilon of the target is optimal.",
    source: "Made by hand.",
  },
  "two-points": {
    about: "n = 2: the line tilts just enough to touch both points with the edges of its tube.",
    source: "Made by hand.",
  },
  collinear: {
    about: "The inputs lie on one line in space, so the Gram matrix has rank one. Many multipliers give the same w.",
    source: "Inputs t(1, 2, -1), targets on a line with noise; 15 points.",
  },
  indefinite: {
    about:
      "The sigmoid is not an inner product: its Gram matrix has negative eigenvalues, so the dual need not be concave. Raise C to 1 and the fit breaks down.",
    source: "A smooth step with noise; 24 points.",
  },
} as const;
