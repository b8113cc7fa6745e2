// Whether sound is on: it is from the first press that has begun it, until it is silenced. What a place of a curve sounds like then.

export const sounding = {
  /** One short tone, Hz; null while sound is off. */
  note: null as ((pitch: number) => void) | null,
};
