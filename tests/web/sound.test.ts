// From values to pitches and times: pure, so that it is tested without a loudspeaker.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APART, type Curve, SECONDS, scheduleOf } from "../../web/kit/sound/curve.ts";
import { HIGHEST, LOWEST, pitchOf, placeOf } from "../../web/kit/sound/pitch.ts";
import { lossAxis } from "../../web/kit/training/loss-axis.ts";

const unit = { domain: [0, 1] } as const;
const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("the pitch of a value", () => {
  it("is an octave for half of the axis, between its two ends", () => {
    expect([0, 0.5, 1].map((value) => pitchOf(value, unit))).toEqual([LOWEST, 2 * LOWEST, HIGHEST]);
    expect(pitchOf(-3, { domain: [-4, -2] })).toBeCloseTo(2 * LOWEST, 9);
  });

  it("rises with the value, and stays within its bounds", () => {
    fc.assert(
      fc.property(
        finite(-1e6, 1e6),
        finite(1e-3, 1e6),
        finite(0, 1),
        finite(0, 1),
        fc.boolean(),
        (start, span, a, b, log) => {
          const low = log ? Math.abs(start) + 1e-3 : start;
          const axis = { domain: [low, low + span] as const, log };
          const [lower, upper] = [Math.min(a, b), Math.max(a, b)].map((share) => pitchOf(low + share * span, axis));
          expect(lower).toBeGreaterThanOrEqual(LOWEST);
          expect(upper).toBeLessThanOrEqual(HIGHEST);
          expect(lower).toBeLessThanOrEqual(upper as number);
          if (Math.abs(a - b) > 1e-3 && span > Math.abs(low) * 1e-6) expect(lower).toBeLessThan(upper as number);
        },
      ),
    );
  });

  it("on a logarithmic axis is the same interval for the same ratio", () => {
    const axis = { domain: [1e-8, 1] as const, log: true };
    const at = (value: number) => pitchOf(value, axis);
    expect(at(1e-4)).toBeCloseTo(2 * LOWEST, 9);
    expect(at(1e-3) / at(1e-5)).toBeCloseTo(at(1e-1) / at(1e-3), 9);
  });

  it("is silence where the value has no place on the axis", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -0.1, 1.1]) expect(pitchOf(value, unit)).toBeNaN();
    for (const value of [0, -1]) expect(pitchOf(value, { domain: [1e-3, 1], log: true })).toBeNaN();
  });

  it("is the middle one where the axis is a single value", () => {
    expect(pitchOf(7, { domain: [7, 7] })).toBe(2 * LOWEST);
    expect(placeOf(8, { domain: [7, 7] })).toBeNaN();
  });

  it("of a loss falls by an octave for a tenth of it, and moves with nothing that comes later", () => {
    const axis = lossAxis([Number.NaN, 3]);
    expect(lossAxis([Number.NaN, 3, 0.1, 900])).toEqual(axis);
    expect(pitchOf(3, axis) / pitchOf(0.3, axis)).toBeCloseTo(2, 9);
    expect(pitchOf(2, lossAxis([]))).toBeCloseTo(HIGHEST, 9);
  });
});

const curve = (y: readonly number[], more: Partial<Curve> = {}): Curve => ({
  ...{ x: y.map((_, k) => k), y, across: { domain: [0, y.length - 1] }, up: { domain: [-1, 1] } },
  ...more,
});

describe("a curve as sound", () => {
  it("takes its time along the axis, each value at its place", () => {
    const { tone } = scheduleOf(curve([-1, 0, 1]));
    expect(tone).toEqual([
      { at: 0, pitch: LOWEST },
      { at: SECONDS / 2, pitch: 2 * LOWEST },
      { at: SECONDS, pitch: HIGHEST },
    ]);
  });

  it("is silent where it is broken or out of sight, and says nothing of what is beside the picture", () => {
    const { tone } = scheduleOf(curve([0, Number.NaN, 5, 0], { across: { domain: [0, 2] } }));
    expect(tone.map(({ pitch }) => pitch)).toEqual([2 * LOWEST, Number.NaN, Number.NaN]);
  });

  it("that is constant is one pitch", () => {
    const { tone, ticks } = scheduleOf(curve([0.5, 0.5, 0.5], { up: { domain: [0.5, 0.5] } }));
    expect(new Set(tone.map(({ pitch }) => pitch))).toEqual(new Set([2 * LOWEST]));
    expect(ticks).toEqual([]);
  });

  it("ticks where it crosses 0, once, and not across a gap", () => {
    expect(scheduleOf(curve([-1, 1, 1])).ticks).toEqual([SECONDS / 4]);
    expect(scheduleOf(curve([-1, 0, 1])).ticks).toEqual([SECONDS / 2]);
    expect(scheduleOf(curve([-1, Number.NaN, 1])).ticks).toEqual([]);
    expect(scheduleOf(curve([0, 0, 0])).ticks).toEqual([]);
  });

  it("clicks for its points at their pitch; of many at once one outside is heard", () => {
    const points = { x: [2, 0, 1, 1, 1, 9], y: [1, -1, 0, 0.5, 0, 0] };
    const { clicks } = scheduleOf(curve([0, 0, 0], { points, outside: (i) => i === 3 }));
    expect(clicks).toEqual([
      { at: 0, pitch: LOWEST, outside: false },
      { at: SECONDS / 2, pitch: pitchOf(0.5, { domain: [-1, 1] }), outside: true },
      { at: SECONDS, pitch: HIGHEST, outside: false },
    ]);
  });

  it("never clicks faster than clicks can be told apart", () => {
    const places = fc.array(fc.tuple(finite(0, 1), finite(-1, 1), fc.boolean()), { maxLength: 300 });
    fc.assert(
      fc.property(places, (all) => {
        const points = { x: all.map(([x]) => x), y: all.map(([, y]) => y) };
        const outside = (i: number) => all[i]?.[2] === true;
        const times = scheduleOf(curve([0, 0], { points, outside })).clicks.map(({ at }) => at);
        for (const [k, at] of times.slice(1).entries()) expect(at - (times[k] as number)).toBeGreaterThanOrEqual(APART);
        expect(times.length > 0).toBe(all.length > 0);
      }),
    );
  });
});
