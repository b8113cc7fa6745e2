// A lab's claims in the proof panel: which of them are requested when, which results are about what is on screen, and the plots.
// While the state changes only the open claim is checked. When it rests, all of them are, so that every verdict on the board is
// about the present data. What differs between labs is a field of LabProof.
import { render } from "lit";
import type { Client, LabContext } from "../../host/lab.ts";
import { type ClaimDetails, ProofPanel, type ProofResult, type ProofWords, type Theory } from "../../host/proof.ts";
import { formatAddress } from "../../host/url.ts";
import { createListeners } from "../listeners.ts";
import { en } from "../messages/en.ts";
import type { ClaimPlotContext, MountClaimPlot } from "./claim-plot.ts";
import { mistakeOf, withMistake } from "./mistakes.ts";
import { type ClaimRequest, ClaimResults, type SameClaim } from "./results.ts";

const words = en.claims;

/** The state counts as resting after this long without a change, ms: longer than the pauses within a drag. */
const REST_MS = 250;

/** The fields of a state that the panel reads and writes. */
export interface ClaimsState {
  /** A claim's id, or "none". */
  claim: string;
  broken: readonly string[];
}

/** What the panel needs to know of a lab. */
export interface LabProof<
  State extends ClaimsState,
  Request extends ClaimRequest,
  Frame,
  Claim extends ProofResult,
  Sent = Request,
> {
  readonly id: string;
  /** In the order of the assignment. */
  readonly claims: readonly Claim["id"][];
  readonly words: ProofWords;
  /** Chunks of their own, fetched when the first claim is opened; what the examples are made of among them. */
  details(): Promise<ClaimDetails>;
  readonly client: Client<Sent, Frame>;
  /**
   * The page that this client also solves for: the open claim is part of the page's own request, and the panel waits for its
   * answer. null: the client serves the panel alone, which requests the open claim itself, and only what is not known yet.
   */
  readonly page: {
    /** Whether its newest request is answered. */
    readonly current: boolean;
    /** Send that once more. */
    again(): void;
  } | null;
  /** The request for these claims, without those that have nothing to check in this state; null when none is left. */
  request(state: Readonly<State>, claims: readonly Claim["id"][]): (Request & Sent) | null;
  /** The claims that a frame answers; null for a frame before the last. */
  answers(frame: Frame): readonly Claim[] | null;
  readonly same: SameClaim<Request>;
  /** Whether all claims are checked when this state rests. */
  rests(state: Readonly<State>): boolean;
  /** Whether to say, in this state, that the checks judge what is on screen; default: never. */
  judgesShown?(state: Readonly<State>): boolean;
  /** A sentence over the checks, "" for none. */
  note(state: Readonly<State>): string;
  /** The state that was made to show a claim; once there are details(). */
  example(claim: Claim["id"]): State;
  /** Whether a state checks a claim on the same data and parameters as its example. */
  isExample(state: Readonly<State>, example: Readonly<State>, claim: Claim["id"]): boolean;
  /** Chunks of their own, fetched when the first claim is opened. */
  theory(): Promise<{ readonly default: Theory | Promise<Theory> }>;
  claimPlots(): Promise<Readonly<Record<Claim["id"], MountClaimPlot<ClaimPlotContext<State, Frame, Claim>>>>>;
}

/** What the panel needs of the host. */
interface Host<State> extends Pick<LabContext<State, never, never>, "store" | "mode" | "verdicts"> {
  notify(text: string, tone: "trouble"): void;
}

/** Fill `root` with the proof panel. @returns a function that removes it */
export function mountProof<
  State extends ClaimsState,
  Request extends ClaimRequest,
  Frame,
  Claim extends ProofResult,
  Sent = Request,
>(
  root: HTMLElement,
  { store, mode, notify, verdicts }: Host<State>,
  lab: LabProof<State, Request, Frame, Claim, Sent>,
): () => void {
  const { client, claims: ids, page } = lab;
  const results = new ClaimResults<Request, Frame, Claim>(lab.same);
  const listeners = createListeners();
  /** In a widget one claim is all there is. */
  const rests = (state: Readonly<State>) => mode === "page" && lab.rests(state);
  let disposed = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** The last request from here: its claims are not requested twice, unless another request took its place. */
  let sent: Request | null = null;
  /** Nothing came of the last request: the same one would be refused again, or the user has stopped it. */
  let ended: "refused" | "stopped" | null = null;
  /** Whether the client's newest run has given its answer, and whether it ended without one: the user has stopped it. */
  let heard = false;
  let cut = false;
  let detailed = false;

  const openClaim = (): Claim["id"] | null => ids.find((id) => id === store.state.claim) ?? null;
  const patchView = (change: Partial<ClaimsState>) => store.patch(change as Partial<State>, { undoable: false });

  let example: { readonly claim: Claim["id"]; readonly state: State } | null = null;
  function exampleOf(claim: Claim["id"]): State {
    if (example?.claim !== claim) example = { claim, state: lab.example(claim) };
    return example.state;
  }

  const plotContext: ClaimPlotContext<State, Frame, Claim> = {
    store,
    result: <Id extends Claim["id"]>(id: Id) => (results.get(id)?.result ?? null) as Extract<Claim, { id: Id }> | null,
    get frame() {
      const open = openClaim();
      return open === null ? null : (results.get(open)?.frame ?? null);
    },
    patchView: (change) => store.patch(change, { undoable: false }),
    subscribe: listeners.subscribe,
  };

  const panel = new ProofPanel();
  panel.claims = ids;
  panel.words = lab.words;
  panel.lab = lab.id;
  panel.linkTo = (claim) => formatAddress({ lab: lab.id, claim, packed: null, widget: false });
  panel.onOpen = (claim) => patchView({ claim: ids.find((id) => id === claim) ?? "none" });
  panel.onBreak = (claim, mistake) => patchView({ broken: withMistake(store.state.broken, claim, mistake) });
  panel.onExample = (claim) => {
    const id = ids.find((each) => each === claim);
    if (id !== undefined) store.replace(exampleOf(id));
  };
  panel.onAgain = () => {
    sent = null;
    cut = false;
    // Of what the page shows first; its end then calls for the rest.
    if (page !== null && !page.current) page.again();
    else {
      requestOpen();
      rest();
      update();
    }
  };
  panel.mountPicture = mountWhenLoaded;
  panel.alone = mode === "widget";
  const plot = panel.alone ? null : root.parentElement?.querySelector(":scope > .lab-plot");
  const glance = plot?.appendChild(document.createElement("div"));

  function update(): void {
    const { state } = store;
    const open = openClaim();
    const all = lab.request(state, ids);
    const pending = isPending(client) || resting !== undefined;
    const stale = ids.filter((id) => !results.isCurrent(id, all));
    const unchecked = uncheckedOf(all);
    if (!pending && client.status.phase === "idle") {
      // A client that rests has come to the end of its work or refused some of it; what is still missing was stopped.
      if (all === null || (isAnswered() && unchecked.length === 0)) ended = null;
      else if (ended === null || !isAnswered()) ended = "stopped";
    }
    const opened = panel.open !== open;
    panel.open = open;
    const mistakes = ids.map((id) => [id, mistakeOf(state.broken, id)] as const);
    panel.broken = new Map(mistakes.filter(([, mistake]) => mistake !== ""));
    panel.note = lab.note(state);
    panel.judgesShown = lab.judgesShown?.(state) ?? false;
    panel.dataless = new Set(ids.filter((id) => !isFor(all, id)));
    panel.checking = new Set(pending ? unchecked : []);
    panel.stopped = ended === "stopped" && !pending ? new Set(unchecked) : null;
    // The open claim keeps its old numbers, in grey, until the new ones come; all other old results are hidden.
    const shown = ids.filter((id) => !stale.includes(id) || (pending && id === open));
    panel.results = new Map(shown.flatMap((id) => results.get(id)?.result ?? []).map((result) => [result.id, result]));
    if (open !== null && panel.theory === null) void loadTheory();
    if (open !== null && panel.pages === null) void loadPages();
    // The board names the mistakes as well, and does without their names if they do not come.
    else if (panel.broken.size > 0 && !detailed) loadDetails().catch(() => undefined);
    // Not in the middle of a drag: the button moves what is below it.
    if (detailed && (opened || !pending)) panel.example = open !== null && !lab.isExample(state, exampleOf(open), open);
    if (glance) render(panel.glance(), glance);
    verdicts([...panel.results.values()].filter(({ id }) => !panel.checking.has(id)));
    listeners.notify();
  }

  function send(request: Request & Sent): void {
    sent = request;
    ended = null;
    client.solve(request);
  }

  /** A claim that has nothing to check in this state has no result either. */
  function dropUnchecked(): void {
    const all = lab.request(store.state, ids);
    for (const id of ids) {
      if (isFor(all, id) || results.get(id) === null) continue;
      results.drop(id);
      sent = null;
    }
  }

  function requestOpen(): void {
    const open = openClaim();
    if (page !== null || open === null) return;
    const request = lab.request(store.state, [open]);
    if (request === null || results.isCurrent(open, request) || covers(sent, request, open, lab.same)) return;
    send(request);
  }

  function rest(): void {
    clearTimeout(resting);
    resting = undefined;
    const { state } = store;
    if (!rests(state)) return;
    const all = lab.request(state, ids);
    if (all === null) return;
    const unchecked = uncheckedOf(all);
    if (unchecked.every((id) => covers(sent, all, id, lab.same))) return;
    const request = page === null ? lab.request(state, unchecked) : all;
    resting = setTimeout(() => {
      resting = undefined;
      // A request that is on its way comes first; its answer, or its end, calls this function again. Nothing follows a run that
      // the user has stopped meanwhile.
      if (!isPending(client) && isAnswered() && request !== null) send(request);
      update();
    }, REST_MS);
  }

  /** Whether the client has answered the page; of a client of its own the panel stops no run. */
  const isAnswered = () => page === null || (page.current && !cut);

  /** The claims that are to be checked in this state and are not, the open one first. @param all the request for all claims */
  function uncheckedOf(all: Request | null): Claim["id"][] {
    const open = openClaim();
    const wanted = rests(store.state) ? ids : ids.filter((id) => id === open);
    const unchecked = wanted.filter((id) => isFor(all, id) && !results.isCurrent(id, all));
    return [...unchecked.filter((id) => id === open), ...unchecked.filter((id) => id !== open)];
  }

  async function loadTheory(): Promise<void> {
    try {
      panel.theory = await (await lab.theory()).default;
    } catch {
      notify(words.noTheory, "trouble");
    }
  }

  async function loadPages(): Promise<void> {
    try {
      const [{ claimPages }] = await Promise.all([import("../../host/proof-page.ts"), loadDetails()]);
      panel.pages = await claimPages(lab.id);
    } catch {
      notify(words.noTheory, "trouble");
    }
  }

  async function loadDetails(): Promise<void> {
    panel.details = await lab.details();
    // Once: an update asks for what is not there yet, and so comes here again.
    const first = !detailed;
    detailed = true;
    if (first && !disposed) update();
  }

  function mountWhenLoaded(claim: string, host: HTMLElement): () => void {
    let undo: (() => void) | null = null;
    let gone = false;
    lab.claimPlots().then(
      (plots) => {
        if (!gone) undo = plots[claim as Claim["id"]](host, plotContext);
      },
      () => {
        if (!gone) notify(words.noPicture, "trouble");
      },
    );
    return () => {
      gone = true;
      undo?.();
    };
  }

  client.onframe((frame, request) => {
    if (disposed) return;
    const answers = lab.answers(frame);
    if (answers === null) return;
    // A client that also serves the page carries the page's request, which has its claims in it as well.
    heard = true;
    const answered = request as unknown as Request;
    // That client is asked from here only when it is idle: what it answers besides has come later and taken the place of `sent`.
    // One that was refused or stopped is not asked for again, though.
    if (page !== null && answered !== sent && ended === null) sent = null;
    results.take(answers, frame, answered);
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
      ended = "refused";
    }
    // A run can end long after its frame: what waited for its end is requested now. A run that the user stopped has not answered,
    // and nothing is to follow it, even where an older answer holds all that it was to give.
    else if (status.phase === "idle") {
      cut = !heard;
      if (isAnswered()) rest();
    } else if (status.phase === "running") [heard, cut] = [false, false];
    update();
  });
  const unsubscribe = store.subscribe(() => {
    dropUnchecked();
    requestOpen();
    rest();
    update();
  });

  root.append(panel);
  requestOpen();
  rest();
  update();
  return () => {
    disposed = true;
    clearTimeout(resting);
    unsubscribe();
    panel.remove();
    glance?.remove();
  };
}

function entryOf(request: ClaimRequest | null, id: string): ClaimRequest["claims"][number] | undefined {
  return request?.claims.find((claim) => claim.id === id);
}

function isFor(request: ClaimRequest | null, id: string): boolean {
  return entryOf(request, id) !== undefined;
}

/** Whether `sent` requests the same of a claim as `request`. */
function covers<Request extends ClaimRequest>(
  sent: Request | null,
  request: Request,
  id: string,
  same: SameClaim<Request>,
): boolean {
  const [before, now] = [entryOf(sent, id), entryOf(request, id)];
  if (sent === null || before === undefined) return false;
  return same(sent, request, id) && JSON.stringify(before) === JSON.stringify(now);
}

function isPending(client: Pick<Client<never, never>, "status">): boolean {
  return client.status.phase === "running";
}
