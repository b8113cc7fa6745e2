// What each lane shows, from the newest answer.
import { formatNumber } from "../../../../host/format-number.ts";
import { forward as words } from "../../messages/forward.en.ts";
import { decades, type Lane, type LaneId, steps, upTo } from "./lanes.ts";
import type { ForwardFrame } from "./request.ts";

/** A lane of betas shows at least from 1e-4 to 1, so that there is room to drag to. */
const LEAST_DECADE = -4;

/** @param t the step that the answer is for  @param T of its schedule */
export function laneOf(id: LaneId, frame: ForwardFrame, t: number): Lane {
  const { schedule, lanes } = frame;
  const at = (values: Float64Array) => (t === 0 ? Number.NaN : (values[t - 1] as number));
  const text = (value: number) => (Number.isNaN(value) ? "" : formatNumber(value, 3));
  const [title, short] = [words.lanes[id], words.lanes.short[id]];
  const own = steps(frame);
  switch (id) {
    case "beta": {
      const value = at(schedule.beta);
      const [low] = decades(schedule.beta);
      const lines = [{ t: own, y: schedule.beta, colour: "upper" as const }];
      const domain = [Math.max(-9, Math.min(LEAST_DECADE, low)), 0] as const;
      return {
        id,
        title,
        short,
        value: text(value),
        lines,
        values: [{ y: value, colour: "upper" }],
        log: true,
        domain,
      };
    }
    case "alphaBar": {
      const value = t === 0 ? 1 : at(schedule.alphaBar);
      const lines = [
        { t: [0, ...own], y: [1, ...schedule.alphaBar], colour: "below" as const },
        { t: [0, ...own], y: [0, ...schedule.noise], colour: "inside" as const, dash: [5, 3] },
      ];
      const values = [{ y: value, colour: "below" as const }];
      return { id, title, short, value: text(value), lines, values, log: false, domain: [0, 1.05] };
    }
    case "snr": {
      const value = at(schedule.snr);
      const lines = [{ t: own, y: schedule.snr, colour: "tube" as const }];
      const shown = t === 0 ? words.lanes.infinite : text(value);
      const values = [{ y: value, colour: "tube" as const }];
      return { id, title, short, value: shown, lines, values, log: true, domain: decades(schedule.snr) };
    }
    case "variance": {
      const { exact, closed, t: measured } = lanes;
      const lines = [
        { t: measured, y: exact[0], colour: "ink" as const },
        { t: measured, y: exact[1], colour: "ink" as const, dash: [5, 3] },
        { t: measured, y: closed[0], colour: "above" as const, dots: true },
        { t: measured, y: closed[1], colour: "above" as const, dots: true },
      ];
      const walked = frame.walkedCovariance;
      const values = [frame.closedCovariance[0], frame.closedCovariance[3]].map((y) => ({
        y: y as number,
        colour: "above" as const,
      }));
      const steps = [walked?.[0], walked?.[3]].flatMap((y) =>
        y === undefined ? [] : [{ y, colour: "pair" as const, cross: true }],
      );
      const value = `${text(frame.covariance[0] as number)}, ${text(frame.covariance[3] as number)}`;
      return {
        id,
        title,
        short,
        value,
        lines,
        values: [...values, ...steps],
        log: false,
        domain: upTo(...exact, ...closed),
      };
    }
    case "kl": {
      const lines = [{ t: lanes.t, y: lanes.priorKl, colour: "dual" as const }];
      const values = [{ y: frame.priorKl, colour: "dual" as const }];
      return { id, title, short, value: text(frame.priorKl), lines, values, log: true, domain: decades(lanes.priorKl) };
    }
  }
}
