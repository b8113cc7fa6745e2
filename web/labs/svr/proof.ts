// The SVR lab's claims in the proof panel: what is asked for when, which results still speak of the data on screen, and the
// pictures. While the state moves only the open claim is computed; once it rests, all of them are, so that every verdict on the
// board is about the present data.
import type { SvrClaim, SvrClaimId } from "../../../wasm/lib/types.ts";
import type { Client, LabContext } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { ProofPanel, type ProofWords, type Theory } from "../../host/proof.ts";
import { formatAddress } from "../../host/url.ts";
import "./proof.css";
import { en } from "./messages/en.ts";
import model, { CLAIMS, type SvrFrame, type SvrRequest, type SvrState } from "./model.ts";
import type { PictureContext, ResultOf } from "./pictures/picture.ts";
import type { DoneFrame } from "./scene.ts";

const words = en.claims;

/** The state counts as resting after this long without a change, ms: longer than the pauses within a drag. */
const REST_MS = 250;
/** Above this many points only the open claim is computed: all of them would hold up the next drag. */
const MAX_RESTING_POINTS = 1000;

/** The question for all claims at once; for none when there is no data. */
export function restingRequest(state: SvrState): SvrRequest {
  const claims = CLAIMS.flatMap((claim) => model.request({ ...state, claim }).claims);
  return { ...model.request(state), trace: false, claims };
}

/** Whether both ask about the same solution. Data by identity: the state never changes an array in place. */
export function sameSolution(a: SvrRequest, b: SvrRequest): boolean {
  const key = ({ problem: { x: _x, y: _y, ...rest }, standardise, stopAt }: SvrRequest) =>
    JSON.stringify([rest, standardise, stopAt]);
  return a.problem.x === b.problem.x && a.problem.y === b.problem.y && key(a) === key(b);
}

function sameQuestion(a: SvrRequest, b: SvrRequest): boolean {
  return sameSolution(a, b) && JSON.stringify(a.claims) === JSON.stringify(b.claims);
}

/** The claim whose picture can hide the inputs. */
const HIDES_INPUTS: SvrClaimId = "1d1";

interface Known {
  readonly result: SvrClaim;
  readonly frame: DoneFrame;
  readonly request: SvrRequest;
}

/** The newest result of every claim, and whether it is about what is on screen. */
export class ClaimResults {
  private readonly known = new Map<SvrClaimId, Known>();

  take(frame: DoneFrame, request: SvrRequest): void {
    for (const result of frame.claims) this.known.set(result.id, { result, frame, request });
  }

  clear(): void {
    this.known.clear();
  }

  get(id: SvrClaimId): Known | null {
    return this.known.get(id) ?? null;
  }

  isCurrent(id: SvrClaimId, state: SvrState, request: SvrRequest): boolean {
    const known = this.known.get(id);
    return (
      known !== undefined && known.result.broken === state.broken.includes(id) && sameSolution(known.request, request)
    );
  }
}

/** Fill `root` with the proof panel. @returns its undoing */
export function mountProof(root: HTMLElement, context: LabContext<SvrState, SvrRequest, SvrFrame>): () => void {
  const { store, client } = context;
  const results = new ClaimResults();
  const listeners = new Set<() => void>();
  let disposed = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** The last question for all claims: not asked twice, whatever came of it. */
  let asked: SvrRequest | null = null;

  const openClaim = (): SvrClaimId | null => (store.state.claim === "none" ? null : store.state.claim);

  const pictureContext: PictureContext = {
    store,
    result: <Id extends SvrClaimId>(id: Id) => (results.get(id)?.result ?? null) as ResultOf<Id> | null,
    get frame() {
      const open = openClaim();
      return open === null ? null : (results.get(open)?.frame ?? null);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const panel = new ProofPanel();
  panel.claims = CLAIMS;
  panel.words = panelWords();
  panel.linkTo = (claim) => formatAddress({ lab: model.id, claim, packed: null, widget: false });
  panel.onOpen = (claim) => store.patch({ claim: CLAIMS.find((id) => id === claim) ?? "none" }, { undoable: false });
  panel.onBreak = (claim, broken) => {
    const others = store.state.broken.filter((id) => id !== claim);
    store.patch({ broken: broken ? [...others, claim] : others }, { undoable: false });
  };
  panel.mountPicture = (claim, host) => mountWhenLoaded(claim as SvrClaimId, host, pictureContext, context);

  function update(): void {
    const { state } = store;
    const open = openClaim();
    const request = model.request(state);
    const pending = isPending(client) || resting !== undefined;
    const stale = CLAIMS.filter((id) => !results.isCurrent(id, state, request));
    panel.open = open;
    panel.broken = new Set(state.broken);
    panel.note = state.stepper && state.iteration !== null ? words.stepperNote : "";
    panel.checking = new Set(pending ? stale.filter((id) => id === open || restsOn(state)) : []);
    // The open page keeps its old numbers, greyed, until the new ones come; nothing else shows what is no longer true.
    const shown = CLAIMS.filter((id) => !stale.includes(id) || (pending && id === open));
    panel.results = new Map(shown.flatMap((id) => results.get(id)?.result ?? []).map((result) => [result.id, result]));
    veil.show(state.hideX && open === HIDES_INPUTS);
    if (open !== null && panel.theory === null) void loadTheory(panel, context);
    for (const listener of [...listeners]) listener();
  }

  function rest(): void {
    clearTimeout(resting);
    resting = undefined;
    const { state } = store;
    if (!restsOn(state)) return;
    const request = restingRequest(state);
    if (CLAIMS.every((id) => results.isCurrent(id, state, request)) || (asked !== null && sameQuestion(asked, request)))
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
  const forget = store.subscribe(() => {
    if (store.state.y.length === 0) results.clear();
    rest();
    update();
  });

  root.append(panel);
  const veil = makeVeil(root.parentElement, () => store.patch({ hideX: false }, { undoable: false }));
  rest();
  update();
  return () => {
    disposed = true;
    clearTimeout(resting);
    forget();
    veil.show(false);
    panel.remove();
  };
}

/** Covers of what shows the inputs, and their undoing. */
interface Veil {
  show(hidden: boolean): void;
}

/** @param layout the lab's layout: its picture and its table are covered and taken out of reach. */
function makeVeil(layout: HTMLElement | null, lift: () => void): Veil {
  const covers = [...(layout?.querySelectorAll<HTMLElement>(":scope > .lab-picture, :scope > .lab-data") ?? [])].map(
    (slot) => {
      const cover = document.createElement("div");
      cover.className = "svr-veil";
      const text = document.createElement("p");
      text.textContent = words.veil;
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "button", textContent: words.liftVeil });
      button.addEventListener("click", lift);
      cover.append(text, button);
      return { slot, cover };
    },
  );
  return {
    show(hidden) {
      for (const { slot, cover } of covers) {
        if (hidden === cover.isConnected) continue;
        for (const child of slot.children) if (child instanceof HTMLElement) child.inert = hidden;
        if (hidden) slot.append(cover);
        else cover.remove();
      }
    },
  };
}

/** Whether all claims are computed when this state rests. */
function restsOn(state: Readonly<SvrState>): boolean {
  return state.y.length > 0 && state.y.length <= MAX_RESTING_POINTS;
}

function isPending(client: Client<SvrRequest, SvrFrame>): boolean {
  return client.status.phase === "running";
}

/** On more points than a claim solves again, it takes some of them and says so in the id of each check. */
const SAMPLE = "-sample";

/** The label of a check, the same for all claims that make it. */
export function checkLabel(id: string): string {
  const known: Readonly<Record<string, string>> = words.checks;
  const bare = id.endsWith(SAMPLE) ? id.slice(0, -SAMPLE.length) : id;
  const label = known[bare] ?? id;
  return bare === id ? label : format(words.onSample, { label });
}

function panelWords(): ProofWords {
  return { claims: words.claims, checks: checkLabel, reasons: words.reasons };
}

async function loadTheory(panel: ProofPanel, context: LabContext<SvrState, SvrRequest, SvrFrame>): Promise<void> {
  try {
    const loaded: { default: Theory } = await import("./theory.md");
    panel.theory = loaded.default;
  } catch {
    context.notify(words.noTheory, "trouble");
  }
}

/** Pictures are a chunk of their own, fetched when the first claim is opened. */
function mountWhenLoaded(
  claim: SvrClaimId,
  host: HTMLElement,
  pictureContext: PictureContext,
  context: LabContext<SvrState, SvrRequest, SvrFrame>,
): () => void {
  let undo: (() => void) | null = null;
  let gone = false;
  import("./pictures/index.ts").then(
    ({ PICTURES }) => {
      if (!gone) undo = PICTURES[claim](host, pictureContext);
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
