// The solvers that run in JavaScript, each behind the same two functions, in Node and in a page alike. A timed call starts
// from the user's arrays and ends with the trained model, as each library's own API has it.

/**
 * @typedef {"svr" | "svdd"} Machine
 * @typedef {import("../../wasm/lib/types.ts").Kernel} Kernel
 * @typedef {{ n: number, d: number, unscaled?: boolean }} Size  of a workload (workload.h); unscaled: columns in different units
 * @typedef {Size & { kernel: Kernel, tolerance: number, x: Float64Array, y: Float64Array }} Common  tolerance as LIBSVM measures it; y is empty for svdd
 * @typedef {Common & { machine: "svr", C: number, epsilon: number }} SvrTask
 * @typedef {Common & { machine: "svdd", nu: number }} SvddTask  all weights 1/n
 * @typedef {SvrTask | SvddTask} Task
 * @typedef {{ dual: number, report: import("../../wasm/lib/types.ts").Report }} Fitted
 * @typedef {{ fit(): Fitted | null, dual(): number }} Prepared  fit: null where the solver does not say how it ended; dual: the dual objective of a fit, maximised; not timed
 * @typedef {(task: Task) => Prepared} Solver
 */

/** Row-major numbers as the nested arrays that libsvm-js takes. @param {Task} task */
function rows({ x, n, d }) {
  return Array.from({ length: n }, (_, i) => Array.from(x.subarray(i * d, (i + 1) * d)));
}

/**
 * LIBSVM prints its objective and returns it nowhere: "obj = ..., rho = ...". Both builds take hold of console.log as they
 * load, so whoever loads them puts a console.log there that appends to `printed`. It minimises, and its one-class machine
 * has multipliers that add up to nu n (tests/bench/native_svdd.cpp).
 * @param {Task} task @param {string[]} printed @param {() => void} train
 */
function printedDual(task, printed, train) {
  printed.length = 0;
  train();
  const text = printed.join("\n").match(/obj = (\S+),/)?.[1];
  if (text === undefined) throw new Error("LIBSVM printed no objective");
  return task.machine === "svr" ? -Number(text) : 1 - (2 * Number(text)) / (task.nu * task.n) ** 2;
}

/** @param {import("../../wasm/lib/types.ts").Proofground} pg @returns {Solver} */
export const proofground = (pg) => (task) => {
  const { x, y, d, kernel, tolerance } = task;
  const solve = () =>
    task.machine === "svr"
      ? pg.svr.fit({ x, y, d, kernel, C: task.C, epsilon: task.epsilon, tolerance })
      : pg.svdd.fit({ x, d, kernel, nu: task.nu, tolerance: (2 * tolerance) / (task.nu * task.n) });
  return { fit: solve, dual: () => solve().dual };
};

/** The cache of every LIBSVM, in MB: as much as ours has. */
const CACHE = 128;

/** What a kernel is in LIBSVM's numbers. @param {Kernel} kernel */
function libsvmKernel(kernel) {
  const { gamma, coef0, degree } = { gamma: 1, coef0: 0, degree: 3, ...kernel };
  return { number: ["linear", "poly", "rbf", "sigmoid"].indexOf(kernel.type), gamma, coef0, degree };
}

/** @param {any} SVM what libsvm-js resolves to @param {string[]} printed @returns {Solver} */
export const libsvmJs = (SVM, printed) => (task) => {
  const samples = rows(task);
  const svr = task.machine === "svr";
  const { number, ...kernel } = libsvmKernel(task.kernel);
  const labels = svr ? Array.from(task.y) : samples.map(() => 1);
  const train = (/** @type {boolean} */ quiet) => {
    const svm = new SVM({
      type: svr ? SVM.SVM_TYPES.EPSILON_SVR : SVM.SVM_TYPES.ONE_CLASS,
      kernel: String(number),
      ...kernel,
      ...(svr ? { cost: task.C, epsilon: task.epsilon } : { nu: task.nu }),
      tolerance: task.tolerance,
      cacheSize: CACHE,
      quiet,
    });
    svm.train(samples, labels);
    svm.free();
  };
  const fit = () => {
    train(true);
    return null;
  };
  return { fit, dual: () => printedDual(task, printed, () => train(false)) };
};

/**
 * libsvm-wasm's own class keeps every model and sample array it ever made, hence its C functions. It always prints.
 * @param {any} module @param {string[]} printed @returns {Solver}
 */
export const libsvmWasm = (module, printed) => (task) => {
  const [ONE_CLASS, EPSILON_SVR] = [2, 3];
  const svr = task.machine === "svr";
  const { number, gamma, coef0, degree } = libsvmKernel(task.kernel);
  const train = () => {
    const x = module._malloc(task.x.byteLength);
    const y = module._malloc(8 * task.n);
    module.HEAPF64.set(task.x, x / 8);
    module.HEAPF64.set(svr ? task.y : new Float64Array(task.n).fill(1), y / 8);
    const samples = module._make_samples(x, y, task.n, task.d);
    const parameters = module._make_param(
      svr ? EPSILON_SVR : ONE_CLASS,
      number,
      degree,
      gamma,
      coef0,
      svr ? 0.5 : task.nu,
      CACHE,
      svr ? task.C : 1,
      task.tolerance,
      svr ? task.epsilon : 0.1,
      1,
      0,
      0,
      0,
      0,
    );
    const model = module._train_model(samples, parameters);
    module._free_model(model);
    module._free_sample(samples);
    module._free(x);
    module._free(y);
  };
  const fit = () => {
    printed.length = 0;
    train();
    return null;
  };
  return { fit, dual: () => printedDual(task, printed, train) };
};

/** The map that is timed: side by side as many cells, all of the points with a say in each. */
const SIDE = 200;

/**
 * A map of distances to the centre of a ball, and a plain loop for the same map.
 * @param {import("../../wasm/lib/types.ts").Proofground} pg @param {Float64Array} x (n*2)
 */
export function mapping(pg, x) {
  const gamma = 1;
  // nu near the sum of the weights: hardly a point has no multiplier.
  const run = pg.svdd.start({ x, d: 2, nu: 0.99, kernel: { type: "rbf", gamma } });
  while (!run.advance(1000));
  const { alpha, centerNorm2 } = run.solution();
  const window = { columnX: 0, columnY: 1, x0: -4, x1: 4, y0: -4, y1: 4, width: SIDE, height: SIDE };
  const ours = () => run.map(window);
  const plain = () => {
    const map = new Float64Array(SIDE * SIDE);
    for (let r = 0; r < SIDE; r++) {
      const y = -4 + (8 * r) / (SIDE - 1);
      for (let c = 0; c < SIDE; c++) {
        const at = -4 + (8 * c) / (SIDE - 1);
        let sum = 0;
        for (let j = 0; j < alpha.length; j++) {
          const a = alpha[j] ?? 0;
          if (a === 0) continue;
          const dx = at - (x[2 * j] ?? 0);
          const dy = y - (x[2 * j + 1] ?? 0);
          sum += a * Math.exp(-gamma * (dx * dx + dy * dy));
        }
        map[r * SIDE + c] = Math.max(1 - 2 * sum + centerNorm2, 0);
      }
    }
    return map;
  };
  const [one, other] = [ours(), plain()];
  const difference = one.reduce((most, value, i) => Math.max(most, Math.abs(value - (other[i] ?? Number.NaN))), 0);
  return { ours, plain, difference, support: alpha.filter((value) => value !== 0).length };
}
