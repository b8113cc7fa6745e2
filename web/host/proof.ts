// The proof panel: a board of claims with their verdicts, and the page of the claim that is open. It knows no lab: a lab gives
// it words, theory, results and a function that puts a picture into an element.
import { html, LitElement, nothing, type PropertyValues, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import "./proof.css";
import { formatNumber } from "./format-number.ts";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";

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
  readonly checks: readonly ProofCheck[];
}

/** The words of one claim. */
export interface ClaimWords {
  /** Its short name, where the id alone says little to a reader. */
  readonly name?: string;
  readonly title: string;
  /** What "break it" does, a sentence. */
  readonly breaks: string;
}

export interface ProofWords {
  readonly claims: Readonly<Record<string, ClaimWords>>;
  /** The label of a check of a claim, by both ids. */
  checks(id: string, claim: string): string;
  /** By reason code: why a claim is vacuous here, a sentence. */
  readonly reasons: Readonly<Record<string, string>>;
}

export type Theory = Readonly<Record<string, { readonly statement: string; readonly derivation: string }>>;

/** "checking": a result for the present data is on its way. "unasked": none was requested. */
export type ChipState = Verdict | "checking" | "unasked";

/** Put the picture of a claim into `root`. @returns its undoing */
export type MountPicture = (claim: string, root: HTMLElement) => () => void;

/** Below this width the derivation starts folded: the picture and the numbers come first. */
const WIDE = "(min-width: 60rem)";
/** From here on an open claim stands beside the picture (proof.css has the same line). */
const TWO_PANES = "(min-width: 1000px) and (min-height: 480px)";
/** How long "Link copied" stays, ms. */
const COPIED_MS = 2500;

export class ProofPanel extends LitElement {
  static override properties = {
    claims: { attribute: false },
    words: { attribute: false },
    theory: { attribute: false },
    results: { attribute: false },
    checking: { attribute: false },
    open: { attribute: false },
    broken: { attribute: false },
    note: { attribute: false },
    copied: { state: true },
  };

  /** Ids in the order of the board. */
  declare claims: readonly string[];
  declare words: ProofWords;
  /** null while it is being loaded. */
  declare theory: Theory | null;
  declare results: ReadonlyMap<string, ProofResult>;
  /** Claims whose result is of older data, or on its way. */
  declare checking: ReadonlySet<string>;
  declare open: string | null;
  /** Claims that are broken on purpose. */
  declare broken: ReadonlySet<string>;
  /** A sentence over the checks ("" for none). */
  declare note: string;
  declare copied: "" | "yes" | "by-hand";

  mountPicture: MountPicture = () => () => {};
  onOpen: (claim: string | null) => void = () => {};
  onBreak: (claim: string, broken: boolean) => void = () => {};
  /** The address that opens a claim. */
  linkTo: (claim: string) => string = () => "";

  private mounted: { claim: string; dispose: () => void } | null = null;
  private readonly wide = matchMedia(WIDE).matches;
  private readonly widths = new ResizeObserver(() => this.markScrollable());

  constructor() {
    super();
    this.claims = [];
    this.words = { claims: {}, checks: (id) => id, reasons: {} };
    this.theory = null;
    this.results = new Map();
    this.checking = new Set();
    this.open = null;
    this.broken = new Set();
    this.note = "";
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
    this.unmount();
  }

  stateOf(claim: string): ChipState {
    if (this.checking.has(claim)) return "checking";
    return this.results.get(claim)?.verdict ?? "unasked";
  }

  protected override render(): TemplateResult {
    return html`
      <section class="proof" aria-labelledby="proof-heading">
        <h2 id="proof-heading">${words.heading}</h2>
        <p class="proof-summary" role="status">${this.summary()}</p>
        <ul class="proof-board">
          ${repeat(
            this.claims,
            (claim) => claim,
            (claim) => this.chip(claim),
          )}
        </ul>
        ${this.open === null ? nothing : keyed(this.open, this.page(this.open))}
      </section>
    `;
  }

  private summary(): string {
    const states = this.claims.map((claim) => this.stateOf(claim));
    const count = (state: ChipState) => states.filter((each) => each === state).length;
    const parts = (["pass", "fail", "vacuous", "checking", "unasked"] as const)
      .filter((state) => count(state) > 0)
      .map((state) => format(words.count[state], { count: count(state) }));
    return parts.join(words.countJoin);
  }

  private nameOf(claim: string): string {
    return this.words.claims[claim]?.name ?? claim;
  }

  private chip(claim: string): TemplateResult {
    const state = this.stateOf(claim);
    const open = this.open === claim;
    const broken = this.broken.has(claim);
    return html`<li>
      <button
        type="button"
        class="proof-chip"
        data-claim=${claim}
        data-verdict=${state}
        ?data-broken=${broken}
        aria-expanded=${open}
        @click=${() => this.onOpen(open ? null : claim)}
      >
        <span class="proof-chip-id">${this.nameOf(claim)}</span>
        <span class="proof-chip-title">${this.words.claims[claim]?.title ?? claim}</span>
        ${badge(state)}${broken ? html`<span class="proof-chip-broken">${words.broken}</span>` : nothing}
      </button>
    </li>`;
  }

  private page(claim: string): TemplateResult {
    const section = this.theory?.[claim];
    const result = this.results.get(claim);
    const state = this.stateOf(claim);
    return html`<article class="proof-page" data-open-claim=${claim} aria-labelledby="proof-claim">
      <header>
        <h3 id="proof-claim"><span class="proof-chip-id">${this.nameOf(claim)}</span> ${this.words.claims[claim]?.title ?? claim}</h3>
        <button type="button" class="button proof-close" @click=${() => this.onOpen(null)}>${words.close}</button>
      </header>
      <div class="proof-statement theory">${section ? unsafeHTML(section.statement) : words.loading}</div>
      <div class="proof-picture"></div>
      ${this.note ? html`<p class="proof-note">${this.note}</p>` : nothing}
      <div class="proof-live">
        <h4 class="proof-live-heading">${words.check} ${badge(state)}</h4>
        ${result ? this.measured(result) : html`<p class="proof-reason">${words.waiting}</p>`}
        ${this.breaker(claim)}
      </div>
      <details class="proof-derivation" ?open=${this.wide} @toggle=${() => this.markScrollable()}>
        <summary>${words.derivation}</summary>
        <div class="theory">${section ? unsafeHTML(section.derivation) : words.loading}</div>
      </details>
      ${this.link(claim)}
    </article>`;
  }

  private measured(result: ProofResult): TemplateResult {
    if (result.verdict === "vacuous")
      return html`<p class="proof-reason">${this.words.reasons[result.reason] ?? result.reason}</p>`;
    return html`<div class="proof-table-box">
      <table class="proof-table" aria-busy=${this.checking.has(result.id)}>
        <thead>
          <tr>
            <th scope="col">${words.columns.label}</th>
            <th scope="col">${words.columns.value}</th>
            <th scope="col"><abbr title=${words.columns.boundLong}>${words.columns.bound}</abbr></th>
            <th scope="col"><abbr title=${words.columns.toleranceLong}>${words.columns.tolerance}</abbr></th>
            <th scope="col">${words.columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            result.checks,
            (check) => check.id,
            (check) => this.row(check, result.id),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private row(check: ProofCheck, claim: string): TemplateResult {
    return html`<tr data-check=${check.id} data-verdict=${check.verdict}>
      <th scope="row">${this.words.checks(check.id, claim)}</th>
      <td>${formatNumber(check.value)}</td>
      <td>${formatNumber(check.bound)}</td>
      <td>${check.tolerance > 0 ? formatNumber(check.tolerance, 2) : "–"}</td>
      <td>${badge(check.verdict)}</td>
    </tr>`;
  }

  private breaker(claim: string): TemplateResult {
    const broken = this.broken.has(claim);
    return html`<div class="proof-break">
      <button
        type="button"
        class="proof-break-button"
        data-break=${claim}
        aria-pressed=${broken}
        aria-describedby="proof-breaks"
        @click=${() => this.onBreak(claim, !broken)}
      >
        ${words.breakIt}
      </button>
      <p id="proof-breaks">${broken ? words.isBroken : nothing} ${this.words.claims[claim]?.breaks ?? ""}</p>
    </div>`;
  }

  private link(claim: string): TemplateResult {
    return html`<p class="proof-link">
      <button type="button" class="button" @click=${() => void this.copy(claim)}>${words.copyLink}</button>
      <a href=${this.linkTo(claim)}>q=${claim}</a>
      <span role="status">${this.copied === "yes" ? words.copied : this.copied === "by-hand" ? words.copyByHand : ""}</span>
    </p>`;
  }

  private async copy(claim: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(new URL(this.linkTo(claim), location.href).href);
      this.copied = "yes";
    } catch {
      // No clipboard here (an iframe, file://, or refused): the link beside the button can be copied by hand.
      this.copied = "by-hand";
    }
    setTimeout(() => {
      this.copied = "";
    }, COPIED_MS);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.mounted?.claim !== this.open) {
      this.unmount();
      const root = this.querySelector<HTMLElement>(".proof-picture");
      if (this.open !== null && root) this.mounted = { claim: this.open, dispose: this.mountPicture(this.open, root) };
    }
    if (changed.has("open") || changed.has("theory")) this.markScrollable();
    if (changed.has("open")) this.bringIntoView(changed.get("open") ?? null);
  }

  /** Opened from the board: with two panes the picture beside it, otherwise the claim itself. */
  private bringIntoView(before: string | null): void {
    if (this.open === null) return;
    if (matchMedia(TWO_PANES).matches) {
      if (before === null) scrollTo({ top: 0 });
    } else {
      this.querySelector(".proof-page")?.scrollIntoView({ block: "start" });
    }
  }

  private unmount(): void {
    this.mounted?.dispose();
    this.mounted = null;
  }

  /** A formula wider than the page scrolls by itself, and must then be reachable by keyboard. */
  private markScrollable(): void {
    for (const box of this.querySelectorAll<HTMLElement>(".theory-display, .proof-table-box")) {
      if (box.scrollWidth > box.clientWidth + 1) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", words.scrolls);
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
      }
    }
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
