// What counts as done, and for how much: the one place that decides it.

export interface Result {
  readonly status: "completed" | "incomplete";
  /** 0 to 100 */
  readonly score: number;
}

/**
 * Of tasks: all that the link names have been done, as the solver measured. Of statements: all of the lab, or the one that the package is
 * about, have been opened while they held: unbroken, on whatever data were on screen. The score is the share.
 * @param wanted what there is to do, each once @param done of them, or others
 */
export function resultOf(wanted: readonly string[], done: ReadonlySet<string>): Result {
  const reached = wanted.filter((id) => done.has(id)).length;
  const all = wanted.length > 0 && reached === wanted.length;
  return {
    status: all ? "completed" : "incomplete",
    score: wanted.length === 0 ? 0 : Math.round((100 * reached) / wanted.length),
  };
}
