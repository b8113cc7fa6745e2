// The proof panel: a board of claims with their verdicts, and the page of the claim that is open. It knows no lab: a lab gives
// it words, theory, results and a function that puts a picture into an element.
import { html, LitElement, nothing, type PropertyValues, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import "./proof.css";
import { announce } from "./announce.ts";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import { lockOf } from "./restraints.ts";
import { scrollToTop } from "./scroll.ts";

const words = en.proof;

export type Verdict = "pass" | "fail" | "vacuous";

/** One measured number; passes iff value <= bound. */
export interface ProofCheck {
  readonly id: string;
  readonly value: number;
  readonly bound: number;
  readonly tolerance: number;
  readonly verdict: Verdict;
}

/** What was measured for one claim on the present data. */
export interface ProofResult {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly broken: boolean;
  /** The code of the mistake that it is broken with, "" for none. */
  readonly mistake: string;
  readonly checks: readonly ProofCheck[];
  /** Of a solver's answer: whether the checks judge a more exact one, made anew, and how far the one on screen is from it. */
  readonly judged?: { readonly anew: boolean; readonly apart: number };
}

/** What the board says of one claim. */
export interface ClaimWords {
  /** Its short name, where the id alone says little to a reader. */
  readonly name?: string;
  readonly title: string;
}

/** By claim. */
export type ProofWords = Readonly<Record<string, ClaimWords>>;

/** The words of one way to break a claim. */
export interface MistakeWords {
  /** Its entry in the menu: two to six words. */
  readonly name: string;
  /** What is done, a sentence. */
  readonly breaks: string;
  /** What turned wrong, and why the proof forbids it: one or two sentences. */
  readonly wrong: string;
}

/** The words of a claim's mistakes, by their codes. */
export interface ClaimMistakes {
  /** What the check cannot see, a sentence. */
  readonly unseen: string;
  readonly mistakes: Readonly<Record<string, MistakeWords>>;
  /** Those that drop a hypothesis of the statement. */
  readonly hypotheses?: Readonly<Record<string, MistakeWords>>;
}

/** What an open claim says; the board does without. */
export interface ClaimDetails {
  /** The label of a check of a claim, by both ids. */
  checks(id: string, claim: string): string;
  /** By reason code: why a claim is vacuous here, a sentence. */
  readonly reasons: Readonly<Record<string, string>>;
  /** By claim. */
  readonly mistakes: Readonly<Record<string, ClaimMistakes>>;
  /** Which answer is judged: a more exact one than that on screen, which is {share} percent away; or the one on screen. */
  readonly judged?: { readonly anew: string; readonly shown: string };
}

/** @returns null where there are none */
export function wordsOfMistake({ mistakes }: ClaimDetails, claim: string, code: string): MistakeWords | null {
  const known = mistakes[claim];
  return known?.mistakes[code] ?? known?.hypotheses?.[code] ?? null;
}

export type Theory = Readonly<Record<string, { readonly statement: string; readonly derivation: string }>>;

/** "checking": a result for the present data is on its way. "unasked": none was requested. */
export type ChipState = Verdict | "checking" | "unasked";

/** Put the picture of a claim into `root`. @returns its undoing */
export type MountPicture = (claim: string, root: HTMLElement) => () => void;

/** What shows an open claim (proof-page.ts). */
export interface ClaimPages {
  page(panel: ProofPanel, claim: string): TemplateResult;
  /** Mark what scrolls sideways. */
  markScrollable(panel: ProofPanel): void;
  /** @param first whether no claim was open before  @returns ends what keeps it in view */
  bringIntoView(panel: ProofPanel, first: boolean): () => void;
}

export class ProofPanel extends LitElement {
  static override properties = {
    claims: { attribute: false },
    words: { attribute: false },
    details: { attribute: false },
    theory: { attribute: false },
    results: { attribute: false },
    checking: { attribute: false },
    dataless: { attribute: false },
    stopped: { attribute: false },
    open: { attribute: false },
    broken: { attribute: false },
    note: { attribute: false },
    example: { attribute: false },
    alone: { attribute: false },
    judgesShown: { attribute: false },
    pages: { attribute: false },
    copied: { attribute: false },
  };

  /** Ids in the order of the board. */
  declare claims: readonly string[];
  declare words: ProofWords;
  /** Empty while they are being loaded. */
  declare details: ClaimDetails;
  /** null while it is being loaded. */
  declare theory: Theory | null;
  declare results: ReadonlyMap<string, ProofResult>;
  /** Claims whose result is of older data, or on its way. */
  declare checking: ReadonlySet<string>;
  /** Claims that there are no data to check with. */
  declare dataless: ReadonlySet<string>;
  /** What the user has stopped: the claims whose check did not come to its end. null: nothing. */
  declare stopped: ReadonlySet<string> | null;
  declare open: string | null;
  /** Claims that are broken on purpose, each with the code of its mistake. */
  declare broken: ReadonlyMap<string, string>;
  /** A sentence over the checks ("" for none). */
  declare note: string;
  /** Whether there are other data to show, which were made for the open claim. */
  declare example: boolean;
  /** Only the open claim, to be read at a glance: without the board, and without what takes one elsewhere. */
  declare alone: boolean;
  /** Whether to say where the checks judge what is on screen: elsewhere they mostly judge a more exact answer. */
  declare judgesShown: boolean;
  /** null until the first claim is opened, and while it is loaded. */
  declare pages: ClaimPages | null;
  declare copied: "" | "yes" | "by-hand";

  mountPicture: MountPicture = () => () => {};
  onOpen: (claim: string | null) => void = () => {};
  /** @param mistake its code; "" mends the claim */
  onBreak: (claim: string, mistake: string) => void = () => {};
  onExample: (claim: string) => void = () => {};
  onAgain: () => void = () => {};
  /** The lab's id. */
  lab = "";
  /** The address that opens a claim. */
  linkTo: (claim: string) => string = () => "";

  private mounted: { claim: string; dispose: () => void } | null = null;
  /** In a frame of its own: what is marked may change sizes, which the observer must not do while it is told of some. */
  private readonly widths = new ResizeObserver(() => requestAnimationFrame(() => this.pages?.markScrollable(this)));
  private letGo: () => void = () => {};
  /** The verdicts when they were last said, or first there. */
  private told = "";

  constructor() {
    super();
    this.claims = [];
    this.words = {};
    this.details = { checks: (id) => id, reasons: {}, mistakes: {} };
    this.theory = null;
    this.results = new Map();
    this.checking = new Set();
    this.dataless = new Set();
    this.stopped = null;
    this.open = null;
    this.broken = new Map();
    this.note = "";
    this.example = false;
    this.alone = false;
    this.judgesShown = false;
    this.pages = null;
    this.copied = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.widths.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.widths.disconnect();
    this.letGo();
    this.unmount();
  }

  stateOf(claim: string): ChipState {
    if (this.checking.has(claim)) return "checking";
    return this.results.get(claim)?.verdict ?? "unasked";
  }

  /** The verdict of a claim, or why there is none. */
  badgeOf(claim: string): TemplateResult {
    const state = this.stateOf(claim);
    if (state !== "unasked") return badge(state);
    return badge(state, this.dataless.has(claim) ? words.noData : this.stopped?.has(claim) ? words.stopped : undefined);
  }

  /** The way on after a stop: nothing else begins what the user has stopped. */
  again(): TemplateResult | typeof nothing {
    return this.stopped === null
      ? nothing
      : html`<button type="button" class="button proof-again" @click=${() => this.runAgain()}>${words.again}</button>`;
  }

  private runAgain(): void {
    // The button goes with its click; the focus on it must not fall to the body then.
    this.querySelector<HTMLElement>(".proof-chip, .proof-break-button")?.focus({ preventScroll: true });
    this.onAgain();
  }

  protected override render(): TemplateResult {
    const open = this.open === null || !this.pages ? nothing : keyed(this.open, this.pages.page(this, this.open));
    if (this.alone) return html`<section class="proof" aria-labelledby="proof-claim">${open}</section>`;
    return html`
      <section class="proof" aria-labelledby="proof-heading">
        <div class="proof-head">
          <h2 id="proof-heading">${words.heading}</h2>
          <p class="proof-summary">${this.summary()}</p>
          ${this.again()}
        </div>
        <ul class="proof-board" ?data-line=${this.open !== null && this.pages !== null}>
          ${repeat(
            this.claims,
            (claim) => claim,
            (claim) => this.chip(claim),
          )}
        </ul>
        ${open}
      </section>
    `;
  }

  private count(state: ChipState): number {
    return this.claims.filter((claim) => this.stateOf(claim) === state).length;
  }

  private summary(): string {
    return (["pass", "fail", "vacuous", "checking", "unasked"] as const)
      .filter((state) => this.count(state) > 0)
      .map((state) => format(words.count[state], { count: this.count(state) }))
      .join(words.countJoin);
  }

  /** All verdicts in one line. @param failing which ones fail, or how many */
  private overall(failing?: string): [state: ChipState, sentence: string] {
    const [pass, fail, vacuous, checking] = (["pass", "fail", "vacuous", "checking"] as const).map((state) =>
      this.count(state),
    ) as [number, number, number, number];
    const say = words.glance;
    const none = vacuous > 0 ? "vacuous" : "unasked";
    const state = checking > 0 ? "checking" : fail > 0 ? "fail" : pass > 0 ? "pass" : none;
    if (this.stopped !== null) return ["unasked", say.stopped];
    const sentence = format(say[state], { pass, fail: failing ?? fail, vacuous, checking, total: this.claims.length });
    const rest = vacuous > 0 && (pass > 0 || fail > 0) && checking === 0 ? format(say.inapplicable, { vacuous }) : "";
    return [state, sentence + rest];
  }

  /** For a place that is seen at first sight. */
  glance(): TemplateResult {
    const stopped = this.stopped !== null;
    const act = () => (stopped ? this.onAgain() : this.showBoard());
    return html`<button type="button" class="proof-glance" ?data-stopped=${stopped} @click=${act}>
      ${badge(...this.overall())}
    </button>`;
  }

  private showBoard(): void {
    if (this.firstElementChild) scrollToTop(this.firstElementChild);
    this.querySelector<HTMLElement>(".proof-chip")?.focus({ preventScroll: true });
  }

  nameOf(claim: string): string {
    return this.words[claim]?.name ?? claim;
  }

  titleOf(claim: string): string {
    return this.words[claim]?.title ?? claim;
  }

  /** What is said of the mistake that a claim is broken with; null while it is intact, and until the words are there. */
  mistakeOf(claim: string): MistakeWords | null {
    const code = this.broken.get(claim);
    return code === undefined ? null : wordsOfMistake(this.details, claim, code);
  }

  /** "Broken on purpose", with the name of the mistake where it is known; "" while the claim is intact. */
  brokenBy(claim: string): string {
    const mistake = this.mistakeOf(claim);
    if (mistake !== null) return format(words.brokenBy, { name: mistake.name });
    return this.broken.has(claim) ? words.broken : "";
  }

  private chip(claim: string): TemplateResult {
    const state = this.stateOf(claim);
    const open = this.open === claim;
    const broken = this.brokenBy(claim);
    const title = broken === "" ? this.titleOf(claim) : format(words.chipTitle, { title: this.titleOf(claim), broken });
    return html`<li>
      <button
        type="button"
        class="proof-chip"
        data-claim=${claim}
        data-verdict=${state}
        data-broken=${broken || nothing}
        aria-expanded=${open}
        ?disabled=${lockOf("claim") !== null}
        title=${lockOf("claim") ?? (this.open === null && broken === "" ? nothing : title)}
        @click=${() => this.onOpen(open ? null : claim)}
      >
        <span class="proof-chip-id">${this.nameOf(claim)}</span>
        <span class="proof-chip-title">${this.titleOf(claim)}</span>
        ${this.badgeOf(claim)}${broken === "" ? nothing : html`<span class="proof-chip-broken">${broken}</span>`}
      </button>
    </li>`;
  }

  /** One change of the data changes several verdicts: one sentence says how many hold and which do not. The first ones are read. */
  private speak(): void {
    const all = this.claims.map((claim) => this.stateOf(claim)).join();
    if (this.alone || this.checking.size > 0 || all === this.told) return;
    const first = this.told === "";
    // Of those that no data are there for, the first are still to come.
    if (first && this.results.size === 0) return;
    this.told = all;
    const failing = this.claims.filter((claim) => this.stateOf(claim) === "fail").map((claim) => this.nameOf(claim));
    const names = new Intl.ListFormat(document.documentElement.lang).format(failing);
    if (!first) announce("verdicts", this.overall(names)[1]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.speak();
    if (this.mounted?.claim !== this.open) {
      this.unmount();
      const root = this.querySelector<HTMLElement>(".proof-picture");
      if (this.open !== null && root) this.mounted = { claim: this.open, dispose: this.mountPicture(this.open, root) };
    }
    const opened = changed.has("open") || changed.has("pages");
    // Alone the panel has no box of its own (widget.css); its check has the room that the rest leaves.
    const live = this.alone ? this.querySelector(".proof-live") : null;
    if (live) this.widths.observe(live);
    if (opened || changed.has("theory") || (this.alone && changed.has("results"))) this.pages?.markScrollable(this);
    if (!opened) return;
    this.letGo();
    if (this.open !== null && this.pages && !this.alone)
      this.letGo = this.pages.bringIntoView(this, (changed.get("open") ?? null) === null);
  }

  private unmount(): void {
    this.mounted?.dispose();
    this.mounted = null;
  }
}

/** A verdict in word, shape and colour. */
export function badge(state: ChipState, text: string = words.verdict[state]): TemplateResult {
  return html`<span class="proof-verdict" data-state=${state}>
    <svg class="proof-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${MARKS[state]}</svg>
    <span>${text}</span>
  </span>`;
}

/** Disc, square, dashed ring, three dots, dash: told apart without colour. */
const MARKS: Readonly<Record<ChipState, SVGTemplateResult>> = {
  pass: svg`<circle cx="8" cy="8" r="7.5" class="fill" /><path d="M4.4 8.4l2.4 2.4 4.8-5.2" class="line" />`,
  fail: svg`<rect x="1" y="1" width="14" height="14" rx="1.5" class="fill" /><path d="M5 5l6 6M11 5l-6 6" class="line" />`,
  vacuous: svg`<circle cx="8" cy="8" r="6.5" class="ring" />`,
  checking: svg`<circle cx="3" cy="8" r="1.5" class="fill" /><circle cx="8" cy="8" r="1.5" class="fill" /><circle cx="13" cy="8" r="1.5" class="fill" />`,
  unasked: svg`<path d="M4 8h8" class="ring" />`,
};

customElements.define("pg-proof", ProofPanel);

declare global {
  interface HTMLElementTagNameMap {
    "pg-proof": ProofPanel;
  }
}
