// When are two field values the same? Fields are JSON: scalars, or lists of scalars.

/** Equality of two field values, entry by entry for lists. 0 and -0 are the same (JSON cannot tell them apart). */
export function sameValue(a: unknown, b: unknown): boolean {
  if (sameScalar(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameScalar(a[i], b[i])) return false;
  return true;
}

function sameScalar(a: unknown, b: unknown): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** The fields of `next` that differ from `state`, or null when none does. Keys unknown to `state` are not fields. */
export function difference<State extends object>(state: Readonly<State>, next: Partial<State>): Partial<State> | null {
  const changed: Partial<State> = {};
  let any = false;
  for (const key of Object.keys(next) as (keyof State)[]) {
    if (!Object.hasOwn(state, key) || sameValue(state[key], next[key])) continue;
    changed[key] = next[key];
    any = true;
  }
  return any ? changed : null;
}
