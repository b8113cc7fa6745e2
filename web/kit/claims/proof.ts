// A lab's claims in the proof panel: what is asked for when, which results still speak of what is on screen, and the pictures.
// While the state moves only the open claim is computed; once it rests, all of them are, so that every verdict on the board is
// about the present data. What differs between labs is a field of LabProof.
import type { Client, Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { ProofPanel, type ProofResult, type ProofWords, type Theory } from "../../host/proof.ts";
import { formatAddress } from "../../host/url.ts";
import { en } from "../messages/en.ts";
import type { ClaimPlotContext, MountClaimPlot } from "./claim-plot.ts";
import { ClaimResults, type Question, type SameMatter } from "./results.ts";

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
  Request extends Question,
  Frame,
  Claim extends ProofResult,
  Asked = Request,
> {
  readonly id: string;
  /** In the order of the assignment. */
  readonly claims: readonly Claim["id"][];
  readonly words: ProofWords;
  readonly client: Client<Asked, Frame>;
  /**
   * Whether that wire is the panel's alone: it then asks for the open claim itself, and only for what is not known yet.
   * Otherwise the page's own question asks for the open claim, and the panel waits for its answer.
   */
  readonly alone: boolean;
  /** The question for these claims; those that nothing can be asked of are left out, and it is null when none is left. */
  question(state: Readonly<State>, claims: readonly Claim["id"][]): (Request & Asked) | null;
  /** The claims that a frame answers; null for one on the way. */
  answers(frame: Frame): readonly Claim[] | null;
  readonly same: SameMatter<Request>;
  /** Whether all claims are computed when this state rests. */
  rests(state: Readonly<State>): boolean;
  /** A sentence over the checks, "" for none. */
  note(state: Readonly<State>): string;
  /** Chunks of their own, fetched when the first claim is opened. */
  theory(): Promise<{ readonly default: Theory }>;
  pictures(): Promise<Readonly<Record<Claim["id"], MountClaimPlot<ClaimPlotContext<State, Frame, Claim>>>>>;
}

/** What a panel stands in. */
interface Host<State> {
  readonly store: Store<State>;
  notify(text: string, tone: "trouble"): void;
}

/** Fill `root` with the proof panel. @returns its undoing */
export function mountProof<
  State extends ClaimsState,
  Request extends Question,
  Frame,
  Claim extends ProofResult,
  Asked = Request,
>(root: HTMLElement, { store, notify }: Host<State>, lab: LabProof<State, Request, Frame, Claim, Asked>): () => void {
  const { client, claims: ids } = lab;
  const results = new ClaimResults<Request, Frame, Claim>(lab.same);
  const listeners = new Set<() => void>();
  let disposed = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** The last question from here: what it asks for is not asked twice, whatever came of it. */
  let asked: Request | null = null;

  const openClaim = (): Claim["id"] | null => ids.find((id) => id === store.state.claim) ?? null;
  const look = (change: Partial<ClaimsState>) => store.patch(change as Partial<State>, { undoable: false });

  const pictureContext: ClaimPlotContext<State, Frame, Claim> = {
    store,
    result: <Id extends Claim["id"]>(id: Id) => (results.get(id)?.result ?? null) as Extract<Claim, { id: Id }> | null,
    get frame() {
      const open = openClaim();
      return open === null ? null : (results.get(open)?.frame ?? null);
    },
    patchView: (change) => store.patch(change, { undoable: false }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const panel = new ProofPanel();
  panel.claims = ids;
  panel.words = lab.words;
  panel.linkTo = (claim) => formatAddress({ lab: lab.id, claim, packed: null, widget: false });
  panel.onOpen = (claim) => look({ claim: ids.find((id) => id === claim) ?? "none" });
  panel.onBreak = (claim, broken) => {
    const others = store.state.broken.filter((id) => id !== claim);
    look({ broken: broken ? [...others, claim] : others });
  };
  panel.mountPicture = mountWhenLoaded;

  function update(): void {
    const { state } = store;
    const open = openClaim();
    const all = lab.question(state, ids);
    const pending = isPending(client) || resting !== undefined;
    const stale = ids.filter((id) => !results.isCurrent(id, all));
    panel.open = open;
    panel.broken = new Set(state.broken);
    panel.note = lab.note(state);
    const checking = stale.filter((id) => asksFor(all, id) && (id === open || lab.rests(state)));
    panel.checking = new Set(pending ? checking : []);
    // The open page keeps its old numbers, greyed, until the new ones come; nothing else shows what is no longer true.
    const shown = ids.filter((id) => !stale.includes(id) || (pending && id === open));
    panel.results = new Map(shown.flatMap((id) => results.get(id)?.result ?? []).map((result) => [result.id, result]));
    if (open !== null && panel.theory === null) void loadTheory();
    for (const listener of [...listeners]) listener();
  }

  function send(request: Request & Asked): void {
    asked = request;
    client.solve(request);
  }

  /** Claims without anything to ask of have no result either. */
  function forgetIdle(): void {
    const all = lab.question(store.state, ids);
    for (const id of ids) {
      if (asksFor(all, id) || results.get(id) === null) continue;
      results.drop(id);
      asked = null;
    }
  }

  function askOpen(): void {
    const open = openClaim();
    if (!lab.alone || open === null) return;
    const request = lab.question(store.state, [open]);
    if (request === null || results.isCurrent(open, request) || covers(asked, request, open, lab.same)) return;
    send(request);
  }

  function rest(): void {
    clearTimeout(resting);
    resting = undefined;
    const { state } = store;
    if (!lab.rests(state)) return;
    const all = lab.question(state, ids);
    if (all === null) return;
    const stale = ids.filter((id) => asksFor(all, id) && !results.isCurrent(id, all));
    if (stale.every((id) => covers(asked, all, id, lab.same))) return;
    const open = openClaim();
    const order = [...stale.filter((id) => id === open), ...stale.filter((id) => id !== open)];
    const request = lab.alone ? lab.question(state, order) : all;
    resting = setTimeout(() => {
      resting = undefined;
      // What is on its way first; its answer brings us back here.
      if (!isPending(client) && request !== null) send(request);
      update();
    }, REST_MS);
  }

  async function loadTheory(): Promise<void> {
    try {
      panel.theory = (await lab.theory()).default;
    } catch {
      notify(words.noTheory, "trouble");
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
    // A wire that is not the panel's alone carries the page's question, which says as much of its claims.
    results.take(answers, frame, request as unknown as Request);
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
  const unsubscribe = store.subscribe(() => {
    forgetIdle();
    askOpen();
    rest();
    update();
  });

  root.append(panel);
  askOpen();
  rest();
  update();
  return () => {
    disposed = true;
    clearTimeout(resting);
    unsubscribe();
    panel.remove();
  };
}

function entryOf(request: Question | null, id: string): Question["claims"][number] | undefined {
  return request?.claims.find((claim) => claim.id === id);
}

function asksFor(request: Question | null, id: string): boolean {
  return entryOf(request, id) !== undefined;
}

/** Whether `asked` asks of a claim all that `request` does. */
function covers<Request extends Question>(
  asked: Request | null,
  request: Request,
  id: string,
  same: SameMatter<Request>,
): boolean {
  const [before, now] = [entryOf(asked, id), entryOf(request, id)];
  if (asked === null || before === undefined) return false;
  return same(asked, request, id) && JSON.stringify(before) === JSON.stringify(now);
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
