// States and answers of the SVR lab made by hand: what the page side is tested with where no solver is needed.
import type { Client, ClientStatus } from "../../web/host/lab.ts";
import model from "../../web/labs/svr/model.ts";
import type { SvrAnswer, SvrFit, SvrFrame, SvrRequest } from "../../web/labs/svr/request.ts";
import type { SvrState } from "../../web/labs/svr/state.ts";

/** The initial state with this data. @param x (n*d) row-major */
export function stateOf(x: readonly number[], y: readonly number[], d = 1): SvrState {
  const xNames = Array.from({ length: d }, (_, k) => `x${k + 1}`);
  return { ...model.initial(), preset: "own", plot: "column", x, y, d, xNames, yName: "y", C: 10 };
}

type Numbers = readonly number[];
interface Solved {
  alpha?: Numbers;
  alphaStar?: Numbers;
  residual?: Numbers;
  xi?: Numbers;
  kktCase?: Numbers;
  fitted?: Numbers;
  iterations?: number;
}

/** A frame of the right sizes; what is not given is 0, and every point inside the tube. */
export function frameFor(request: SvrRequest, solved: Solved = {}): SvrFit {
  const n = request.problem.y.length;
  const { d } = request.problem;
  const values = (given: Numbers | undefined) => Float64Array.from({ length: n }, (_, i) => given?.[i] ?? 0);
  const iterations = Math.min(request.stopAt ?? Number.POSITIVE_INFINITY, solved.iterations ?? 7);
  const path = Float64Array.from({ length: iterations }, (_, k) => k + 1);
  const { curve } = request;
  return {
    phase: "done",
    solution: {
      alpha: values(solved.alpha),
      alphaStar: values(solved.alphaStar),
      b: 0,
      bInterval: [0, 0],
      w: null,
      residual: values(solved.residual),
      xi: values(solved.xi),
      primal: 1,
      dual: 1,
      report: { iterations, activeSetSteps: 0, converged: true, kktGap: 0 },
    },
    scaling: { xMean: new Float64Array(d), xScale: new Float64Array(d).fill(1), yMean: 0, yScale: 1 },
    fitted: values(solved.fitted),
    kktCase: Uint8Array.from({ length: n }, (_, i) => solved.kktCase?.[i] ?? 2),
    tube: 0.5,
    curve: curve && { x: Float64Array.of(curve.from, curve.to), f: Float64Array.of(curve.from, curve.to) },
    trace: request.trace
      ? {
          method: new Uint8Array(iterations),
          i: Int32Array.from(path),
          j: Int32Array.from(path),
          dual: path,
          primal: path.map((k) => 100 - k),
          kktGap: path,
        }
      : null,
    claims: [],
    broken: null,
  };
}

export function answerTo(state: SvrState, solved: Solved = {}): SvrAnswer {
  const request = model.request(state);
  return { request, frame: frameFor(request, solved) };
}

/** A client that remembers what it is asked and answers when told to. */
export class PatientClient implements Client<SvrRequest, SvrFrame> {
  readonly asked: SvrRequest[] = [];
  cancelled = 0;
  readonly status: ClientStatus = { phase: "idle" };
  private readonly listeners: ((frame: SvrFrame, request: SvrRequest) => void)[] = [];

  solve(request: SvrRequest): void {
    this.asked.push(request);
  }
  /** Answer the newest question. */
  answer(solved: Solved = {}): void {
    const request = this.asked.at(-1);
    if (request === undefined) throw new Error("nothing was asked");
    this.notify(frameFor(request, solved), request);
  }
  notify(frame: SvrFrame, request: SvrRequest): void {
    for (const listener of this.listeners) listener(frame, request);
  }
  cancel(): void {
    this.cancelled += 1;
  }
  onframe(listener: (frame: SvrFrame, request: SvrRequest) => void): void {
    this.listeners.push(listener);
  }
  onstatus(): void {}
  pause(): void {}
  resume(): void {}
  step(): void {}
  show(): void {}
  resumeFrom(): void {}
  dispose(): void {}
}
