// The page of an open claim in the proof panel: statement, picture, check, what breaks it, proof, link. A chunk of its own, fetched
// when the first claim is opened.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import "./proof-page.css";
import { formatNumber } from "./format-number.ts";
import { proofPage as words } from "./messages/proof-page.en.ts";
import { badge, type ClaimPages, type ProofCheck, type ProofPanel, type ProofResult } from "./proof.ts";
import { keepAtTop } from "./scroll.ts";

/** Below this width the derivation starts folded: the picture and the numbers come first. */
const WIDE = matchMedia("(min-width: 60rem)");
/** From here on an open claim stands beside the picture (proof-page.css has the same line). */
const TWO_PANES = "(min-width: 1000px) and (min-height: 480px)";
/** The mistake that every claim has. */
const PLAIN = "plain";
/** How long "Link copied" stays, ms. */
const COPIED_MS = 2500;

export const claimPages: ClaimPages = { page, markScrollable, bringIntoView };

function page(panel: ProofPanel, claim: string): TemplateResult {
  const section = panel.theory?.[claim];
  const result = panel.results.get(claim);
  const state = panel.stateOf(claim);
  const broken = panel.broken.has(claim);
  return html`<article
    class="proof-page"
    data-open-claim=${claim}
    data-verdict=${state}
    ?data-broken=${broken}
    aria-labelledby="proof-claim"
  >
    <header>
      <h3 id="proof-claim"><span class="proof-chip-id">${panel.nameOf(claim)}</span> ${panel.words[claim]?.title ?? claim}</h3>
      <div class="proof-actions">${panel.badgeOf(claim)} ${breaker(panel, claim, broken)} ${panel.alone ? nothing : closer(panel, claim)}</div>
      <p id="proof-breaks" class=${broken ? "proof-broken" : "visually-hidden"}>
        ${broken ? words.isBroken : nothing} ${panel.details.mistakes[claim]?.mistakes[panel.broken.get(claim) ?? PLAIN]?.breaks ?? ""}
      </p>
    </header>
    <div class="proof-statement theory">${section ? unsafeHTML(section.statement) : words.loading}</div>
    ${
      panel.example
        ? html`<button type="button" class="button proof-example" @click=${() => panel.onExample(claim)}>
            ${words.example}
          </button>`
        : nothing
    }
    <div class="proof-picture"></div>
    ${panel.note ? html`<p class="proof-note">${panel.note}</p>` : nothing}
    <div class="proof-live">
      <h4 class="proof-live-heading">${words.check}</h4>
      ${result ? measured(panel, result) : html`<p class="proof-reason">${unmeasured(panel, claim)}</p>`}
      ${panel.alone ? panel.again() : nothing}
    </div>
    ${panel.alone ? nothing : more(panel, claim, section?.derivation)}
  </article>`;
}

function closer(panel: ProofPanel, claim: string): TemplateResult {
  const close = () => {
    // The button goes with the claim; the focus on it must not fall to the body then.
    panel.querySelector<HTMLElement>(`[data-claim="${claim}"]`)?.focus({ preventScroll: true });
    panel.onOpen(null);
  };
  return html`<button type="button" class="button proof-close" @click=${close}>${words.close}</button>`;
}

function more(panel: ProofPanel, claim: string, derivation: string | undefined): TemplateResult {
  return html`<details class="proof-derivation" ?open=${WIDE.matches} @toggle=${() => markScrollable(panel)}>
      <summary>${words.derivation}</summary>
      <div class="theory">${derivation ? unsafeHTML(derivation) : words.loading}</div>
    </details>
    ${link(panel, claim)}`;
}

/** Why there are no numbers. */
function unmeasured(panel: ProofPanel, claim: string): string {
  if (panel.dataless.has(claim)) return words.noDataYet;
  return panel.checking.has(claim) ? words.waiting : words.noNumbers;
}

function measured(panel: ProofPanel, result: ProofResult): TemplateResult {
  if (result.verdict === "vacuous")
    return html`<p class="proof-reason">${panel.details.reasons[result.reason] ?? result.reason}</p>`;
  return html`<div class="proof-table-box">
    <table class="proof-table" aria-busy=${panel.checking.has(result.id)}>
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
          (check) => row(panel, check, result.id),
        )}
      </tbody>
    </table>
  </div>`;
}

function row(panel: ProofPanel, check: ProofCheck, claim: string): TemplateResult {
  return html`<tr data-check=${check.id} data-verdict=${check.verdict}>
    <th scope="row">${panel.details.checks(check.id, claim)}</th>
    <td>${formatNumber(check.value)}</td>
    <td>${formatNumber(check.bound)}</td>
    <td>${check.tolerance > 0 ? formatNumber(check.tolerance, 2) : "–"}</td>
    <td>${badge(check.verdict)}</td>
  </tr>`;
}

function breaker(panel: ProofPanel, claim: string, broken: boolean): TemplateResult {
  return html`<button
    type="button"
    class="proof-break-button"
    data-break=${claim}
    title=${broken ? nothing : (panel.details.mistakes[claim]?.mistakes[PLAIN]?.breaks ?? nothing)}
    aria-describedby="proof-breaks"
    @click=${() => panel.onBreak(claim, broken ? "" : PLAIN)}
  >
    ${broken ? words.mendIt : words.breakIt}
  </button>`;
}

function link(panel: ProofPanel, claim: string): TemplateResult {
  return html`<p class="proof-link">
    <button type="button" class="button" @click=${() => void copy(panel, claim)}>${words.copyLink}</button>
    <a href=${panel.linkTo(claim)}>q=${claim}</a>
    <span role="status">${panel.copied === "yes" ? words.copied : panel.copied === "by-hand" ? words.copyByHand : ""}</span>
  </p>`;
}

async function copy(panel: ProofPanel, claim: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(panel.linkTo(claim), location.href).href);
    panel.copied = "yes";
  } catch {
    // No clipboard here (an iframe, file://, or refused): the link beside the button can be copied by hand.
    panel.copied = "by-hand";
  }
  setTimeout(() => {
    panel.copied = "";
  }, COPIED_MS);
}

/** Opened: with two panes the picture beside it, otherwise the claim itself. Alone it is at the top. @returns ends this */
function bringIntoView(panel: ProofPanel, first: boolean): () => void {
  const board = panel.querySelector<HTMLElement>(".proof-board");
  if (board) {
    // In a board too long for its line: the chip of the open claim, and the one that the Tab key comes to.
    const show = (chip: HTMLElement | null) => {
      if (chip) board.scrollLeft = chip.offsetLeft - (board.clientWidth - chip.offsetWidth) / 2;
    };
    show(board.querySelector("[aria-expanded=true]"));
    board.onkeyup = () => show(board.querySelector(":focus-visible"));
  }
  if (!matchMedia(TWO_PANES).matches) return keepAtTop(panel.firstElementChild);
  panel.parentElement?.scrollTo({ top: 0 });
  if (first) scrollTo({ top: 0 });
  return () => {};
}

/** A formula wider than the page scrolls by itself, and must then be reachable by keyboard. */
function markScrollable(panel: ProofPanel): void {
  for (const box of panel.querySelectorAll<HTMLElement>(".theory-display, .proof-table-box")) {
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", words.scrolls);
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
  for (const box of panel.querySelectorAll<HTMLElement>(".theory-display, .proof-table-box, .proof-board")) {
    box.onscroll = () => fade(box);
    fade(box);
  }
}

/** Mark the sides on which a box that scrolls sideways has more: its edge fades out there. */
function fade(box: Element): void {
  const left = box.scrollLeft > 1 ? "left" : "";
  const right = box.scrollLeft + box.clientWidth < box.scrollWidth - 1 ? "right" : "";
  box.setAttribute("data-fade", left + right);
}
