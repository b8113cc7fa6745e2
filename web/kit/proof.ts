// A lab's claims in the proof panel: what is asked for when, which results still speak of the data on screen, and the pictures.
// While the state moves only the open claim is computed; once it rests, all of them are, so that every verdict on the board is
// about the present data.
import type { Client, LabModel } from "../host/lab.ts";
import { format } from "../host/messages/format.ts";
import { ProofPanel, type ProofWords, type Theory } from "../host/proof.ts";
import { formatAddress } from "../host/url.ts";
import type { MountPicture, PictureContext } from "./claim-picture.ts";
import { en } from "./messages/en.ts";
import { ClaimResults, restingRequest } from "./results.ts";
import { type Done, type PointsContext, type RunRequest, sameSolution } from "./run.ts";
import { countOf, type PointsState } from "./state.ts";

const words = en.claims;

/** The state counts as resting after this long without a change, ms: longer than the pauses within a drag. */
const REST_MS = 250;
/** Above this many points only the open claim is computed: all of them would hold up the next drag. */
const MAX_RESTING_POINTS = 1000;

/** What the panel needs to know of a lab. */
export interface LabProof<
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
  pictures(): Promise<Readonly<Record<Claim["id"], MountPicture<State, D, Claim>>>>;
}

function sameQuestion(a: RunRequest, b: RunRequest): boolean {
  return sameSolution(a, b) && JSON.stringify(a.claims) === JSON.stringify(b.claims);
}

/** Fill `root` with the proof panel. @returns its undoing */
export function mountProof<
  State extends PointsState,
  Request extends RunRequest,
  D extends Done,
  Claim extends D["claims"][number],
>(root: HTMLElement, context: PointsContext<State, Request, D>, lab: LabProof<State, Request, D, Claim>): () => void {
  const { store, client } = context;
  const { model } = lab;
  const ids = model.claims;
  const results = new ClaimResults<Request, D, Claim>();
  const listeners = new Set<() => void>();
  let disposed = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** The last question for all claims: not asked twice, whatever came of it. */
  let asked: Request | null = null;

  const openClaim = (): string | null => (store.state.claim === "none" ? null : store.state.claim);
  const look = (change: Partial<PointsState>) => store.patch(change as Partial<State>, { undoable: false });

  const pictureContext: PictureContext<State, D, Claim> = {
    store,
    result: <Id extends Claim["id"]>(id: Id) => (results.get(id)?.result ?? null) as Extract<Claim, { id: Id }> | null,
    get frame() {
      const open = openClaim();
      return open === null ? null : (results.get(open)?.frame ?? null);
    },
    look: (change) => store.patch(change, { undoable: false }),
    pick: (i) => store.patch(lab.picked(i), { undoable: false }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const panel = new ProofPanel();
  panel.claims = ids;
  panel.words = lab.words;
  panel.linkTo = (claim) => formatAddress({ lab: model.id, claim, packed: null, widget: false });
  panel.onOpen = (claim) => look({ claim: ids.find((id) => id === claim) ?? "none" });
  panel.onBreak = (claim, broken) => {
    const others = store.state.broken.filter((id) => id !== claim);
    look({ broken: broken ? [...others, claim] : others });
  };
  panel.mountPicture = mountWhenLoaded;

  function update(): void {
    const { state } = store;
    const open = openClaim();
    const request = model.request(state);
    const pending = isPending(client) || resting !== undefined;
    const stale = ids.filter((id) => !results.isCurrent(id, state, request));
    panel.open = open;
    panel.broken = new Set(state.broken);
    panel.note = state.stepper && state.iteration !== null ? words.stepperNote : "";
    panel.checking = new Set(pending ? stale.filter((id) => id === open || restsOn(state)) : []);
    // The open page keeps its old numbers, greyed, until the new ones come; nothing else shows what is no longer true.
    const shown = ids.filter((id) => !stale.includes(id) || (pending && id === open));
    panel.results = new Map(shown.flatMap((id) => results.get(id)?.result ?? []).map((result) => [result.id, result]));
    if (open !== null && panel.theory === null) void loadTheory();
    for (const listener of [...listeners]) listener();
  }

  function rest(): void {
    clearTimeout(resting);
    resting = undefined;
    const { state } = store;
    if (!restsOn(state)) return;
    const request = restingRequest(model, state);
    if (ids.every((id) => results.isCurrent(id, state, request)) || (asked !== null && sameQuestion(asked, request)))
      return;
    resting = setTimeout(() => {
      resting = undefined;
      // The picture's own question first; its answer brings us back here.
      if (!isPending(client)) {
        asked = request;
        client.solve(request);
      }
      update();
    }, REST_MS);
  }

  async function loadTheory(): Promise<void> {
    try {
      panel.theory = (await lab.theory()).default;
    } catch {
      context.notify(words.noTheory, "trouble");
    }
  }

  function mountWhenLoaded(claim: string, host: HTMLElement): () => void {
    let undo: (() => void) | null = null;
    let gone = false;
    lab.pictures().then(
      (pictures) => {
        if (!gone) undo = pictures[claim as Claim["id"]](host, pictureContext);
      },
      () => {
        if (!gone) context.notify(words.noPicture, "trouble");
      },
    );
    return () => {
      gone = true;
      undo?.();
    };
  }

  client.onframe((frame, request) => {
    if (disposed || frame.phase !== "done") return;
    results.take(frame, request);
    rest();
    update();
  });
  client.onstatus((status) => {
    if (disposed) return;
    if (
      status.phase === "refused" ||
      status.phase === "unavailable" ||
      (status.phase === "restarted" && status.gaveUp)
    ) {
      clearTimeout(resting);
      resting = undefined;
    }
    update();
  });
  const forget = store.subscribe((state) => {
    if (countOf(state) === 0) results.clear();
    rest();
    update();
  });

  root.append(panel);
  rest();
  update();
  return () => {
    disposed = true;
    clearTimeout(resting);
    forget();
    panel.remove();
  };
}

/** Whether all claims are computed when this state rests. */
function restsOn(state: Readonly<PointsState>): boolean {
  const n = countOf(state);
  return n > 0 && n <= MAX_RESTING_POINTS;
}

function isPending(client: Pick<Client<never, never>, "status">): boolean {
  return client.status.phase === "running";
}

/** On more points than a claim solves again, it takes some of them and says so in the id of each check. */
const SAMPLE = "-sample";

/** @param labels by id of a check  @returns the label of a check */
export function checkLabels(labels: Readonly<Record<string, string>>): (id: string) => string {
  return (id) => {
    const bare = id.endsWith(SAMPLE) ? id.slice(0, -SAMPLE.length) : id;
    const label = labels[bare] ?? id;
    return bare === id ? label : format(words.onSample, { label });
  };
}
