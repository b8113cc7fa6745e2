// The proof panel of a lab of points: the page's own request has the claims in it, so they are about the solution on show.
import { type ClaimDetails, type ProofWords, type Theory, wordsOfMistake } from "../../host/proof.ts";
import type { ClaimPlotContext, MountClaimPlot } from "../claims/claim-plot.ts";
import { type LabProof, mountProof } from "../claims/proof.ts";
import { en } from "../messages/en.ts";
import { sameRequest } from "../solve-request.ts";
import type { PointClaimPlotContext } from "./claim-plot.ts";
import type { PageContext } from "./page-context.ts";
import { type Fit, type PointsModel, type Progress, type RunRequest, restingRequest, sameSolution } from "./request.ts";
import { countOf, type PointsState } from "./state.ts";

/** Above this many points only the open claim is computed: all of them would hold up the next drag. */
const MAX_RESTING_POINTS = 1000;
/** Above this many points no problem is solved anew for its claims (polish.h of each lab). */
const MAX_POLISHED_POINTS = 1000;

/** What the panel needs to know of a lab of points. */
export interface PointProof<
  State extends PointsState,
  Request extends RunRequest,
  F extends Fit,
  Claim extends F["claims"][number],
> {
  readonly model: Pick<PointsModel<State, Request>, "id" | "claims" | "request" | "bringExamples" | "forClaim">;
  readonly words: ProofWords;
  /** Chunks of their own, fetched when the first claim is opened. */
  details(): Promise<ClaimDetails>;
  theory(): Promise<{ readonly default: Theory | Promise<Theory> }>;
  claimPlots(): Promise<Readonly<Record<Claim["id"], MountClaimPlot<PointClaimPlotContext<State, F, Claim>>>>>;
}

/** Fill `root` with the proof panel. @returns a function that removes it */
export function mountPointProof<
  State extends PointsState,
  Request extends RunRequest,
  F extends Fit,
  Claim extends F["claims"][number],
>(root: HTMLElement, page: PageContext<State, Request, F>, lab: PointProof<State, Request, F, Claim>): () => void {
  const { context, selection } = page;
  const { store, client, mode, notify, verdicts } = context;
  const { model, words, details, theory } = lab;
  const isAnswer = (frame: Progress | F): frame is F => frame.phase === "done";

  const withPick = (context: ClaimPlotContext<State, Progress | F, Claim>): PointClaimPlotContext<State, F, Claim> => ({
    ...context,
    // A getter, since the frame changes.
    get frame() {
      const { frame } = context;
      return frame !== null && isAnswer(frame) ? frame : null;
    },
    pick: (i) => selection.pick(i),
  });

  const solved = (state: State) => {
    const { problem, standardise } = model.request(state);
    return { problem, standardise };
  };

  const proof: LabProof<State, Request, Progress | F, Claim> = {
    id: model.id,
    claims: model.claims,
    words,
    async details() {
      const [loaded] = await Promise.all([details(), model.bringExamples?.()]);
      page.nameMistakes((claim, mistake) => wordsOfMistake(loaded, claim, mistake)?.name ?? "");
      return loaded;
    },
    client,
    page,
    request: (state, ids) => (countOf(state) === 0 ? null : restingRequest(model, state, ids)),
    answers: (frame) => (isAnswer(frame) ? (frame.claims as readonly Claim[]) : null),
    same: sameSolution,
    rests: (state) => countOf(state) > 0 && countOf(state) <= MAX_RESTING_POINTS,
    example: (claim) => model.forClaim(claim),
    isExample: (state, example) => sameRequest(solved(state), solved(example)),
    judgesShown: (state) => countOf(state) > MAX_POLISHED_POINTS,
    note: ({ stepper, iteration }) => (stepper && iteration !== null ? en.claims.stepperNote : ""),
    theory,
    async claimPlots() {
      const plots = Object.entries<MountClaimPlot<PointClaimPlotContext<State, F, Claim>>>(await lab.claimPlots());
      const entries = plots.map(([id, mount]) => [
        id,
        (host: HTMLElement, context: ClaimPlotContext<State, Progress | F, Claim>) => mount(host, withPick(context)),
      ]);
      return Object.fromEntries(entries);
    },
  };
  return mountProof(root, { store, mode, notify, verdicts }, proof);
}
