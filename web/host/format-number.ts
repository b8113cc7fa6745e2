// Measured numbers as people read them: a few significant digits, a power of ten where the plain form would be long.
import { minus, powerOfTen } from "../plot/scale.ts";

/**
 * @param value any double  @param digits significant digits kept, trailing zeros dropped
 * @returns such as "0", "0.0123", "12.4", "3.1×10⁻⁹", "∞"
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "\u2212∞" : "∞";
  if (value === 0) return "0";
  const [mantissa = "", power = "0"] = value.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  // Plain as long as no more than three zeros lead or are made up at the end.
  if (exponent >= -3 && exponent < Math.max(digits, 5))
    return minus(trimmed(Number(value.toPrecision(digits)).toFixed(Math.max(0, digits - 1 - exponent))));
  const short = trimmed(mantissa);
  if (short === "1") return powerOfTen(exponent);
  if (short === "-1") return `\u2212${powerOfTen(exponent)}`;
  return `${minus(short)}×${powerOfTen(exponent)}`;
}

function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/** A count with a thin space between thousands. */
export const formatCount = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
