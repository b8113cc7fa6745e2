// What the stage says of its picture and of its lanes to those who do not see them.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { curvesOf, type Line, rangesOf, type Series } from "../../../../kit/stages/series.ts";
import type { Numbers, Spoken } from "../../../../kit/stages/spoken.ts";
import { forward as words } from "../../messages/forward.en.ts";
import { spoken } from "../../messages/spoken.en.ts";
import { laneOf } from "./lane-content.ts";
import { heardOf, LANES, type LaneId } from "./lanes.ts";
import type { LanesView } from "./lanes-view.ts";
import type { Scene } from "./scene.ts";

const said = (value: number | undefined) => formatNumber(value ?? Number.NaN, 3);

/** Of the picture. @param table of the moments */
export function spokenOf(scene: () => Scene, peak: () => number | null, table: () => HTMLElement | null): Spoken {
  const { picture } = spoken.forward;
  return {
    title: picture.title,
    table,
    told() {
      const { frame, request, empty } = scene();
      if (frame === null || request === null || empty) return "";
      const { schedule, covariance, mean, walkedMean, walkedCovariance } = frame;
      const { t } = request;
      const lines = [
        format(picture.signal, {
          ...{
            t,
            signal: said(t === 0 ? 1 : schedule.alphaBar[t - 1]),
            noise: said(t === 0 ? 0 : schedule.noise[t - 1]),
          },
          kl: said(frame.priorKl),
        }),
        format(picture.exact, {
          ...{ m1: said(mean[0]), m2: said(mean[1]), v1: said(covariance[0]), v2: said(covariance[3]) },
          c: said(covariance[1]),
        }),
        format(picture.closed, {
          ...{ m1: said(frame.closedMean[0]), m2: said(frame.closedMean[1]) },
          ...{ v1: said(frame.closedCovariance[0]), v2: said(frame.closedCovariance[3]) },
        }),
      ];
      if (walkedMean && walkedCovariance)
        lines.push(
          format(picture.walked, {
            ...{ m1: said(walkedMean[0]), m2: said(walkedMean[1]) },
            ...{ v1: said(walkedCovariance[0]), v2: said(walkedCovariance[3]) },
          }),
        );
      const most = peak();
      lines.push(most === null ? words.notes.noDensity : format(picture.peak, { peak: said(most) }));
      return lines.join(spoken.join);
    },
  };
}

/** The lines of a lane that are walked, and what they are called. */
function linesOf(id: LaneId): readonly { readonly name: string; readonly line: number }[] {
  const { names } = spoken.forward.lanes;
  if (id === "variance") return names.variances.map((name, line) => ({ name, line }));
  if (id === "alphaBar") return [names.signal, names.noise].map((name, line) => ({ name, line }));
  return [{ name: names[id], line: 0 }];
}

/** Of the lanes. */
export function lanesSpokenOf(scene: () => Scene, view: LanesView): Spoken {
  const { lanes: own } = spoken.forward;

  /** Each lane has places of its own. */
  function all(): { readonly id: LaneId; readonly series: Series }[] {
    const { frame, request, empty, T } = scene();
    if (frame === null || request === null || empty) return [];
    return LANES.map((id) => {
      const lane = laneOf(id, frame, request.t);
      const axis = heardOf(lane, T)?.up;
      const lines = linesOf(id).map(
        ({ name, line }): Line => ({ name, y: lane.lines[line]?.y ?? [], ...(axis ? { axis } : {}) }),
      );
      const x = lane.lines[0]?.t ?? [];
      const on = Array.from(x).indexOf(request.t);
      return { id, series: { across: "t", x, lines, ...(on < 0 ? {} : { on }) } };
    });
  }

  /** At the steps at which moments are measured. */
  function numbers(): Numbers | null {
    const { frame, empty } = scene();
    if (frame === null || empty) return null;
    const { lanes, schedule } = frame;
    const before = (t: number, values: Float64Array, zero: number) => said(t === 0 ? zero : values[t - 1]);
    return {
      columns: own.columns,
      rows: () =>
        Array.from(lanes.t, (t, k) => [
          String(t),
          t === 0 ? spoken.none : said(schedule.beta[t - 1]),
          before(t, schedule.alphaBar, 1),
          before(t, schedule.snr, Number.POSITIVE_INFINITY),
          ...[lanes.exact[0][k], lanes.exact[1][k], lanes.closed[0][k], lanes.closed[1][k], lanes.priorKl[k]].map(said),
        ]),
    };
  }

  return {
    title: own.title,
    // The names of the lanes have their values on show; the particles' lines are those of q_t but for the draw.
    told: () =>
      all()
        .map(({ id, series }) => rangesOf(id === "variance" ? { ...series, lines: series.lines.slice(0, 2) } : series))
        .join(spoken.join),
    numbers,
    curves: () => all().flatMap(({ id, series }) => curvesOf(series, (_, t, y) => view.placeOf(id, t, y))),
  };
}
