// The turned space of three columns: right, up and towards the eye.

/** How it is turned, degrees: positive azimuth moves the front to the right, positive elevation tilts the top to the front. */
export interface Turn {
  readonly azimuth: number;
  readonly elevation: number;
}

const RADIANS = Math.PI / 180;

/** [right, up, front] after turning. */
export function turned(
  { azimuth, elevation }: Turn,
  [x, y, z]: readonly [number, number, number],
): [number, number, number] {
  const [cosA, sinA] = [Math.cos(azimuth * RADIANS), Math.sin(azimuth * RADIANS)];
  const [cosE, sinE] = [Math.cos(elevation * RADIANS), Math.sin(elevation * RADIANS)];
  const front = cosA * z - sinA * x;
  return [cosA * x + sinA * z, cosE * y - sinE * front, sinE * y + cosE * front];
}

/** The same for d3-geo, whose globe has the front at longitude and latitude 0. */
export function rotation({ azimuth, elevation }: Turn): [number, number] {
  return [azimuth, -elevation];
}

/** Turned further by so many degrees: around without limit, up and down to the poles. */
export function turnedBy({ azimuth, elevation }: Turn, right: number, down: number): Turn {
  const around = (((azimuth + right + 180) % 360) + 360) % 360;
  return { azimuth: around - 180, elevation: Math.max(-90, Math.min(90, elevation + down)) };
}
