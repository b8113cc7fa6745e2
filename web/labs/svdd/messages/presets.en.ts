// The data sets' titles, what each shows, the names of its columns and its source, in English. A translation has the same
// shape. `x` names the columns in order; sets with many columns name them by {row} and {column}.
import { sets } from "../../../data/messages/en.ts";

const plain = ["x1", "x2"] as const;

export const presets = {
  species: ["setosa", "versicolor", "virginica"],
  sets: {
    faithful: {
      title: "Old Faithful",
      about:
        "Two kinds of eruption, short and long. In the plane no circle fits both; with the Gaussian kernel the ball in feature space appears as a curve around each.",
      x: sets.faithful.columns,
      source: sets.faithful.source,
    },
    iris: {
      title: "Iris in three columns",
      about:
        "Fifty flowers of one species and the sphere around most of them. Turn it: which points are inside does not depend on the view.",
      x: [sets.iris.columns[0], sets.iris.columns[2], sets.iris.columns[3]],
      source: "Anderson (1935), Fisher (1936); iris in R: its 50 versicolor flowers, public domain.",
    },
    "iris-strangers": {
      title: "Iris with outliers",
      about:
        "Four columns, so the sphere cannot be drawn; its distances can. The four flowers of other species lie far to the right of its edge.",
      x: sets.iris.columns,
      source: "Anderson (1935), Fisher (1936); iris in R: 50 setosa and 2 of each other species, public domain.",
    },
    digits: {
      title: "Zeros and other digits",
      about:
        "Twenty images of 64 pixels: fifteen zeros and five other digits, told apart only by their distance to the centre. Pixel values run from 0 to 16.",
      x: sets.digits.column,
      source: "Alpaydin and Kaynak, UCI Machine Learning Repository (1998), CC BY 4.0: 20 of its images.",
    },
    ring: {
      title: "Ring with outliers",
      about:
        "Points around a circle and three outliers. Each outlier has the same largest α, however far away it is: drag one and see.",
      x: plain,
      source: "A circle of radius 2 with normal noise of standard deviation 0.14; 35 points.",
    },
    clusters: {
      title: "Two clusters",
      about:
        "One ball in feature space, two regions in the plane. With a smaller γ they merge; with a larger γ the edge follows single points.",
      x: plain,
      source: "Two normal clouds; 44 points.",
    },
    banana: {
      title: "Banana",
      about:
        "No circle has this shape, but a level set of the Gaussian kernel's distance does. Raise ν to leave the two outliers outside.",
      x: plain,
      source: "An arc with noise and two points off it; 48 points.",
    },
    doubtful: {
      title: "Doubtful points",
      about:
        "Four far points that may be errors: their weight is 0.05, so they pull at most a twentieth as hard. Give one of them weight 1.",
      x: plain,
      source: "A normal cloud of 24 points and four far ones.",
    },
    cloud: {
      title: "Cloud of twenty",
      about:
        "ν = 1/4 of twenty points is five: at most five lie outside, at least five are not inside. A few points are on the sphere, a few outside it; most are inside and pull with no force.",
      x: plain,
      source: "Normal; 20 points.",
    },
    shell: {
      title: "Shell in space",
      about: "Points near a sphere in space and three outliers. Drag to turn it; crossed-out points are behind.",
      x: ["x1", "x2", "x3"],
      source: "A sphere of radius 2 with normal noise of standard deviation 0.12; 47 points.",
    },
    "three-ball": {
      title: "Three in a row: a ball",
      about: "−1, 0 and 1 with ν = 1/2. No two of them may be left out, so the circle has to reach both ends.",
      x: plain,
      source: "Made by hand; weight 1/3 each.",
    },
    "three-band": {
      title: "Three in a row: a band",
      about:
        "ν = 2/3 is exactly two of the three: growing the circle costs as much as it saves, and every ρ from 0 to 1 is optimal.",
      x: plain,
      source: "Made by hand; weight 1/3 each.",
    },
    "three-point": {
      title: "Three in a row: a point",
      about:
        "ν = 4/5: both ends may stay outside, and the circle shrinks to its centre. The multipliers need not add up to 1 any more: 0.8333 is enough.",
      x: plain,
      source: "Made by hand; weight 1/3 each.",
    },
    "heavy-centre": {
      title: "Heavy centre",
      about:
        "Most of the weight is at the centre, so ρ = 0 is optimal, and any sum of the multipliers from 2/3 to 1 is optimal.",
      x: plain,
      source: "Made by hand; four corners of weight 1 around a point of weight 8.",
    },
    "two-outside": {
      title: "No free support vector",
      about:
        "Exactly ν n = 2 points lie outside and none on the edge: the centre is unique, the radius is not. Every ρ from 1.25 to 9 is optimal.",
      x: plain,
      source: "Made by hand; 8 points.",
    },
    circle: {
      title: "Twelve on a circle",
      about:
        "All twelve are exactly 5 from the centre. The circle is unique; its support vectors are not, and the solver has to choose.",
      x: plain,
      source: "The whole-number solutions of a² + b² = 25, and four points inside.",
    },
    weighted: {
      title: "Weights",
      about: "Six points of weights 1 to 3, drawn in that size. “Repeated points” is the same problem written out.",
      x: plain,
      source: "Made by hand; weights 3, 1, 2, 1, 2, 1.",
    },
    repeated: {
      title: "Repeated points",
      about:
        "Each point as often as it weighs in “Weights”: the sphere is the same, and equal points share one multiplier.",
      x: plain,
      source: "Made by hand; ten points in six places.",
    },
    far: {
      title: "A million units away",
      about:
        "The same cloud a million units off: squared lengths are 10¹² and more, distances about 1. The solver measures from a place among the points, so no digit is lost.",
      x: plain,
      source: "A normal cloud of standard deviation 1; 24 points.",
    },
    identical: {
      title: "All in one place",
      about: "Four times the same point: radius 0, no force, and some claims do not apply.",
      x: plain,
      source: "Made by hand; 4 points.",
    },
    "one-point": {
      title: "One point",
      about: "N = 1: the sphere is the point.",
      x: plain,
      source: "Made by hand.",
    },
    "two-points": {
      title: "Two points",
      about:
        "N = 2, one three times as heavy. Up to ν = 1/4 the circle reaches both; above that, the light one may stay outside.",
      x: plain,
      source: "Made by hand; weights 1 and 3.",
    },
    indefinite: {
      title: "Not a valid kernel",
      about:
        "The sigmoid is not an inner product: its squared distances can be negative, there is no sphere, and the claims do not apply.",
      x: plain,
      source: "The cloud of twenty.",
    },
  },
} as const;
