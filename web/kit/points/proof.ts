// The proof panel of a lab of points: its claims are asked along with the page's own question, of one and the same solution.
import type { LabModel } from "../../host/lab.ts";
import type { ProofWords, Theory } from "../../host/proof.ts";
import type { MountPicture, PictureContext, PointPictureContext } from "../claims/claim-plot.ts";
import { type LabProof, mountProof } from "../claims/proof.ts";
import { en } from "../messages/en.ts";
import { type Done, type PointsContext, type Progress, type RunRequest, sameSolution } from "./request.ts";
import { countOf, type PointsState } from "./state.ts";

/** Above this many points only the open claim is computed: all of them would hold up the next drag. */
const MAX_RESTING_POINTS = 1000;

/** What the panel needs to know of a lab of points. */
export interface PointProof<
  State extends PointsState,
  Request extends RunRequest,
  D extends Done,
  Claim extends D["claims"][number],
> {
  readonly model: Pick<LabModel<State, Request>, "id" | "claims" | "request">;
  readonly words: ProofWords;
  /** The state with point `i` picked. */
  picked(i: number): Partial<State>;
  /** Chunks of their own, fetched when the first claim is opened. */
  theory(): Promise<{ readonly default: Theory }>;
  pictures(): Promise<Readonly<Record<Claim["id"], MountPicture<PointPictureContext<State, D, Claim>>>>>;
}

/** The question for these claims at once. */
export function restingRequest<State extends PointsState, Request extends RunRequest>(
  model: Pick<LabModel<State, Request>, "claims" | "request">,
  state: State,
  ids = model.claims,
): Request {
  const claims = ids.flatMap((claim) => model.request({ ...state, claim }).claims);
  return { ...model.request(state), trace: false, claims };
}

/** Fill `root` with the proof panel. @returns its undoing */
export function mountPointProof<
  State extends PointsState,
  Request extends RunRequest,
  D extends Done,
  Claim extends D["claims"][number],
>(
  root: HTMLElement,
  { store, client, notify }: PointsContext<State, Request, D>,
  lab: PointProof<State, Request, D, Claim>,
): () => void {
  const { model, words, theory } = lab;
  const pick = (i: number) => store.patch(lab.picked(i), { undoable: false });
  const isDone = (frame: Progress | D): frame is D => frame.phase === "done";

  const withPick = (context: PictureContext<State, Progress | D, Claim>): PointPictureContext<State, D, Claim> => ({
    ...context,
    // Read when it is asked for: a copy would be the frame of now.
    get frame() {
      const { frame } = context;
      return frame !== null && isDone(frame) ? frame : null;
    },
    pick,
  });

  const proof: LabProof<State, Request, Progress | D, Claim> = {
    id: model.id,
    claims: model.claims,
    words,
    client,
    alone: false,
    question: (state, ids) => (countOf(state) === 0 ? null : restingRequest(model, state, ids)),
    answers: (frame) => (isDone(frame) ? (frame.claims as readonly Claim[]) : null),
    same: sameSolution,
    rests: (state) => countOf(state) > 0 && countOf(state) <= MAX_RESTING_POINTS,
    note: ({ stepper, iteration }) => (stepper && iteration !== null ? en.claims.stepperNote : ""),
    theory,
    async pictures() {
      const pictures = Object.entries<MountPicture<PointPictureContext<State, D, Claim>>>(await lab.pictures());
      const entries = pictures.map(([id, mount]) => [
        id,
        (host: HTMLElement, context: PictureContext<State, Progress | D, Claim>) => mount(host, withPick(context)),
      ]);
      return Object.fromEntries(entries);
    },
  };
  return mountProof(root, { store, notify }, proof);
}
