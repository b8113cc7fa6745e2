// The newest result of every claim, and which of them still speak of what is on screen.

/** As much of a question as is read here: which claims it asks for. */
export interface Question {
  readonly claims: readonly { readonly id: string; readonly broken: boolean }[];
}

/** As much of a result as is read here. */
interface Result {
  readonly id: string;
  readonly broken: boolean;
}

/** A claim's result with the frame it came in and the question it answers. */
export interface Known<Claim, Frame, Request> {
  readonly result: Claim;
  readonly frame: Frame;
  readonly request: Request;
}

/** Whether both questions are about the same thing, as far as this claim looks at it. */
export type SameMatter<Request> = (a: Request, b: Request, claim: string) => boolean;

export class ClaimResults<Request extends Question, Frame, Claim extends Result> {
  private readonly known = new Map<string, Known<Claim, Frame, Request>>();
  private readonly same: SameMatter<Request>;

  constructor(same: SameMatter<Request>) {
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

  /** Whether the newest result of a claim is what `request` would bring. */
  isCurrent(id: string, request: Request | null): boolean {
    const known = this.known.get(id);
    const asked = request?.claims.find((claim) => claim.id === id);
    if (known === undefined || request === null || asked === undefined) return false;
    return known.result.broken === asked.broken && this.same(known.request, request, id);
  }
}
