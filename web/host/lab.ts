// What the host knows of a lab, and what a lab knows of the host. Nothing here, or anywhere in host/, names a lab.
import type { Proofground } from "../../wasm/lib/types.ts";

declare global {
  // The worker's own types know no elements; with this the contract reads the same at both ends. In the page it adds nothing.
  interface HTMLElement {}
}

/** One field of a lab's state. Everything a lab remembers is a table of these: it fits into JSON, a link and a form. */
export type Field =
  | {
      kind: "number";
      default: number;
      min: number;
      max: number;
      scale?: "linear" | "log";
      step?: number;
      integer?: boolean;
    }
  | { kind: "maybe-number"; default: number | null; min: number; max: number; integer?: boolean }
  | { kind: "choice"; default: string; options: readonly string[] }
  | { kind: "flag"; default: boolean }
  | { kind: "text"; default: string; maxLength: number }
  | {
      kind: "texts";
      default: readonly string[];
      maxLength: number;
      maxCount: number;
      /** Each text is one of these; left out: any. */
      options?: readonly string[];
    }
  | { kind: "numbers"; default: readonly number[]; maxCount: number; min?: number; max?: number };

export type Table = Readonly<Record<string, Field>>;

/** The state that a table describes. */
export type StateOf<T extends Table> = {
  -readonly [K in keyof T]: T[K] extends { kind: "number" }
    ? number
    : T[K] extends { kind: "maybe-number" }
      ? number | null
      : T[K] extends { kind: "choice"; options: readonly (infer O)[] }
        ? O
        : T[K] extends { kind: "flag" }
          ? boolean
          : T[K] extends { kind: "text" }
            ? string
            : T[K] extends { kind: "texts" }
              ? readonly string[]
              : readonly number[];
};

/** A lab's model.ts default export: pure data and functions, used by the page, the worker and the tests. */
export interface LabModel<State> {
  readonly id: string;
  readonly table: Table;
  /** Claims in the order of the assignment: "1a", ... */
  readonly claims: readonly string[];
  initial(): State;
  /** Beyond the table: relations between fields (sizes that must agree). @returns a message key, or null when fine. */
  inconsistency(state: State): string | null;
  /** What the states of forClaim are made of, where it is loaded later: to be awaited before them. @throws where it does not arrive */
  bringExamples?(): Promise<void>;
  /** The state a deep link q=<claim> opens: the preset that shows it best. */
  forClaim(claim: string): State;
  /**
   * Named starting states: the choice field `key` names one, `state` makes it. A link then carries only what differs from it.
   * `state` must answer for every option of that field, with a state whose `key` is that option; where there is `bring`, once that
   * has been awaited for the option. The initial state needs no bringing. `bring` rejects where it fails.
   */
  readonly base?: { readonly key: string; state(value: string): State; bring?(value: string): Promise<void> };
  /** The fields that these parts of its page change; a page around may lock them (frame/parts.ts). */
  readonly parts?: Readonly<Record<"data" | "controls" | "stepper", readonly string[]>>;
}

/** The value of a `yield` in a solver: what the page wants next. */
export interface Pull<View = unknown> {
  /** What only the view knows (Client.show); undefined until the page has given one. */
  readonly view: View | undefined;
  /** true: go on with the work. false: yield one more frame of the present state, for this view. */
  readonly advance: boolean;
}

/** A lab's solver.ts default export. Runs in the worker only. Yields frames; `finally` frees what it holds. */
export type LabSolver<Request, Frame> = (pg: Proofground, request: Request) => Generator<Frame, void, unknown>;

/**
 * A solver whose frames also depend on what only the view knows.
 *
 * null is yielded instead of a frame by a run that has finished its work and keeps what it holds for other views: it is pulled
 * again when there is a new view, and must answer each pull with `advance: true` by null.
 */
export type ViewSolver<Request, Frame, View> = (
  pg: Proofground,
  request: Request,
  view?: View,
) => Generator<Frame | null, void, Pull<View>>;

/** Undoable state. `replace` is undoable too. A view reads `state`, changes it by patch, and redraws on change. */
export interface Store<State> {
  readonly state: Readonly<State>;
  /**
   * Change some fields. `gesture`: patches of one gesture (a drag, a slider move) share a key (newGesture() of store.ts)
   * and make one undo entry; "view" fields that should not be undone (zoom, open claim) pass undoable: false.
   */
  patch(change: Partial<State>, options?: { gesture?: string; undoable?: boolean }): void;
  replace(state: State): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** @returns unsubscribe */
  subscribe(listener: (state: Readonly<State>) => void): () => void;
}

export type ClientStatus =
  | { phase: "idle" }
  | { phase: "running"; since: number }
  /** Refused input (code "invalid-argument") or an internal failure; the text is the solver's sentence. */
  | { phase: "refused"; message: string }
  /**
   * The worker died (trap, out of memory, killed) and was replaced. The request it died of is tried once more; when that
   * kills the new one too, `gaveUp` is true and nothing is solved until there is a new request.
   */
  | { phase: "restarted"; message: string; gaveUp: boolean }
  /** Nothing can be computed here: the library could not be loaded. */
  | { phase: "unavailable"; cause: "no-wasm" | "no-simd" | "load"; message: string };

/**
 * The page end of the worker. Queue depth one: only the newest unsent request waits. A worker that has had nothing to do for a
 * while ends, and the next request opens a new one.
 */
export interface Client<Request, Frame, View = unknown> {
  /** Solve this; frames arrive at the listener, never an older request's after a newer one's. */
  solve(request: Request): void;
  /**
   * What only the view knows, for all frames from now on, of this run and of later ones. Runs go on with their work. One that
   * is paused, or has finished and kept what it holds, gives one more frame of its state. Compared by identity.
   */
  show(view: View): void;
  /**
   * How a paused or finished run could be begun again where it stands: a request made from the run's own and from what its
   * frames have saved; null if it cannot (yet). Such a run's worker may end like any other, or may crash: resume(), step()
   * and show() then open a new one with that request.
   */
  resumeFrom(make: (request: Request) => Request | null): void;
  /** Stop the present run; what is drawn stays. */
  cancel(): void;
  /** Stop pulling frames, pull again, or (paused) pull just one. A new request starts in the mode that holds. */
  pause(): void;
  resume(): void;
  step(): void;
  /** `view`: the one that the frame was made for. */
  onframe(listener: (frame: Frame, request: Request, view?: View) => void): void;
  onstatus(listener: (status: ClientStatus) => void): void;
  readonly status: ClientStatus;
  dispose(): void;
}

/** What the page around is told of a checked claim. */
export interface Judged {
  readonly id: string;
  readonly verdict: "pass" | "fail" | "vacuous";
  readonly broken: boolean;
  readonly checks: readonly { readonly verdict: string }[];
}

export type HelpRows = readonly (readonly [keys: string, does: string])[];

export interface LabContext<State, Request, Frame> {
  readonly store: Store<State>;
  readonly client: Client<Request, Frame>;
  /**
   * One more client to a solver of this lab, in a worker of its own that starts with the first request: for work that must not
   * end where the next request to `client` begins. It ends with the lab, or by its own dispose().
   */
  openClient(): Client<Request, Frame>;
  /** "page": everything. "widget": chrome-less, inside another page. */
  readonly mode: "page" | "widget";
  /** The address that opens what is on screen; null where that is too much for a link. */
  address(): Promise<string | null>;
  /** Show the user one sentence (also announced to screen readers). */
  notify(text: string, tone: "plain" | "trouble"): void;
  /** What the present run has come to, in a few words, for the status line; shown only while running and only if it takes long. */
  progress(text: string): void;
  /** All results of claims that are about what is on screen, whenever one of them may have changed. */
  verdicts(results: Iterable<Judged>): void;
  /** The lab's own keys for the help sheet, [keys, what they do], or how they are had when the sheet is opened. */
  help(rows: HelpRows | (() => Promise<HelpRows>)): void;
}

/** A lab's view.ts default export: puts the lab into `root` and returns its undoing. */
export type LabView<State, Request, Frame> = (
  root: HTMLElement,
  context: LabContext<State, Request, Frame>,
) => () => void;
