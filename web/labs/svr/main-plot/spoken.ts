// What the main plot says to those who do not see it: extremes of data and fit, the point that is farthest off, a place of the curve.
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import type { Spoken } from "../../../kit/main-plot/reader.ts";
import { extremes } from "../../../kit/points/extremes.ts";
import type { PageContext } from "../../../kit/points/page-context.ts";
import { unrounded } from "../../../kit/points/words.ts";
import { spoken as words } from "../messages/spoken.en.ts";
import type { SvrFit, SvrRequest } from "../request.ts";
import type { SvrState } from "../state.ts";
import type { Scene } from "./scene.ts";
import { axisNames } from "./words.ts";

const said = (value: number) => formatNumber(value, 4);

export function spokenOf(page: PageContext<SvrState, SvrRequest, SvrFit>): Spoken<Scene> {
  const names = () => axisNames(page.context.store.state);
  return {
    details(scene) {
      const { answer } = page;
      const [across, up] = [extremes(scene.x), extremes(scene.y)];
      if (answer === null || across === null || up === null || scene.pending > 0) return "";
      const { x, y } = names();
      const lines = [
        format(words.ranges, {
          ...{ x, y, xLow: said(across.low), xHigh: said(across.high), yLow: said(up.low), yHigh: said(up.high) },
        }),
      ];
      const { curve, tube } = scene;
      const ends = curve === null || page.context.store.state.plot !== "column" ? null : extremes(curve.f);
      if (curve !== null && ends !== null)
        lines.push(
          format(said(ends.low) === said(ends.high) ? words.level : words.fit, {
            low: said(ends.low),
            lowAt: said(curve.x[ends.lowAt] as number),
            high: said(ends.high),
            highAt: said(curve.x[ends.highAt] as number),
            tube: said(tube),
          }),
        );
      const { residual, primal, dual } = answer.frame.solution;
      const off = Float64Array.from(scene.row, (k) => (residual[k] ?? 0) * answer.frame.scaling.yScale);
      const { lowAt, highAt, low, high } = extremes(off) ?? { lowAt: 0, highAt: 0, low: 0, high: 0 };
      if (high >= -low) lines.push(format(words.farthest, { i: highAt + 1, above: said(high) }));
      else lines.push(format(words.farthestBelow, { i: lowAt + 1, below: said(-low) }));
      lines.push(format(words.gap, { gap: formatNumber(unrounded(primal - dual, 1 + answer.request.problem.C)) }));
      return lines.join(words.join);
    },
    at: ({ tube }, at, f) =>
      format(words.at, { x: names().x, at: said(at), f: said(f), low: said(f - tube), high: said(f + tube) }),
  };
}
