// Delta debugging (Zeller and Hildebrandt, 2002): a list that fails, made shorter while it fails. Every try is a page, so their number is
// bounded.

/**
 * @template T
 * @param {readonly T[]} list fails
 * @param {(list: readonly T[]) => Promise<boolean>} fails
 * @param {number} tries at most
 * @returns {Promise<readonly T[]>} a list that has been seen to fail
 */
export async function reduce(list, fails, tries) {
  let parts = 2;
  while (list.length >= 2 && tries > 0) {
    const size = Math.ceil(list.length / parts);
    let shorter = null;
    // What led to a failure is mostly near its end: the beginning is left out first.
    for (let from = 0; from < list.length && tries > 0 && shorter === null; from += size) {
      const rest = [...list.slice(0, from), ...list.slice(from + size)];
      tries -= 1;
      if (await fails(rest)) shorter = rest;
    }
    if (shorter !== null) {
      list = shorter;
      parts = Math.max(2, parts - 1);
    } else if (size === 1) break;
    else parts = Math.min(list.length, 2 * parts);
  }
  return list;
}
