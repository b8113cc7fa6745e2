// The page of an open claim in the proof panel: statement, picture, check, what breaks it, proof, link. A chunk of its own, fetched
// when the first claim is opened.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import "./proof-page.css";
import "./theory.css";
import { askEntry } from "./ask-entry.ts";
import type { LabEntry } from "./entry.ts";
import { formatNumber } from "./format-number.ts";
import { format } from "./messages/format.ts";
import { proofPage as words } from "./messages/proof-page.en.ts";
import { theory as asks } from "./messages/theory.en.ts";
import { worked } from "./messages/worked.en.ts";
import {
  badge,
  type ClaimMistakes,
  type ClaimPages,
  type ProofCheck,
  type ProofPanel,
  type ProofResult,
} from "./proof.ts";
import { isHidden, lockOf } from "./restraints.ts";
import { said } from "./said.ts";
import { keepAtTop } from "./scroll.ts";
import { defineSlips } from "./slips/element.ts";
import { hasSlips } from "./slips/list.ts";
import { loadSlips } from "./slips/loaded.ts";
import { hasWorked } from "./worked/list.ts";

/** Below this width the derivation starts folded: the picture and the numbers come first. */
const WIDE = matchMedia("(min-width: 60rem)");
/** From here on an open claim stands beside the picture (proof-page.css has the same line). */
const TWO_PANES = "(min-width: 1000px) and (min-height: 480px)";
/** The mistake that every claim has. */
const PLAIN = "plain";
/** Why a claim that is broken with a mistake says nothing on data where that mistake changes nothing. */
const NO_DIFFERENCE = "no-difference";
/** Labels of checks that are named as having noticed a mistake; of more only the number is said. */
const NAMED = 3;
/** What is less of a percent is not written out. */
const LEAST_PERCENT = 0.001;
/** How long "Link copied" stays, ms. */
const COPIED_MS = 2500;

/** @param lab its id: what its claims show is loaded with them, and they do without where it does not arrive */
export async function claimPages(lab: string): Promise<ClaimPages> {
  if (hasSlips(lab)) await loadSlips(lab).catch(() => undefined);
  return { page, markScrollable, bringIntoView };
}

function page(panel: ProofPanel, claim: string): TemplateResult {
  const section = panel.theory?.[claim];
  const result = panel.results.get(claim);
  const state = panel.stateOf(claim);
  const broken = panel.brokenBy(claim);
  return html`<article
    class="proof-page"
    data-open-claim=${claim}
    data-verdict=${state}
    data-broken=${broken || nothing}
    aria-labelledby="proof-claim"
  >
    <header>
      <h3 id="proof-claim"><span class="proof-chip-id">${panel.nameOf(claim)}</span> ${panel.titleOf(claim)}</h3>
      <div class="proof-actions">
        ${panel.badgeOf(claim)} ${isHidden("break") || isHidden("broken") ? nothing : [breaker(panel, claim), menu(panel, claim)]} ${panel.alone ? nothing : closer(panel, claim)}
      </div>
    </header>
    ${told(panel, claim, result)}
    <div class="proof-statement theory">${section ? unsafeHTML(section.statement) : words.loading}</div>
    ${panel.alone ? nothing : slips(panel, claim)}
    ${
      panel.example
        ? html`<button
            type="button"
            class="button proof-example"
            title=${lockOf("data", "preset") ?? nothing}
            ?disabled=${lockOf("data", "preset") !== null}
            @click=${() => panel.onExample(claim)}
          >
            ${words.example}
          </button>`
        : nothing
    }
    <div class="proof-picture"></div>
    ${panel.note ? html`<p class="proof-note">${panel.note}</p>` : nothing}
    <div class="proof-live">
      <h4 class="proof-live-heading">${words.check}</h4>
      ${result ? measured(panel, result) : html`<p class="proof-reason">${unmeasured(panel, claim)}</p>`}
      ${judged(panel, result)} ${unseen(panel, claim)}
      ${panel.alone ? panel.again() : nothing}
    </div>
    ${panel.alone ? nothing : more(panel, claim, section?.derivation)}
  </article>`;
}

function slips(panel: ProofPanel, claim: string): TemplateResult | typeof nothing {
  if (!hasSlips(panel.lab)) return nothing;
  defineSlips();
  return html`<pg-slips .lab=${panel.lab} .claim=${claim} .broken=${panel.broken.get(claim) ?? ""} .onBreak=${panel.onBreak}></pg-slips>`;
}

const openWorked = async (entry: LabEntry) => (await import("./worked/open.ts")).openWorked(entry);

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
      ${derivation?.includes("theory-step") ? asking(panel) : nothing}
      <div class="theory">${derivation ? unsafeHTML(derivation) : words.loading}</div>
    </details>
    ${hasWorked(panel.lab) ? html`<p class="proof-link"><button type="button" class="button proof-worked" @click=${() => askEntry(panel, openWorked)}>${worked.open}</button></p>` : nothing}
    ${link(panel, claim)}`;
}

/** What opens all steps that are folded behind their questions, or folds them again. */
function asking(panel: ProofPanel): TemplateResult {
  const steps = (state: string) => [
    ...panel.querySelectorAll<HTMLDetailsElement>(`.proof-derivation .theory-step${state}`),
  ];
  const turn = ({ currentTarget }: Event) => {
    const folded = steps(":not([open])");
    for (const step of folded.length > 0 ? folded : steps("")) step.open = folded.length > 0;
    (currentTarget as HTMLElement).textContent = folded.length > 0 ? asks.foldAll : asks.tellAll;
    markScrollable(panel);
  };
  return html`<p class="proof-asks">
    ${asks.asks} <button type="button" class="button" @click=${turn}>${asks.tellAll}</button>
  </p>`;
}

/** Why there are no numbers. */
function unmeasured(panel: ProofPanel, claim: string): string {
  if (panel.dataless.has(claim)) return words.noDataYet;
  return panel.checking.has(claim) ? words.waiting : words.noNumbers;
}

function measured(panel: ProofPanel, result: ProofResult): TemplateResult {
  if (result.verdict === "vacuous") return html`<p class="proof-reason">${reasonOf(panel, result)}</p>`;
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

function reasonOf(panel: ProofPanel, { reason }: ProofResult): string {
  return panel.details.reasons[reason] ?? reason;
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

function breaker(panel: ProofPanel, claim: string): TemplateResult {
  const broken = panel.broken.has(claim);
  return html`<button
    type="button"
    class="proof-break-button"
    data-break=${claim}
    ?disabled=${lockOf("broken") !== null}
    title=${lockOf("broken") ?? (broken ? nothing : (mistakesOf(panel, claim)?.mistakes[PLAIN]?.breaks ?? nothing))}
    aria-describedby="proof-breaks"
    @click=${() => panel.onBreak(claim, broken ? "" : PLAIN)}
  >
    ${broken ? words.mendIt : words.breakIt}
  </button>`;
}

const mistakesOf = (panel: ProofPanel, claim: string): ClaimMistakes | undefined => panel.details.mistakes[claim];

/** All mistakes of the claim, the present one chosen. The first entry mends the claim. */
function menu(panel: ProofPanel, claim: string): TemplateResult {
  const known = mistakesOf(panel, claim);
  const present = panel.broken.get(claim) ?? "";
  const option = (code: string, name: string) =>
    html`<option value=${code} .selected=${live(code === present)}>${name}</option>`;
  const group = (label: string, mistakes: ClaimMistakes["mistakes"] = {}) => {
    const entries = Object.entries(mistakes);
    if (entries.length === 0) return nothing;
    return html`<optgroup label=${label}>${entries.map(([code, { name }]) => option(code, name))}</optgroup>`;
  };
  return html`<select
    class="select proof-mistakes"
    data-mistake=${claim}
    aria-label=${words.mistakes.label}
    title=${lockOf("broken") ?? words.mistakes.label}
    ?disabled=${lockOf("broken") !== null}
    @change=${(event: Event) => panel.onBreak(claim, (event.target as HTMLSelectElement).value)}
  >
    ${option("", words.mistakes.choose)} ${group(words.mistakes.famous, known?.mistakes)}
    ${group(words.mistakes.hypotheses, known?.hypotheses)}
  </select>`;
}

/**
 * What is done to a broken claim, what turned wrong, and which checks have noticed it. Of an intact one it says, to screen readers,
 * what the button would do; the elements stay, so that the last line is said when it changes.
 */
function told(panel: ProofPanel, claim: string, result: ProofResult | undefined): TemplateResult {
  const broken = panel.broken.has(claim);
  const mistake = broken ? panel.mistakeOf(claim) : mistakesOf(panel, claim)?.mistakes[PLAIN];
  return html`<div class=${broken ? "proof-broken" : "visually-hidden"}>
    <p>
      ${broken ? html`<b>${mistake ? format(words.isBrokenBy, { name: mistake.name }) : words.isBroken}</b>` : nothing}
      <span id="proof-breaks">${mistake?.breaks ?? ""}</span>
      ${broken ? html`<span class="proof-wrong">${mistake?.wrong ?? ""}</span>` : nothing}
    </p>
    <p class="proof-noticed">${broken ? noticed(panel, claim, result) : said("noticed", "")}</p>
  </div>`;
}

/** Which checks fail, where the result is about the present state. */
function noticed(panel: ProofPanel, claim: string, result: ProofResult | undefined): unknown {
  // A check that comes to the same is not said again.
  if (panel.checking.has(claim)) return said("noticed", null, words.noticing);
  const [lead, text] = noticedText(panel, claim, result);
  return said("noticed", `${lead} ${text}`.trim(), lead === "" ? text : html`<b>${lead}</b> ${text}`);
}

function noticedText(panel: ProofPanel, claim: string, result: ProofResult | undefined): [lead: string, text: string] {
  if (result === undefined) return ["", unmeasured(panel, claim)];
  // Any other reason is about the claim, and stands where its numbers would.
  if (result.verdict === "vacuous") return ["", result.reason === NO_DIFFERENCE ? reasonOf(panel, result) : ""];
  const failing = result.checks.filter(({ verdict }) => verdict === "fail");
  if (failing.length === 0) return ["", words.unnoticed];
  const labels = failing
    .slice(0, NAMED)
    .map(({ id }) => format(words.label, { label: panel.details.checks(id, claim) }));
  const named = labels.join(words.labelJoin);
  const count = failing.length - labels.length;
  const checks = count === 0 ? named : format(words.more, { checks: named, count });
  return [words.noticed, format(words.noticedBy, { checks })];
}

/** Which answer the numbers are about, where there is more than one. */
function judged(panel: ProofPanel, result: ProofResult | undefined): TemplateResult | typeof nothing {
  const say = panel.details.judged;
  if (say === undefined || result?.judged === undefined || result.verdict === "vacuous") return nothing;
  const { anew, apart } = result.judged;
  if (!anew) return panel.judgesShown ? html`<p class="proof-judged">${say.shown}</p>` : nothing;
  return html`<p class="proof-judged">${format(say.anew, { share: percent(apart) })}</p>`;
}

/** A share as a percentage of two digits, rounded up: it is said to be the most. */
function percent(share: number): string {
  const value = 100 * share;
  if (value < LEAST_PERCENT) return format(words.tiny, { share: formatNumber(LEAST_PERCENT) });
  const digit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return format(words.percent, { share: formatNumber(Math.ceil(value / digit) * digit, 2) });
}

function unseen(panel: ProofPanel, claim: string): TemplateResult | typeof nothing {
  const sentence = mistakesOf(panel, claim)?.unseen;
  return sentence === undefined ? nothing : html`<p class="proof-unseen"><b>${words.unseen}</b> ${sentence}</p>`;
}

function link(panel: ProofPanel, claim: string): TemplateResult {
  return html`<p class="proof-link">
    <button type="button" class="button" @click=${() => void copy(panel, claim)}>${words.copyLink}</button>
    <a href=${panel.linkTo(claim)}>q=${claim}</a>
    <span>${said("copied", panel.copied === "yes" ? words.copied : panel.copied === "by-hand" ? words.copyByHand : "")}</span>
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
  // Opened by a task that has just begun, whose words are read first.
  if (document.querySelector("[data-begun]")) return () => {};
  if (!matchMedia(TWO_PANES).matches) return keepAtTop(panel.firstElementChild);
  panel.parentElement?.scrollTo({ top: 0 });
  if (first) scrollTo({ top: 0 });
  return () => {};
}

/** A formula wider than the page scrolls by itself, as does a long check in a small frame, and must then be reachable by keyboard. */
function markScrollable(panel: ProofPanel): void {
  for (const box of panel.querySelectorAll<HTMLElement>(".theory-display, .proof-table-box")) {
    if (box.scrollWidth > box.clientWidth + 1 || isCut(box)) {
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

/** Whether a list of checks is longer than its frame has room for: in a widget (widget.css). */
function isCut(box: Element): boolean {
  return box.matches(".proof-table-box") && box.scrollHeight > box.clientHeight + 1;
}

/** Mark the sides on which a box that scrolls has more: its edge fades out there. */
function fade(box: Element): void {
  const left = box.scrollLeft > 1 ? "left" : "";
  const right = box.scrollLeft + box.clientWidth < box.scrollWidth - 1 ? "right" : "";
  const below = isCut(box) && box.scrollTop + box.clientHeight < box.scrollHeight - 1 ? "below" : "";
  box.setAttribute("data-fade", left + right || below);
}
