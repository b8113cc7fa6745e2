// Particles that a view does not reach to: where they are shown at its edge. Layout only.

interface View {
  readonly x: { readonly domain: readonly [number, number] };
  readonly y: { readonly domain: readonly [number, number] };
}

/** The places at the edge that are nearest to the particles outside. @param xy (n*2)  @returns (m*2) */
export function atTheEdge(xy: ArrayLike<number>, { x: { domain: across }, y: { domain: up } }: View): number[] {
  const inside = (value: number, [low, high]: readonly [number, number]) => Math.max(low, Math.min(high, value));
  const places: number[] = [];
  for (let k = 0; k + 1 < xy.length; k += 2) {
    const [x, y] = [xy[k] as number, xy[k + 1] as number];
    // A sampler that has diverged leaves no place at all.
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const [px, py] = [inside(x, across), inside(y, up)];
    if (px !== x || py !== y) places.push(px, py);
  }
  return places;
}
