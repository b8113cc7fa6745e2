// The solvers that run in JavaScript, each behind the same two functions, in Node and in a page alike. A timed call starts
// from the user's arrays and ends with the trained model, as each library's own API has it.

/**
 * @typedef {{ n: number, d: number, C: number, gamma: number, epsilon: number, tolerance: number, x: Float64Array, y: Float64Array }} Task
 * @typedef {{ fit(): void, dual(): number }} Prepared  dual: the dual objective of a fit, maximised; not timed
 * @typedef {(task: Task) => Prepared} Solver
 */

/** Row-major numbers as the nested arrays that libsvm-js takes. @param {Task} task */
function rows({ x, n, d }) {
  return Array.from({ length: n }, (_, i) => Array.from(x.subarray(i * d, (i + 1) * d)));
}

/**
 * LIBSVM prints its objective and returns it nowhere: "obj = ..., rho = ...". Both builds take hold of console.log as they
 * load, so whoever loads them puts a console.log there that appends to `printed`.
 * @param {string[]} printed @param {() => void} train
 */
function printedDual(printed, train) {
  printed.length = 0;
  train();
  const objective = printed.join("\n").match(/obj = (\S+),/)?.[1];
  if (objective === undefined) throw new Error("LIBSVM printed no objective");
  return -Number(objective);
}

/** @param {import("../../wasm/lib/types.ts").Proofground} pg @returns {Solver} */
export const proofground = (pg) => (task) => {
  const { x, y, d, C, gamma, epsilon, tolerance } = task;
  const problem = { x, y, d, C, epsilon, tolerance, kernel: /** @type {const} */ ({ type: "rbf", gamma }) };
  return { fit: () => void pg.svr.fit(problem), dual: () => pg.svr.fit(problem).dual };
};

/** The cache of every LIBSVM, in MB: as much as ours has. */
const CACHE = 128;

/** @param {any} SVM what libsvm-js resolves to @param {string[]} printed @returns {Solver} */
export const libsvmJs = (SVM, printed) => (task) => {
  const samples = rows(task);
  const labels = Array.from(task.y);
  const train = (/** @type {boolean} */ quiet) => {
    const svm = new SVM({
      type: SVM.SVM_TYPES.EPSILON_SVR,
      kernel: SVM.KERNEL_TYPES.RBF,
      gamma: task.gamma,
      cost: task.C,
      epsilon: task.epsilon,
      tolerance: task.tolerance,
      cacheSize: CACHE,
      quiet,
    });
    svm.train(samples, labels);
    svm.free();
  };
  return { fit: () => train(true), dual: () => printedDual(printed, () => train(false)) };
};

/**
 * libsvm-wasm's own class keeps every model and sample array it ever made, hence its C functions. It always prints.
 * @param {any} module @param {string[]} printed @returns {Solver}
 */
export const libsvmWasm = (module, printed) => (task) => {
  const EPSILON_SVR = 3;
  const RBF = 2;
  const train = () => {
    const x = module._malloc(task.x.byteLength);
    const y = module._malloc(task.y.byteLength);
    module.HEAPF64.set(task.x, x / 8);
    module.HEAPF64.set(task.y, y / 8);
    const samples = module._make_samples(x, y, task.n, task.d);
    const { gamma, C, tolerance, epsilon } = task;
    const parameters = module._make_param(
      EPSILON_SVR,
      RBF,
      3,
      gamma,
      0,
      0.5,
      CACHE,
      C,
      tolerance,
      epsilon,
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
  };
  return { fit, dual: () => printedDual(printed, train) };
};
