// Which step of each tour the user has come to, kept in the browser; where it keeps nothing, for this visit.
const PREFIX = "proofground-tour-";
const visit = new Map<string, number>();

/** @returns the step to go on with, from 0; null: the tour has not begun, or is over */
export function keptStep(lab: string): number | null {
  const known = visit.get(lab);
  if (known !== undefined) return known;
  try {
    const text = localStorage.getItem(PREFIX + lab);
    return text !== null && /^\d$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
}

export function keepStep(lab: string, step: number | null): void {
  if (step === null) visit.delete(lab);
  else visit.set(lab, step);
  try {
    if (step === null) localStorage.removeItem(PREFIX + lab);
    else localStorage.setItem(PREFIX + lab, String(step));
  } catch {
    // Refused, or full: it is kept for this visit.
  }
}
