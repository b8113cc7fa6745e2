// Pictures as files, PNG and SVG: what a surface draws, with its title and legend, and below it the data, the parameters and the link
// that show it again. In the light colours, for most documents and slides are light; or, where the user says so, in those on screen.
import { fontOf } from "../plot/frame.ts";
import { readTheme, type Theme } from "../plot/palette.ts";
import type { Pen, Size } from "../plot/pen.ts";
import type { Surface } from "../plot/surface.ts";
import { SvgPen } from "../plot/svg.ts";
import { dataLine, factsOf, lineOf, parameterLine } from "./facts.ts";
import { format } from "./messages/format.ts";
import { print as words } from "./messages/print.en.ts";

/** An entry of a legend that stands beside a surface: a line, or a sign. */
interface Key {
  readonly text: string;
  readonly colour: string;
  readonly sign: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
}

interface Figure {
  readonly surface: Surface;
  readonly keys: readonly Key[];
  /** Whether they stand below the surface. */
  readonly below: boolean;
  readonly caption: string;
}

interface Sheet {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Below the figures. */
  readonly lines: readonly string[];
}

const MARGIN = 16;
const GAP = 14;
const LEAST_WIDTH = 420;
/** Lines of the same text, px. */
const TITLE = { size: 15, weight: 600, line: 22 } as const;
const SMALL = { size: 12, weight: 400, line: 17 } as const;
/** Of a legend, px: the length of a line, and the room to the text and to the next entry. */
const KEY = { line: 20, text: 6, next: 16 } as const;
/** A link that is longer is cut; the whole of it stands in the description of an SVG. */
const LINK_LINES = 3;
/** Device pixels of a PNG for each of the screen's. */
const SCALE = 2;

/**
 * @param claim the pictures are those of the open claim  @param link null: there is too much data for one
 * @param onScreen in the colours on screen
 */
export async function pictureFile(
  kind: "png" | "svg",
  surfaces: readonly Surface[],
  claim: boolean,
  link: string | null,
  onScreen: boolean,
): Promise<{ type: string; data: string | Blob }> {
  const ground = groundOf(onScreen);
  try {
    const theme = readTheme(ground);
    const facts = factsOf(document);
    // A claim's picture is of the solution that its checks judge.
    const caveat = claim || facts.caveat === "" ? [] : [facts.caveat];
    const told = [dataLine(facts), parameterLine(facts.parameters), ...caveat];
    const address = link === null ? words.noLink : format(words.link, { link });
    const title = claim ? format(words.of, { what: facts.claim, page: facts.page }) : facts.page;
    const figures = surfaces.filter(({ width }) => width > 0).map((surface) => figureOf(surface, surfaces, ground));
    const ruler = document.createElement("canvas").getContext("2d");
    if (ruler === null) throw new Error("no 2d canvas");
    const sheet = { title, figures, lines: [...told, address] };
    const size = draw(ruler, theme, sheet, false);
    if (kind === "png") return { type: "image/png", data: await toPng(size, theme, sheet) };
    const pen = new SvgPen((text, font) => {
      ruler.font = font;
      return ruler.measureText(text).width;
    });
    draw(pen, theme, sheet, true);
    const description = [...figures.map(({ surface }) => surface.label), ...sheet.lines].join("\n");
    return { type: "image/svg+xml;charset=utf-8", data: pen.finish(size, title, theme.surface, description) };
  } finally {
    ground.remove();
    // Where a drawing remembers its layout, it is now this one's.
    for (const surface of surfaces) surface.invalidate();
  }
}

/** An element in which the theme of the picture holds: the page's, or the light one whatever the page's is. */
function groundOf(onScreen: boolean): HTMLElement {
  const ground = document.createElement("div");
  if (!onScreen) ground.dataset.theme = "light";
  ground.className = "visually-hidden";
  ground.ariaHidden = "true";
  document.body.append(ground);
  return ground;
}

/**
 * Of a frame with several surfaces, each has its own legend, before or after it, and the last has the caption.
 * @param others all surfaces that are saved
 */
function figureOf(surface: Surface, others: readonly Surface[], ground: HTMLElement): Figure {
  const { host } = surface;
  const figure = host.closest("figure");
  if (figure === null) return { surface, keys: [], below: false, caption: "" };
  const hosts = others.map((other) => other.host).filter((other) => figure.contains(other));
  const all = [...figure.querySelectorAll(".claim-key:not([aria-hidden] *)")];
  const below = all[0] !== undefined && hosts[0] !== undefined && isAfter(all[0], hosts[0]);
  const [from, to] = below ? [host, hosts[hosts.indexOf(host) + 1]] : [hosts[hosts.indexOf(host) - 1], host];
  const own = all.filter((legend) => (!from || isAfter(legend, from)) && (!to || isAfter(to, legend)));
  const keys = own.flatMap((legend) => {
    const copy = legend.cloneNode(true) as Element;
    ground.append(copy);
    return [...copy.querySelectorAll("span")].map(keyOf);
  });
  return { surface, keys, below, caption: host === hosts.at(-1) ? lineOf(figure.querySelector("figcaption")) : "" };
}

const isAfter = (late: Node, early: Node) =>
  (early.compareDocumentPosition(late) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** What the style sheet puts before the text. */
function keyOf(entry: Element): Key {
  const style = getComputedStyle(entry, "::before");
  const { content, color, borderTopColor, borderTopWidth, borderTopStyle } = style;
  const sign = /^"(.+?)"/.exec(content)?.[1] ?? "";
  const dash = { dashed: [5, 3], dotted: [2, 3] }[borderTopStyle] ?? [];
  const colour = sign === "" ? borderTopColor : color;
  const width = Number.parseFloat(borderTopWidth) || 2;
  return { text: lineOf(entry), colour, sign, width, dash, alpha: Number.parseFloat(style.opacity) };
}

async function toPng(size: Size, theme: Theme, sheet: Sheet): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(size.width * SCALE);
  canvas.height = Math.round(size.height * SCALE);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2d canvas");
  context.scale(SCALE, SCALE);
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, size.width, size.height);
  draw(context, theme, sheet, true);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("PNG encoding failed")) : resolve(blob)), "image/png");
  });
}

/** @param ink false: only measure  @returns the size of it all */
function draw(pen: Pen, theme: Theme, { title, figures, lines }: Sheet, ink: boolean): Size {
  const width = Math.max(LEAST_WIDTH, ...figures.map(({ surface }) => surface.width));
  let y = MARGIN;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  const write = (text: string, style: typeof TITLE | typeof SMALL, colour: string, most = Number.POSITIVE_INFINITY) => {
    pen.font = fontOf(theme, style.size, style.weight);
    for (const line of wrapped(pen, text, width, most)) {
      pen.fillStyle = colour;
      if (ink) pen.fillText(line, MARGIN, y + style.line / 2);
      y += style.line;
    }
  };
  write(title, TITLE, theme.ink);
  for (const { surface, keys, below, caption } of figures) {
    y += GAP / 2;
    if (!below) y += drawKeys(pen, theme, keys, width, y, ink);
    if (ink) {
      pen.save();
      pen.translate(MARGIN, y);
      surface.paint(pen, surface.size, theme);
      pen.restore();
    }
    y += surface.height + GAP / 2;
    if (below) y += drawKeys(pen, theme, keys, width, y, ink);
    write(caption, SMALL, theme.muted);
  }
  y += GAP / 2;
  for (const line of lines) write(line, SMALL, theme.ink, line === lines.at(-1) ? LINK_LINES : undefined);
  return { width: width + 2 * MARGIN, height: y + MARGIN };
}

/** @returns its height */
function drawKeys(pen: Pen, theme: Theme, keys: readonly Key[], width: number, top: number, ink: boolean): number {
  if (keys.length === 0) return 0;
  pen.font = fontOf(theme, SMALL.size);
  let [x, y] = [0, SMALL.line / 2];
  for (const { text, colour, sign, width: thick, dash, alpha } of keys) {
    const lead = sign === "" ? KEY.line : pen.measureText(sign).width;
    const wide = lead + KEY.text + pen.measureText(text).width;
    if (x > 0 && x + wide > width) [x, y] = [0, y + SMALL.line];
    const [left, middle] = [MARGIN + x, top + y];
    x += wide + KEY.next;
    if (!ink) continue;
    if (sign === "") {
      pen.save();
      pen.strokeStyle = colour;
      pen.globalAlpha = alpha;
      pen.lineWidth = thick;
      pen.setLineDash([...dash]);
      pen.beginPath();
      pen.moveTo(left, middle);
      pen.lineTo(left + lead, middle);
      pen.stroke();
      pen.restore();
    } else {
      pen.fillStyle = colour;
      pen.fillText(sign, left, middle);
    }
    pen.fillStyle = theme.ink;
    pen.fillText(text, left + lead + KEY.text, middle);
  }
  return y + SMALL.line;
}

/** Text in lines of a width: between words, and within a word that is longer than a line. @param most lines; the last ends in "…" */
export function wrapped(pen: Pick<Pen, "measureText">, text: string, width: number, most: number): string[] {
  const fits = (line: string) => pen.measureText(line).width <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line) && lines.length < most) {
      // From its start: the link of a large data set has a hundred thousand letters.
      let length = 1;
      while (fits(line.slice(0, length + 1))) length += 1;
      lines.push(line.slice(0, length));
      line = line.slice(length);
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), `${fits(`${last}…`) ? last : last.slice(0, -1)}…`];
}
