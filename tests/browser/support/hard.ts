// Fits that stay long: kernel matrices of full rank, and a tolerance that takes any solver seconds. A run holds the page in its
// state by its work.

const N = 5000;
const x = Array.from({ length: 2 * N }, (_, i) => Math.sin(i * i * 0.37) * (1 + Math.cos(i)));
const hard = { preset: "own", x, d: 2, xNames: ["a", "b"], gamma: 100, tolerance: 1e-10 };

/** A state of each lab of points. */
export const HARD = {
  svr: {
    ...hard,
    y: Array.from({ length: N }, (_, i) => Math.sin(7 * i * i)),
    yName: "y",
    C: 1e4,
    plot: "column",
  },
  svdd: { ...hard, kernel: "rbf", nuShare: 0.5, weights: [], labels: [], imageSide: 0 },
};

/** Values of fields that make them easy. */
export const EASY = { svr: { C: "0.01", tolerance: "0.1" }, svdd: { tolerance: "0.1" } };
