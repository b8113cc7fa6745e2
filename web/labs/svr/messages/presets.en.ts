// The data sets' titles, what each shows, the names of its columns and its source, in English. A translation has the same
// shape. `x` names the input columns in order; sets with many columns name them by {row} and {column}.
import { sets } from "../../../data/messages/en.ts";

const { motorcycle, faithful, cars, co2, lynx, airPassengers, iris, digits } = sets;

export const presets = {
  motorcycle: {
    title: "Motorcycle impact",
    about:
      "A helmet test: rest, an impact, a rebound. The scatter grows after the impact, but the tube has one width for all of it.",
    x: [motorcycle.columns[0]],
    y: motorcycle.columns[1],
    source: motorcycle.source,
  },
  faithful: {
    title: "Old Faithful",
    about: "A long eruption is followed by a long wait. Two clouds, one curve through both.",
    x: [faithful.columns[0]],
    y: faithful.columns[1],
    source: faithful.source,
  },
  cars: {
    title: "Stopping distance of cars",
    about: "Cars of the 1920s. Distance grows faster than speed, so a degree-2 kernel suits it.",
    x: [cars.columns[0]],
    y: cars.columns[1],
    source: cars.source,
  },
  co2: {
    title: "Carbon dioxide at Mauna Loa",
    about:
      "A rise with a yearly wave. A narrow kernel follows every season, but beyond the data it falls back to b. Turn γ down to 1 and only the rise is left.",
    x: [co2.columns[0]],
    y: co2.columns[1],
    source: co2.source,
  },
  "co2-season": {
    title: "Carbon dioxide: rise and season",
    about:
      "The same months with the time of year as two more inputs, so that a broad kernel can separate the wave from the rise.",
    x: [co2.columns[0], "cos of the time of year", "sin of the time of year"],
    y: co2.columns[1],
    source: co2.source,
  },
  lynx: {
    title: "Canadian lynx",
    about: "Trapped each year along the Mackenzie: peaks about ten years apart, sharp above and flat below.",
    x: [lynx.columns[0]],
    y: lynx.columns[1],
    source: lynx.source,
  },
  "air-passengers": {
    title: "Air passengers",
    about: "A trend and a season that grows with it. The tube has one width, so the last summers leave it first.",
    x: [airPassengers.columns[0]],
    y: airPassengers.columns[1],
    source: airPassengers.source,
  },
  iris: {
    title: "Iris petals",
    about: "Petal width from the three other lengths: three inputs, best judged as predicted against actual.",
    x: [iris.columns[0], iris.columns[1], iris.columns[2]],
    y: iris.columns[3],
    source: iris.source,
  },
  digits: {
    title: "A missing pixel",
    about:
      "Handwritten digits, 8 by 8 pixels: the one in row 4, column 5 is predicted from the other 63. Pixel values run from 0 to 16.",
    x: digits.column,
    y: digits.column,
    source: digits.source,
  },
  sinc: {
    title: "Noisy sinc",
    about: "The classic smooth curve with noise: most points lie inside the tube, with multipliers 0.",
    x: ["x"],
    y: "y",
    source: "sin(x)/x plus normal noise of standard deviation 0.06; 60 points.",
  },
  outlier: {
    title: "One outlier",
    about: "A single outlier pulls with force C and no more, however far away it is. Drag it and see.",
    x: ["x"],
    y: "y",
    source: "A line with noise, one value moved; 20 points.",
  },
  "five-cases": {
    title: "All five cases",
    about: "Below, on the lower edge, inside, on the upper edge, above: a point of every kind around the line y = x.",
    x: ["x"],
    y: "y",
    source: "Made by hand; 9 points.",
  },
  parabola: {
    title: "Parabola",
    about: "The degree-2 kernel is an inner product of three features: 1, x and x squared with weights.",
    x: ["x"],
    y: "y",
    source: "A parabola with noise; 12 points.",
  },
  saddle: {
    title: "Saddle in two inputs",
    about: "Rotate the inputs and nothing changes: only inner products enter.",
    x: ["x1", "x2"],
    y: "y",
    source: "A saddle with noise; 36 points.",
  },
  "tie-wide": {
    title: "Tie: many optimal offsets",
    about: "Every b from 0.2 to 0.8 is optimal: two points pull up, two pull down, and no point is on an edge.",
    x: ["x"],
    y: "y",
    source: "The four corners (-1 or 1, 0 or 1) with epsilon 0.2.",
  },
  "tie-slack": {
    title: "Tie: no point pulls",
    about: "All four points fit inside the tube for every b from 0.4 to 0.6, and all multipliers are zero.",
    x: ["x"],
    y: "y",
    source: "The four corners (-1 or 1, 0 or 1) with epsilon 0.6.",
  },
  "inside-tube": {
    title: "All inside the tube",
    about: "The targets vary less than the tube is wide: a flat line costs nothing and no point is a support vector.",
    x: ["x"],
    y: "y",
    source: "Made by hand; 7 points.",
  },
  duplicates: {
    title: "Repeated points",
    about: "Equal points share one multiplier: only the sum is determined, and the solver picks how it is split.",
    x: ["x"],
    y: "y",
    source: "Made by hand; 18 points on 6 inputs.",
  },
  "one-point": {
    title: "One point",
    about: "n = 1: w is 0, and every offset within epsilon of the target is optimal.",
    x: ["x"],
    y: "y",
    source: "Made by hand.",
  },
  "two-points": {
    title: "Two points",
    about: "n = 2: the line tilts just enough to touch both points with the edges of its tube.",
    x: ["x"],
    y: "y",
    source: "Made by hand.",
  },
  collinear: {
    title: "Three inputs, one direction",
    about: "The inputs lie on one line in space, so the Gram matrix has rank one. Many multipliers give the same w.",
    x: ["t", "2t", "-t"],
    y: "y",
    source: "Inputs t(1, 2, -1), targets on a line with noise; 15 points.",
  },
  indefinite: {
    title: "Not a valid kernel",
    about:
      "The sigmoid is not an inner product: its Gram matrix has negative eigenvalues, so the dual need not be concave. Raise C to 1 and the fit breaks down.",
    x: ["x"],
    y: "y",
    source: "A smooth step with noise; 24 points.",
  },
} as const;
