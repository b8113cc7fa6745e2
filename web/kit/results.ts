// The newest result of every claim, and which of them still speak of the data on screen.
import type { Done, RunRequest } from "./run.ts";
import { sameSolution } from "./run.ts";
import type { PointsState } from "./state.ts";

/** A claim's result with the solution it is about. */
export interface Known<Claim, D, Request> {
  readonly result: Claim;
  readonly frame: D;
  readonly request: Request;
}

export class ClaimResults<
  Request extends RunRequest = RunRequest,
  D extends Done = Done,
  Claim extends D["claims"][number] = D["claims"][number],
> {
  private readonly known = new Map<string, Known<Claim, D, Request>>();

  take(frame: D, request: Request): void {
    for (const result of frame.claims) this.known.set(result.id, { result: result as Claim, frame, request });
  }

  clear(): void {
    this.known.clear();
  }

  get(id: string): Known<Claim, D, Request> | null {
    return this.known.get(id) ?? null;
  }

  isCurrent(id: string, state: PointsState, request: Request): boolean {
    const known = this.known.get(id);
    return (
      known !== undefined && known.result.broken === state.broken.includes(id) && sameSolution(known.request, request)
    );
  }
}

interface Model<State, Request> {
  readonly claims: readonly string[];
  request(state: State): Request;
}

/** The question for all claims at once; for none when there is no data. */
export function restingRequest<State extends PointsState, Request extends RunRequest>(
  model: Model<State, Request>,
  state: State,
): Request {
  const claims = model.claims.flatMap((claim) => model.request({ ...state, claim }).claims);
  return { ...model.request(state), trace: false, claims };
}
