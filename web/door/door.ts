// What a lab gives the front door: a small picture that its solver computes, one thing to do in it, and its claims. All of it follows
// from a state of the lab, so that what was done here can be opened there.
import type { Verdict } from "../host/proof.ts";
import type { LinkModel } from "../host/url.ts";
import type { Handle } from "../kit/interaction/drag-handles.ts";
import type { Frame as PlotFrame } from "../plot/frame.ts";
import type { Theme } from "../plot/palette.ts";
import type { Pen, Size } from "../plot/pen.ts";

/** A frame of the solver with the request that it answers. */
export interface DoorAnswer<Request, Frame> {
  readonly request: Request;
  readonly frame: Frame;
}

export interface DoorResult {
  readonly id: string;
  readonly verdict: Verdict;
}

/** What came of the suggested action. */
export interface Said {
  /** Whether it was done, and not only begun. */
  readonly done: boolean;
  readonly text: string;
}

export interface Door<State extends object, Request, Frame> {
  readonly model: LinkModel<State> & { readonly id: string };
  readonly words: {
    /** The suggested action. */
    readonly action: string;
    /** What the picture shows, and how to read it: one or two short sentences. */
    readonly caption: string;
    /** Name (left out: the id) and title of every claim. */
    readonly claims: Readonly<Record<string, { readonly name?: string; readonly title: string }>>;
  };
  /** What moves while nobody has touched the picture. @param phase 0 to 1, the same at both ends */
  at(phase: number): State;
  /** How long a round takes. */
  readonly seconds: number;
  /** What the picture needs. */
  request(state: State): Request;
  /** The same request for all claims of this state. */
  check(state: State): Request;
  /** Whether a frame has all that the picture needs. */
  shows(frame: Frame): boolean;
  /** The claims that a frame has results of. */
  results(frame: Frame): readonly DoorResult[];
  /**
   * Draw the state with the newest answer, which may be of an earlier state.
   * @returns where the handles are, px
   */
  draw(pen: Pen, size: Size, theme: Theme, state: State, answer: DoorAnswer<Request, Frame> | null): PlotFrame;
  handles(state: State): readonly Handle[];
  moved(state: State, handle: string, x: number, y: number): State;
  /** The picture in a sentence. */
  describe(state: State, answer: DoorAnswer<Request, Frame>): string;
  /** @param before the answer when a handle was first taken */
  said(before: DoorAnswer<Request, Frame>, now: DoorAnswer<Request, Frame>): Said;
}

export type AnyDoor = Door<object, unknown, unknown>;

/** Checks that a lab's parts fit one another, then forgets their types: the door handles all labs alike. */
export function door<State extends object, Request, Frame>(of: Door<State, Request, Frame>): AnyDoor {
  return of as unknown as AnyDoor;
}

/** What the page shows of a lab before anything runs: made at build time from the above (web/build/stills.ts). */
export interface Still {
  readonly lab: string;
  readonly action: string;
  readonly caption: string;
  /** The picture in a sentence. */
  readonly alt: string;
  readonly claims: readonly { readonly id: string; readonly name: string; readonly title: string }[];
}

/** Of the stills; the page keeps their shape at any width. */
export const STILL: Size = { width: 440, height: 260 };

/** A wave from -1 to 1 that begins at 0: for `at`. */
export const wave = (phase: number): number => Math.sin(2 * Math.PI * phase);
