// Plots of the claims of problem 3 as strokes, without a browser.
import { describe, expect, it } from "vitest";
import { drawOverSteps } from "../../web/labs/cifg/claim-plots/context.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";

/** Half a ring with its stroke, px. */
const RING = 6;

/** Deltas of three units at six steps, the largest of either sign at the ends of the axis. */
const values = Float64Array.from({ length: 18 }, (_, i) => (i === 17 ? 1 : i === 15 ? -1 : 0.1 * Math.sin(i)));

function drawn(size: { width: number; height: number }) {
  const pen = new SvgPen();
  const routes = { claimed: values, measured: values, error: new Float64Array(18) };
  drawOverSteps(pen, size, PLAIN, routes, { T: 6, dh: 3, t: 6, tolerance: 1e-12, label: "δh", role: "pair" });
  return pen.finish(size, "", null);
}

describe("the lane of a delta", () => {
  // A claim's page, a widget, and a widget with a long check.
  it.each([
    [690, 208],
    [340, 160],
    [340, 104],
  ])("has every ring whole at %i x %i", (width, height) => {
    const svg = drawn({ width, height });
    const [, top = 0, inner = 0] = (/<clipPath[^>]*><path d="M\d+ ([\d.]+)h[\d.]+v([\d.]+)/.exec(svg) ?? []).map(
      Number,
    );
    expect(inner).toBeGreaterThan(40);
    // The lines of the grid at 1 and -1 go through the middle of the outermost rings: 5 px and half a stroke are a ring.
    const lines = Array.from(
      /<path d="((?:M[\d.]+ [\d.]+L[\d.]+ [\d.]+)+)"/.exec(svg)?.[1]?.matchAll(/L[\d.]+ ([\d.]+)/g) ?? [],
    );
    const heights = lines.map(([, y]) => Number(y));
    expect(heights).toHaveLength(3);
    expect(Math.min(...heights) - top).toBeGreaterThanOrEqual(RING);
    expect(top + inner - Math.max(...heights)).toBeGreaterThanOrEqual(RING);
  });
});
