// The newest result of every claim, and which of them are about what is on screen.
import { requestedMistake } from "./mistakes.ts";

/** The part of a request that is read here: the claims it is for. */
export interface ClaimRequest {
  readonly claims: readonly { readonly id: string; readonly broken: boolean | string }[];
}

/** The part of a result that is read here. */
interface Result {
  readonly id: string;
  /** "" for none */
  readonly mistake: string;
}

/** A claim's result with its frame and the request that it answers. */
export interface Known<Claim, Frame, Request> {
  readonly result: Claim;
  readonly frame: Frame;
  readonly request: Request;
}

/** Whether both requests give this claim the same result. */
export type SameClaim<Request> = (a: Request, b: Request, claim: string) => boolean;

export class ClaimResults<Request extends ClaimRequest, Frame, Claim extends Result> {
  private readonly known = new Map<string, Known<Claim, Frame, Request>>();
  private readonly same: SameClaim<Request>;

  constructor(same: SameClaim<Request>) {
    this.same = same;
  }

  take(results: readonly Claim[], frame: Frame, request: Request): void {
    for (const result of results) this.known.set(result.id, { result, frame, request });
  }

  drop(id: string): void {
    this.known.delete(id);
  }

  get(id: string): Known<Claim, Frame, Request> | null {
    return this.known.get(id) ?? null;
  }

  /** Whether the newest result of a claim answers `request`. */
  isCurrent(id: string, request: Request | null): boolean {
    const known = this.known.get(id);
    const requested = request?.claims.find((claim) => claim.id === id);
    if (known === undefined || request === null || requested === undefined) return false;
    return known.result.mistake === requestedMistake(requested.broken) && this.same(known.request, request, id);
  }
}
