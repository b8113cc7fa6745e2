// Scales: one-dimensional maps from data to CSS pixels, with ticks at round numbers. The ticks are those of d3-scale (a test
// compares them); d3-scale itself weighs nine times as much once compressed, since it brings colours, dates and locales.

/** A strictly monotone map from data values to pixels. */
export interface Scale {
  (value: number): number;
  /** The data value at a pixel. */
  invert(pixel: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly kind: "linear" | "log";
  /** About `count` round values inside the domain, ascending. */
  ticks(count: number): number[];
  /** How ticks of about that count are written. */
  format(count: number): (value: number) => string;
}

/** Geometric middles between the steps 1, 2, 5 and 10: the round step nearest in ratio is taken. */
const STEPS: readonly (readonly [number, number])[] = [
  [Math.sqrt(50), 10],
  [Math.sqrt(10), 5],
  [Math.sqrt(2), 2],
];

/** Most ticks that an axis is asked for; more could not be written side by side. */
const MOST_TICKS = 200;
export const asked = (count: number) => Math.max(1, Math.min(MOST_TICKS, count));

/**
 * A domain narrower than this share of its magnitude is drawn as one value: a pixel of it would hold no more than a handful of
 * doubles, and its ticks would differ in the thirteenth digit.
 */
export const NARROWEST = 1e-12;
/** Smallest width of a domain: below it a step between ticks loses its digits. The solvers count such a column as constant. */
export const THINNEST = 1e-300;

/**
 * The step of round ticks: 1, 2 or 5 times a power of ten. Returned as a sign and whole number so that steps below one stay
 * exact: step = whole if whole > 0, and 1 / -whole otherwise.
 */
function stepOf(low: number, high: number, count: number): number {
  const raw = (high - low) / asked(count);
  const power = Math.floor(Math.log10(raw));
  const error = raw / 10 ** power;
  const factor = STEPS.find(([from]) => error >= from)?.[1] ?? 1;
  return power >= 0 ? factor * 10 ** power : -(10 ** -power) / factor;
}

/** Round values in [low, high], about `count` of them; none where doubles cannot hold them. */
export function linearTicks(low: number, high: number, count: number): number[] {
  if (!(high > low) || !Number.isFinite(high - low) || !(count >= 1)) return high === low ? [low] : [];
  const step = stepOf(low, high, count);
  if (!Number.isFinite(step) || step === 0) return [];
  const unit = step > 0 ? 1 / step : -step;
  const at = (k: number) => (step > 0 ? k * step : k / -step);
  let first = Math.round(low * unit);
  let last = Math.round(high * unit);
  if (at(first) < low) ++first;
  if (at(last) > high) --last;
  // One step may be too wide for any multiple of it to lie in the domain.
  if (last < first && count < 2) return linearTicks(low, high, 2);
  const ticks: number[] = [];
  // Counted from 0, since first + 1 is first where the domain is narrow and far from 0. There, ticks that fall on the same
  // double are one, and a rounded one may lie outside.
  const more = Math.min(last - first, 2 * MOST_TICKS);
  for (let i = 0; i <= more; ++i) {
    const tick = at(first + i) + 0;
    if (tick >= low && tick <= high && tick > (ticks.at(-1) ?? Number.NEGATIVE_INFINITY)) ticks.push(tick);
  }
  return ticks;
}

/** U+2212, the minus of mathematics: as wide as the plus. */
export function minus(text: string): string {
  return text.replace("-", "\u2212");
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** 10⁻³ and such. */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPT[Number(digit)] ?? "").join("");
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}

/** Exponents of ten at which numbers are written out; others get a mantissa and a power of ten. */
const WRITTEN_OUT = { from: -2, to: 5 };
/** Decimals up to which a number is written out whatever its size. */
const FEW_DECIMALS = 5;

/** Rounded to decimals as toFixed does, which refuses more than 100 of them. */
function fixed(value: number, decimals: number): string {
  return minus(value.toFixed(Math.max(0, Math.min(100, decimals))));
}

/** The exponent of ten of a number other than 0, from its digits: its logarithm may round up to the next one. */
function exponentOf(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}

/**
 * value / 10^exponent, rounded to `places` decimals. By its digits: a division would round first, and labels of neighbouring
 * ticks could come out equal. @param value not 0
 */
function mantissa(value: number, exponent: number, places: number): string {
  const kept = places + exponentOf(value) - exponent;
  // Less than the last digit: what is left of 0 after rounding, which has no neighbour to be told from.
  if (kept < 0) return fixed(value / 10 ** exponent, places);
  const [digits = "", power = "0"] = Math.abs(value).toExponential(Math.min(100, kept)).split("e");
  const zeros = Math.max(0, exponent - Number(power));
  const whole = 1 + Math.max(0, Number(power) - exponent);
  const all = "0".repeat(zeros) + digits.replace(".", "");
  const fraction = all.slice(whole).padEnd(places, "0");
  return `${value < 0 ? "\u2212" : ""}${all.slice(0, whole)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** A number as axes write it: `decimals` places, or mantissa and power of ten where that would be long. */
function written(value: number, decimals: number, largest: number): string {
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(largest));
  const long = decimals > FEW_DECIMALS && exponent < WRITTEN_OUT.from;
  if (exponent <= WRITTEN_OUT.to && !long) return fixed(value, decimals);
  return `${mantissa(value, exponent, Math.max(0, decimals + exponent))}×${powerOfTen(exponent)}`;
}

function inFull(value: number): string {
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const short = Number(power) >= WRITTEN_OUT.from && Number(power) <= WRITTEN_OUT.to;
  return short || !Number.isFinite(value) ? minus(String(value)) : `${minus(digits)}×${powerOfTen(Number(power))}`;
}

export function linearFormat(low: number, high: number, count: number): (value: number) => string {
  const step = stepOf(low, high, count);
  const size = step > 0 ? step : -1 / step;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  // A domain without steps has one tick at most, which is written in full.
  if (!(size > 0) || !Number.isFinite(size)) return inFull;
  // Digits after the point that tell neighbouring ticks apart; negative counts zeros before it.
  const digits = -Math.floor(Math.log10(size) + 1e-9);
  const exponent = Math.floor(Math.log10(largest));
  const decimals = exponent > WRITTEN_OUT.to || digits > FEW_DECIMALS ? digits : Math.max(0, digits);
  return (value) => written(value, decimals, largest);
}

export function build(
  domain: readonly [number, number],
  range: readonly [number, number],
  kind: Scale["kind"],
  map: (value: number) => number,
  unmap: (mapped: number) => number,
  ticks: Scale["ticks"],
  format: Scale["format"],
): Scale {
  const from = map(domain[0]);
  const span = map(domain[1]) - from;
  const [start, end] = range;
  // A domain of one value maps to the middle: it has no slope.
  const forward = (value: number) =>
    span === 0 ? (start + end) / 2 : start + ((map(value) - from) / span) * (end - start);
  const invert = (pixel: number) =>
    end === start ? domain[0] : unmap(from + ((pixel - start) / (end - start)) * span);
  return Object.assign(forward, { invert, domain, range, kind, ticks, format });
}

/** value -> pixel, straight. @param domain finite; may descend or be one value */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const low = Math.min(...domain);
  const high = Math.max(...domain);
  const same = (value: number) => value;
  return build(
    domain,
    range,
    "linear",
    same,
    same,
    (count) => linearTicks(low, high, count),
    (count) => linearFormat(low, high, count),
  );
}

/** Smallest and largest finite value, or `fallback` when there is none. */
export function extent(values: ArrayLike<number>, fallback: readonly [number, number] = [0, 1]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; ++i) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [fallback[0], fallback[1]];
}

/** Whether a picture cannot tell the ends of a domain apart. */
export function asOneValue([low, high]: readonly [number, number]): boolean {
  const width = high - low;
  return !(width > NARROWEST * Math.max(Math.abs(low), Math.abs(high)) && width > THINNEST);
}

/**
 * A domain with room around its values. @param share of the width added on either side; one value, or values that a picture
 * cannot tell apart, get a width of their own
 */
export function padded([low, high]: readonly [number, number], share: number): [number, number] {
  const width = high - low;
  if (!asOneValue([low, high])) return [low - width * share, high + width * share];
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Half its size to either side, or half a unit at zero, so that it sits in the middle of a readable axis.
  const room = size > THINNEST ? size / 2 : 0.5;
  return [low - room, high + room];
}
