// What counts as done, and for how much: the one place that decides it.

export interface Result {
  readonly status: "completed" | "incomplete";
  /** 0 to 100 */
  readonly score: number;
}

/**
 * All statements of the lab, or the one that the package is about, have been opened while they held: unbroken, on whatever data were
 * on screen.
 * @param statements what there is to do @param done of them, or others
 */
export function resultOf(statements: readonly string[], done: ReadonlySet<string>): Result {
  const reached = statements.filter((id) => done.has(id)).length;
  const all = statements.length > 0 && reached === statements.length;
  return {
    status: all ? "completed" : "incomplete",
    score: statements.length === 0 ? 0 : Math.round((100 * reached) / statements.length),
  };
}
