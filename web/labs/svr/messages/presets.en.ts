// The names of the data sets, and what the first one shows, in English. A translation has the same shape. `x` names the inputs in order.

export const presets = {
  motorcycle: {
    title: "Motorcycle impact",
    about:
      "A helmet test: rest, an impact, a rebound. The scatter grows after the impact, but the tube has one width for all of it.",
    x: ["time after impact (ms)"],
    y: "head acceleration (g)",
    source: "Silverman, J. R. Statist. Soc. B 47 (1985); mcycle in R's MASS. 133 readings, public domain.",
  },
  faithful: { title: "Old Faithful" },
  cars: { title: "Stopping distance of cars" },
  co2: { title: "Carbon dioxide at Mauna Loa" },
  "co2-season": { title: "Carbon dioxide: rise and season" },
  lynx: { title: "Canadian lynx" },
  "air-passengers": { title: "Air passengers" },
  iris: { title: "Iris petals" },
  digits: { title: "A missing pixel" },
  sinc: { title: "Noisy sinc" },
  outlier: { title: "One outlier" },
  "five-cases": { title: "All five cases" },
  parabola: { title: "Parabola" },
  saddle: { title: "Saddle in two inputs" },
  "tie-wide": { title: "Tie: many optimal offsets" },
  "tie-slack": { title: "Tie: no point pulls" },
  "inside-tube": { title: "All inside the tube" },
  duplicates: { title: "Repeated points" },
  "one-point": { title: "One point" },
  "two-points": { title: "Two points" },
  collinear: { title: "Three inputs, one direction" },
  indefinite: { title: "Not a valid kernel" },
} as const;
