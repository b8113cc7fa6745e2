// Trails of particles: the pieces of their paths, in bands that fade.

export interface TrailBand {
  readonly alpha: number;
  /** Pieces: x0, y0, x1, y1 of each. */
  readonly pieces: readonly number[];
}

/** Trails of the first `chosen` particles through states, the newest last. */
export function trailBands(states: readonly Float32Array[], chosen: number, bands: number): TrailBand[] {
  const legs = states.length - 1;
  return Array.from({ length: bands }, (_, band) => {
    const pieces: number[] = [];
    const [from, to] = [Math.floor((band * legs) / bands), Math.floor(((band + 1) * legs) / bands)];
    for (let k = from; k < to; ++k) {
      const [a, b] = [states[k] as Float32Array, states[k + 1] as Float32Array];
      for (let i = 0; i < Math.min(chosen, a.length / 2); ++i)
        pieces.push(a[2 * i] as number, a[2 * i + 1] as number, b[2 * i] as number, b[2 * i + 1] as number);
    }
    return { alpha: (band + 1) / bands, pieces };
  }).filter(({ pieces }) => pieces.length > 0);
}
