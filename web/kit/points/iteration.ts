// Which iteration of the solver's path is on show.
import type { PageContext } from "./page-context.ts";

/** The iteration on show, inside the path; 0 while there is none. */
export function iterationOf(page: PageContext): number {
  const { iteration } = page.context.store.state;
  const count = page.path?.count ?? 0;
  return iteration === null ? count : Math.min(iteration, count);
}

/** Working pair of the iteration on show, as rows of the problem; null where it changed more, and when the stepper is closed. */
export function pairOf(page: PageContext): readonly [number, number] | null {
  const k = iterationOf(page);
  if (!page.context.store.state.stepper || page.path === null || k < 1) return null;
  const [i, j] = [page.path.trace.i[k - 1] as number, page.path.trace.j[k - 1] as number];
  return i < 0 ? null : [i, j];
}
