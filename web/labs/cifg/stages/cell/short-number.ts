// A number for a small box: the same places everywhere, a power of ten where these would say nothing.
import { minus } from "../../../../plot/scale.ts";

/** @returns such as "0.12", "−3.40", "12.3", "4e−9", "1e3" */
export function shortNumber(value: number, places: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 0.5 * 10 ** -places || size >= 9999.5)
    return minus(value.toExponential(0)).replace("e-", "e−").replace("e+", "e");
  return minus(value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : places));
}
