// The page on paper: the statement, the pictures, the check, the proof, the link. Before it prints, a sheet is made of copies of what
// is on screen, without what can be pressed, and the pictures are drawn anew: in light colours, for the width of the paper and with as
// many pixels as a printer shows.
import "./print.css";
import { readTheme, type Theme } from "../plot/palette.ts";
import type { Size } from "../plot/pen.ts";
import { type Surface, surfacesIn } from "../plot/surface.ts";
import { dataLine, type Facts, factsOf, lineOf, type Parameter } from "./facts.ts";
import { format } from "./messages/format.ts";
import { print as words } from "./messages/print.en.ts";
import { proofPage } from "./messages/proof-page.en.ts";

/** Pixels of a picture for each CSS pixel of paper: about 300 to the inch. */
const SCALE = 3;
/** Height of the main picture for its width, where the screen's shape would be too flat or too tall for paper. */
const FLATTEST = 0.5;
const TALLEST = 0.8;
/** What is not printed: what can be pressed or set, and what is only heard. */
const LIVE = "button, input, select, textarea, canvas, .handle, .visually-hidden, [aria-live], [hidden]";
/** A link with more characters is cut on paper; in a PDF it can be pressed all the same. */
const LONGEST_LINK = 400;

/**
 * From now on the page can be printed.
 * @param link the address of what is on screen, null where there is too much for one
 */
export function watchPrint(link: () => string | null): void {
  let paper: HTMLElement | null = null;
  const prepare = () => {
    fetchLetters();
    paper ??= sheet(link());
  };
  const clear = () => {
    paper?.remove();
    paper = null;
    // Where a drawing remembers its layout, it is now the paper's.
    for (const surface of surfacesIn(document.body)) surface.invalidate();
  };
  // The first key of the shortcut, so that the letters are there with the second.
  addEventListener("keydown", ({ ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey) fetchLetters();
  });
  addEventListener("beforeprint", prepare);
  addEventListener("afterprint", clear);
  // Tools that make a PDF, or show what would be printed, may only change the medium.
  const medium = matchMedia("print");
  medium.addEventListener("change", () => (medium.matches ? prepare() : clear()));
  if (medium.matches) prepare();
}

/** A proof that is folded on screen has formulas whose letters were never needed, and a browser fetches them when they are. */
function fetchLetters(): void {
  if (document.querySelector("[data-open-claim]") === null) return;
  for (const face of document.fonts) if (face.family.includes("KaTeX")) face.load().catch(() => undefined);
}

/** @returns null where no lab is open: the page then prints as it is */
function sheet(link: string | null): HTMLElement | null {
  const plot = document.querySelector<HTMLElement>(".lab-plot");
  if (plot === null) return null;
  const facts = factsOf(document);
  const article = document.querySelector<HTMLElement>("[data-open-claim]");
  const paper = element("section", "paper");
  paper.dataset.theme = "light";
  // In the page before it is filled: pictures are drawn in the size that they have there.
  document.body.append(paper);
  const theme = readTheme(paper);
  paper.append(element("h1", "", facts.page));
  // What is handed in has a name on it.
  if (article !== null) paper.append(element("p", "paper-name", words.name));
  if (article === null) {
    paper.append(...mainPicture(plot, theme, paper), ...parameters(facts), board());
  } else {
    const heading = element("h2", "", facts.claim);
    heading.prepend(...copies(document.body, `[data-claim="${article.dataset.openClaim}"] .proof-verdict`));
    paper.append(heading, ...copies(article, ".proof-broken"), ...copies(article, ".proof-statement"));
    paper.append(...mainPicture(plot, theme, paper), ...parameters(facts));
    claimPicture(article, theme, paper);
    paper.append(...copies(article, ".proof-note"));
    paper.append(element("h3", "", proofPage.check));
    paper.append(...copies(article, ".proof-table-box, .proof-reason, .proof-judged, .proof-unseen"));
    paper.append(element("h3", "", proofPage.derivation), ...copies(article, ".proof-derivation .theory"));
  }
  paper.append(foot(link));
  narrow(paper);
  return paper;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name !== "") made.className = name;
  made.textContent = text;
  return made;
}

/** The picture of the lab, as many surfaces as it has, with their descriptions. */
function mainPicture(plot: HTMLElement, theme: Theme, paper: HTMLElement): HTMLElement[] {
  return surfacesIn(plot).map((surface) => {
    const figure = element("figure", "");
    const width = paper.clientWidth;
    const shape = surface.width > 0 ? surface.height / surface.width : FLATTEST;
    const height = Math.round(width * Math.min(TALLEST, Math.max(FLATTEST, shape)));
    figure.append(drawn(surface, { width, height }, theme), element("figcaption", "", surface.label));
    return figure;
  });
}

/** The surface, drawn for paper. It keeps its shape, whatever the width of the paper turns out to be. */
function drawn(surface: Surface, size: Size, theme: Theme): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(size.width * SCALE);
  canvas.height = Math.round(size.height * SCALE);
  canvas.ariaLabel = surface.label;
  canvas.role = "img";
  const context = canvas.getContext("2d");
  context?.scale(SCALE, SCALE);
  if (context) surface.paint(context, size, theme);
  return canvas;
}

function parameters(facts: Facts): HTMLElement[] {
  const list = element("dl", "paper-parameters");
  list.append(...facts.parameters.map(parameterRow));
  return [element("h3", "", words.parameters), element("p", "", dataLine(facts)), list];
}

function parameterRow({ symbol, label, value }: Parameter): HTMLElement {
  const row = element("div", "");
  const name = element("dt", "", label);
  if (symbol !== "") name.prepend(element("span", "symbol", symbol), " ");
  row.append(name, element("dd", "", value));
  return row;
}

/** Every claim with its verdict. */
function board(): HTMLElement {
  const list = element("ul", "paper-board");
  for (const chip of document.querySelectorAll(".proof-chip")) {
    const row = element("li", "");
    row.append(...copyOf(chip).childNodes);
    list.append(row);
  }
  return list;
}

function copies(root: HTMLElement, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].map(copyOf);
}

/** Without what is live on screen; what was set there stays, as text. */
function copyOf(original: Element): Element {
  const copy = original.cloneNode(true) as Element;
  for (const choice of copy.querySelectorAll("label:has(input[type=radio]:not(:checked))")) choice.remove();
  const boxes = original.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input[type=number], select");
  copy.querySelectorAll("input[type=number], select").forEach((box, k) => {
    const set = boxes[k];
    box.replaceWith(set instanceof HTMLSelectElement ? lineOf(set.selectedOptions[0]) : (set?.value ?? ""));
  });
  for (const each of copy.querySelectorAll(LIVE)) each.remove();
  // Paper tells every step.
  for (const step of copy.querySelectorAll("details")) step.open = true;
  for (const each of copy.querySelectorAll("[id], [tabindex]")) {
    each.removeAttribute("id");
    each.removeAttribute("tabindex");
  }
  return copy;
}

/** The picture of the open claim: its legends and readings as they are, its surfaces drawn anew in the places that they have. */
function claimPicture(article: HTMLElement, theme: Theme, paper: HTMLElement): void {
  const picture = article.querySelector(".proof-picture");
  if (picture === null) return;
  const surfaces = surfacesIn(picture);
  // Numbered, so that the copies of their places are found.
  surfaces.forEach(({ host }, k) => {
    host.dataset.surface = String(k);
  });
  const copy = copyOf(picture);
  paper.append(copy);
  surfaces.forEach((surface, k) => {
    delete surface.host.dataset.surface;
    const place = copy.querySelector<HTMLElement>(`[data-surface="${k}"]`);
    if (place === null) return;
    const size = { width: place.clientWidth, height: place.clientHeight };
    place.replaceChildren(drawn(surface, size, theme));
    place.style.height = "auto";
  });
}

/** Where this comes from, and when it was so. */
function foot(link: string | null): HTMLElement {
  const line = element("p", "paper-foot");
  if (link === null) line.append(words.noLink);
  else {
    const anchor = element("a", "", link.length > LONGEST_LINK ? `${link.slice(0, LONGEST_LINK)}…` : link);
    anchor.href = link;
    const [before = "", after = ""] = words.link.split("{link}");
    line.append(before, anchor, after);
  }
  const date = new Date().toLocaleDateString(words.locale, { dateStyle: "long" });
  line.append(document.createElement("br"), format(words.date, { date }));
  return line;
}

/** A formula that is wider than the paper gets smaller letters: there is nothing to scroll with. */
function narrow(paper: HTMLElement): void {
  for (const box of paper.querySelectorAll<HTMLElement>(".theory-display, .proof-table-box")) {
    const share = box.clientWidth / box.scrollWidth;
    if (share < 1) box.style.fontSize = `${Math.floor(share * 100)}%`;
  }
}
