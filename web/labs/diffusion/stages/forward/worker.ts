// The worker's half of the stage: one frame for each request.
import type { ForwardAnswer, Proofground } from "../../../../../wasm/lib/types.ts";
import { cloudOf } from "../../cloud.ts";
import { newest } from "../../worker-data.ts";
import type { ForwardFrame, ForwardLanes, ForwardRequest } from "./request.ts";

/** Steps at which moments are measured, besides 0: more than a lane has room to show apart. */
const MOST_MEASURED = 60;

/** 0 to T, evenly as far as whole steps are, both ends among them. */
export function measuredSteps(T: number): number[] {
  const count = Math.min(T, MOST_MEASURED);
  return Array.from({ length: count + 1 }, (_, k) => Math.round((k * T) / count));
}

type LanesKey = Pick<ForwardRequest, "data" | "schedule" | "count" | "seed">;

/** They do not depend on t: while t is dragged they are not computed again. */
const lanesOf = newest((pg, { data, schedule, count, seed }: LanesKey): ForwardLanes => {
  const cloud = cloudOf(pg, data);
  const at = measuredSteps(pg.diffusion.schedule(schedule).beta.length);
  const measured = at.map((t) => pg.diffusion.forward({ data: cloud, schedule, t, count, seed, walk: false }));
  const of = (value: (answer: ForwardAnswer) => number | undefined) =>
    Float64Array.from(measured, (answer) => value(answer) as number);
  return {
    t: Float64Array.from(at),
    exact: [of((answer) => answer.covariance[0]), of((answer) => answer.covariance[3])],
    closed: [of((answer) => answer.closedCovariance[0]), of((answer) => answer.closedCovariance[3])],
    priorKl: of((answer) => answer.priorKl),
  };
});

export function* forward(pg: Proofground, request: ForwardRequest): Generator<ForwardFrame, void, unknown> {
  const { schedule, t, count, seed, walk, window } = request;
  const data = cloudOf(pg, request.data);
  const moved = pg.diffusion.forward({ data, schedule, t, count, seed, walk });
  const map = t > 0 || data.spread > 0 ? pg.diffusion.density({ data, schedule, t, window }) : null;
  const { beta, alphaBar, noise, snr } = pg.diffusion.schedule(schedule);
  const lanes = structuredClone(lanesOf(pg, { data: request.data, schedule, count, seed }));
  const points = Float64Array.from(data.points);
  yield { task: "forward", ...moved, points, map, schedule: { beta, alphaBar, noise, snr }, lanes };
}
