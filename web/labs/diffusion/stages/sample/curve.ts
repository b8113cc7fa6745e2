// Quality against steps: computed when the user starts it, point by point.
import type { Quality } from "../../../../../wasm/lib/types.ts";
import type { Client } from "../../../../host/lab.ts";
import { createListeners } from "../../../../kit/listeners.ts";
import { sameRequest } from "../../../../kit/solve-request.ts";
import type { DiffusionFrame, DiffusionRequest } from "../../requests.ts";
import type { QualityPoint, QualityRequest } from "./request.ts";

export interface Curve {
  readonly request: QualityRequest | null;
  readonly points: readonly QualityPoint[];
  readonly fresh: Quality | null;
  readonly phase: "none" | "running" | "done" | "stopped" | "refused";
  readonly message: string;
  /** Points there will be. */
  readonly all: number;
  /** Whether it answers this request. */
  fits(request: QualityRequest | null): boolean;
  start(request: QualityRequest): void;
  stop(): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

export function createCurve(client: Client<DiffusionRequest, DiffusionFrame>): Curve {
  const listeners = createListeners();
  let request: QualityRequest | null = null;
  let points: readonly QualityPoint[] = [];
  let fresh: Quality | null = null;
  let phase: Curve["phase"] = "none";
  let message = "";

  client.onframe((frame, answered) => {
    if (frame.task !== "sample-quality" || answered !== request) return;
    // The first frame has the level of a fresh sample. A run that was begun again sends it again.
    if (frame.fresh !== null) [fresh, points] = [frame.fresh, []];
    points = [...points, ...frame.points];
    if (frame.last) phase = "done";
    listeners.notify();
  });
  client.onstatus((status) => {
    if (phase !== "running" || (status.phase !== "refused" && status.phase !== "restarted")) return;
    if (status.phase === "restarted" && !status.gaveUp) return;
    [phase, message] = ["refused", status.message];
    listeners.notify();
  });

  return {
    get request() {
      return request;
    },
    get points() {
      return points;
    },
    get fresh() {
      return fresh;
    },
    get phase() {
      return phase;
    },
    get message() {
      return message;
    },
    get all() {
      return request === null ? 0 : request.steps.length * (request.network === null ? 1 : 2);
    },
    fits: (other) => request !== null && sameRequest(other, request),
    start(next) {
      [request, points, fresh, phase] = [next, [], null, "running"];
      client.solve(next);
      listeners.notify();
    },
    stop() {
      client.cancel();
      if (phase === "running") phase = "stopped";
      listeners.notify();
    },
    subscribe: listeners.subscribe,
    dispose() {
      client.cancel();
      listeners.clear();
    },
  };
}
