// Timing one function, the same way in Node and in a page.

/** A sample lasts at least this long (ms): clocks of browsers are coarse, and one short call says little. */
const LEAST = 25;
/** A call this long (ms) is its own warm-up. */
export const LONG = 250;

/** Milliseconds for some calls of body. @param {() => unknown} body @param {number} calls */
function time(body, calls) {
  const start = performance.now();
  for (let i = 0; i < calls; i++) body();
  return performance.now() - start;
}

/**
 * Milliseconds per call of body, over as many calls as make up one sample. A first call does not count unless it is long:
 * while the others had their turn, caches have cooled and idle pages may have been taken away.
 * @param {() => unknown} body
 */
export function sample(body) {
  const first = time(body, 1);
  if (first >= LONG) return first;
  let calls = 1;
  for (;;) {
    const elapsed = time(body, calls);
    if (elapsed >= LEAST) return elapsed / calls;
    calls = elapsed < LEAST / 16 ? calls * 8 : Math.ceil((calls * LEAST * 1.2) / elapsed);
  }
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const at = (/** @type {number} */ i) => sorted[i] ?? Number.NaN;
  return sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}

/** @param {readonly number[]} values */
export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
