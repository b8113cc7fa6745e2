// The logarithmic scale. No lab's first picture needs one: loaded with the plots that do.
import { asked, build, linearFormat, linearTicks, powerOfTen, type Scale } from "./scale.ts";

/** value -> pixel by the logarithm. @param domain both > 0; values <= 0 map to the lower end */
export function log(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const positive = (value: number) => Math.max(value, Number.MIN_VALUE);
  const low = positive(Math.min(...domain));
  const high = positive(Math.max(...domain));
  const map = (value: number) => Math.log10(positive(value));
  const ticks = (count: number): number[] => {
    const decades = Math.log10(high) - Math.log10(low);
    if (!(decades > 0)) return [low];
    // Less than a decade has no powers of ten to show.
    if (decades < 1) return linearTicks(low, high, count).filter((tick) => tick > 0);
    const stride = Math.max(1, Math.ceil(decades / asked(count)));
    const first = Math.ceil(Math.log10(low) - 1e-9);
    const last = Math.floor(Math.log10(high) + 1e-9);
    if (!Number.isFinite(last - first)) return [];
    const result: number[] = [];
    // Not 10 ** k, which is off by a digit for some k; and an end of the domain may be off by one.
    for (let k = first; k <= last; k += stride) result.push(Math.min(high, Math.max(low, Number(`1e${k}`))));
    return result;
  };
  const format = (count: number) => {
    if (Math.log10(high) - Math.log10(low) < 1) return linearFormat(low, high, count);
    return (value: number) => {
      const exponent = Math.round(Math.log10(value));
      return Math.abs(exponent) <= 3 ? String(Number((10 ** exponent).toPrecision(1))) : powerOfTen(exponent);
    };
  };
  return build(domain, range, "log", map, (mapped) => 10 ** mapped, ticks, format);
}
