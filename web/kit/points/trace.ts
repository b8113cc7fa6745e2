// The path of a solver, as it is kept for the stepper. Apart from the state: the worker needs no more of that.

/** Iterations whose path the stepper keeps. */
export const MAX_TRACE = 20_000;
