// The names of the data sets and of their columns, and what the first one shows, in English. A translation has the same
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
    x: [faithful.columns[0]],
    y: faithful.columns[1],
  },
  cars: {
    title: "Stopping distance of cars",
    x: [cars.columns[0]],
    y: cars.columns[1],
  },
  co2: {
    title: "Carbon dioxide at Mauna Loa",
    x: [co2.columns[0]],
    y: co2.columns[1],
  },
  "co2-season": {
    title: "Carbon dioxide: rise and season",
    x: [co2.columns[0], "cos of the time of year", "sin of the time of year"],
    y: co2.columns[1],
  },
  lynx: {
    title: "Canadian lynx",
    x: [lynx.columns[0]],
    y: lynx.columns[1],
  },
  "air-passengers": {
    title: "Air passengers",
    x: [airPassengers.columns[0]],
    y: airPassengers.columns[1],
  },
  iris: {
    title: "Iris petals",
    x: [iris.columns[0], iris.columns[1], iris.columns[2]],
    y: iris.columns[3],
  },
  digits: {
    title: "A missing pixel",
    x: digits.column,
    y: digits.column,
  },
  sinc: {
    title: "Noisy sinc",
    x: ["x"],
    y: "y",
  },
  outlier: {
    title: "One outlier",
    x: ["x"],
    y: "y",
  },
  "five-cases": {
    title: "All five cases",
    x: ["x"],
    y: "y",
  },
  parabola: {
    title: "Parabola",
    x: ["x"],
    y: "y",
  },
  saddle: {
    title: "Saddle in two inputs",
    x: ["x1", "x2"],
    y: "y",
  },
  "tie-wide": {
    title: "Tie: many optimal offsets",
    x: ["x"],
    y: "y",
  },
  "tie-slack": {
    title: "Tie: no point pulls",
    x: ["x"],
    y: "y",
  },
  "inside-tube": {
    title: "All inside the tube",
    x: ["x"],
    y: "y",
  },
  duplicates: {
    title: "Repeated points",
    x: ["x"],
    y: "y",
  },
  "one-point": {
    title: "One point",
    x: ["x"],
    y: "y",
  },
  "two-points": {
    title: "Two points",
    x: ["x"],
    y: "y",
  },
  collinear: {
    title: "Three inputs, one direction",
    x: ["t", "2t", "-t"],
    y: "y",
  },
  indefinite: {
    title: "Not a valid kernel",
    x: ["x"],
    y: "y",
  },
} as const;
