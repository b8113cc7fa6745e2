// What tests read of the stage: numbers as they were computed.
import type { Scene } from "./scene.ts";

export function readingsForTests(
  { frame, request, tool, points, empty }: Scene,
  peak: number | null,
): Record<string, string> {
  const pair = (covariance: Float64Array | null | undefined) => (covariance ? `${covariance[0]} ${covariance[3]}` : "");
  const t = request?.t ?? 0;
  return {
    tool,
    empty: String(empty),
    t: frame === null ? "" : String(t),
    n: String(frame === null ? 0 : frame.points.length / 2),
    edited: String((points?.length ?? 0) / 2),
    count: String(frame === null ? 0 : frame.closed.length / 2),
    first: frame === null ? "" : Array.from(frame.closed.subarray(0, 2)).join(" "),
    exact: pair(frame?.covariance),
    closed: pair(frame?.closedCovariance),
    walked: pair(frame?.walkedCovariance),
    kl: frame === null ? "" : String(frame.priorKl),
    peak: peak === null ? "" : String(peak),
    beta: frame === null || t === 0 ? "" : String(frame.schedule.beta[t - 1]),
    alphaBar: frame === null || t === 0 ? "" : String(frame.schedule.alphaBar[t - 1]),
  };
}
