// A Pen that writes SVG: paths as paths, text as text (selectable, escaped), heat maps as embedded images.
import type { Pen, Size } from "./pen.ts";

interface PenState {
  fillStyle: Pen["fillStyle"];
  strokeStyle: Pen["strokeStyle"];
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  imageSmoothingEnabled: boolean;
  dash: number[];
  /** The affine map [a b c d e f] of the canvas: x' = a x + c y + e, y' = b x + d y + f. */
  matrix: readonly [number, number, number, number, number, number];
  /** Id of the clip path in force, "" for none. */
  clip: string;
}

const INITIAL: PenState = {
  fillStyle: "#000",
  strokeStyle: "#000",
  lineWidth: 1,
  lineCap: "butt",
  lineJoin: "miter",
  globalAlpha: 1,
  font: "10px sans-serif",
  textAlign: "start",
  textBaseline: "alphabetic",
  imageSmoothingEnabled: true,
  dash: [],
  matrix: [1, 0, 0, 1, 0, 0],
  clip: "",
};

const ANCHOR: Record<CanvasTextAlign, string> = {
  start: "start",
  left: "start",
  center: "middle",
  end: "end",
  right: "end",
};
/** Shift of the alphabetic baseline, in em: SVG's dominant-baseline is not honoured by every reader of SVG files. */
const BASELINE: Record<CanvasTextBaseline, number> = {
  alphabetic: 0,
  ideographic: -0.15,
  bottom: -0.22,
  middle: 0.35,
  hanging: 0.75,
  top: 0.8,
};
/** Mean advance of a letter in em, for layout without a font at hand; a Chinese one and its marks take a whole one. */
const LETTER = 0.56;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/g;

/** Text made safe between tags and inside attributes. */
export function escapeXml(text: string): string {
  // XML 1.0 has no way to write most control characters, so they are left out.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters XML refuses
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return legal.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Hundredths of a pixel are enough for print, and "-0" is no number to read. */
function short(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

function fontSize(font: string): number {
  return Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 10);
}

/** CSS font shorthand as SVG attributes. */
function fontAttributes(font: string): string {
  const match = /^(?:(italic)\s+)?(?:(\d{3}|bold)\s+)?(\d+(?:\.\d+)?)px\s+(.+)$/.exec(font.trim());
  if (match === null) return ` font-size="${fontSize(font)}"`;
  const [, style, weight, size, family] = match;
  return (
    ` font-family="${escapeXml(family ?? "sans-serif")}" font-size="${size}"` +
    (weight === undefined ? "" : ` font-weight="${weight}"`) +
    (style === undefined ? "" : ` font-style="${style}"`)
  );
}

export class SvgPen implements Pen {
  fillStyle: Pen["fillStyle"] = INITIAL.fillStyle;
  strokeStyle: Pen["strokeStyle"] = INITIAL.strokeStyle;
  lineWidth = INITIAL.lineWidth;
  lineCap = INITIAL.lineCap;
  lineJoin = INITIAL.lineJoin;
  globalAlpha = INITIAL.globalAlpha;
  font = INITIAL.font;
  textAlign = INITIAL.textAlign;
  textBaseline = INITIAL.textBaseline;
  imageSmoothingEnabled = INITIAL.imageSmoothingEnabled;

  private dash: number[] = [];
  private matrix: PenState["matrix"] = INITIAL.matrix;
  private clipId = "";
  private path = "";
  private atStart = true;
  private readonly stack: PenState[] = [];
  private readonly body: string[] = [];
  private readonly definitions: string[] = [];

  private readonly measure: ((text: string, font: string) => number) | undefined;

  /** @param measure width of a text in a CSS font, px; without it widths are estimated */
  constructor(measure?: (text: string, font: string) => number) {
    this.measure = measure;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline } = this;
    const { imageSmoothingEnabled, dash, matrix, clipId: clip } = this;
    this.stack.push({
      ...{ fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline },
      ...{ imageSmoothingEnabled, dash, matrix, clip },
    });
  }

  restore(): void {
    const state = this.stack.pop();
    if (state === undefined) return;
    const { clip, ...rest } = state;
    Object.assign(this, rest);
    this.clipId = clip;
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    this.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  beginPath(): void {
    this.path = "";
    this.atStart = true;
  }

  closePath(): void {
    this.path += "Z";
  }

  moveTo(x: number, y: number): void {
    this.path += `M${short(x)} ${short(y)}`;
    this.atStart = false;
  }

  lineTo(x: number, y: number): void {
    if (this.atStart) this.moveTo(x, y);
    else this.path += `L${short(x)} ${short(y)}`;
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (this.atStart) this.moveTo(x1, y1);
    this.path += `C${short(x1)} ${short(y1)} ${short(x2)} ${short(y2)} ${short(x)} ${short(y)}`;
  }

  arc(x: number, y: number, radius: number, start: number, end: number, anticlockwise = false): void {
    const turn = Math.PI * 2;
    let sweep = end - start;
    // As the canvas does: more than a full turn is a full turn, and the sweep follows the direction asked for.
    if (anticlockwise) sweep = sweep <= -turn ? -turn : sweep > 0 ? (sweep % turn) - turn : sweep;
    else sweep = sweep >= turn ? turn : sweep < 0 ? (sweep % turn) + turn : sweep;
    const at = (angle: number) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
    this.lineTo(...at(start));
    // SVG cannot draw a full circle in one arc: its two ends would coincide.
    const pieces = Math.abs(sweep) > Math.PI ? 2 : 1;
    for (let k = 1; k <= pieces; ++k) {
      const [toX, toY] = at(start + (sweep * k) / pieces);
      this.path += `A${short(radius)} ${short(radius)} 0 0 ${sweep > 0 ? 1 : 0} ${short(toX)} ${short(toY)}`;
    }
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
    this.atStart = false;
  }

  fill(): void {
    if (this.path === "") return;
    this.add(`<path d="${this.path}" fill="${escapeXml(String(this.fillStyle))}"`, "/>");
  }

  stroke(): void {
    if (this.path === "") return;
    this.add(`<path d="${this.path}" fill="none"${this.strokeAttributes()}`, "/>");
  }

  clip(): void {
    const id = `clip${this.definitions.length}`;
    const outer = this.clipId === "" ? "" : ` clip-path="url(#${this.clipId})"`;
    this.definitions.push(`<clipPath id="${id}"${outer}><path d="${this.path}"${this.transform()}/></clipPath>`);
    this.clipId = id;
  }

  setLineDash(segments: number[]): void {
    this.dash = [...segments];
  }

  fillText(text: string, x: number, y: number): void {
    this.text(text, x, y, ` fill="${escapeXml(String(this.fillStyle))}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.text(text, x, y, ` fill="none"${this.strokeAttributes()}`);
  }

  measureText(text: string): { width: number } {
    const wide = text.match(WIDE)?.length ?? 0;
    return {
      width: this.measure?.(text, this.font) ?? (wide + (text.length - wide) * LETTER) * fontSize(this.font),
    };
  }

  drawImage(image: HTMLCanvasElement, x: number, y: number, width: number, height: number): void {
    const box = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
    const crisp = this.imageSmoothingEnabled ? "" : ' image-rendering="pixelated"';
    const link = image.toDataURL("image/png");
    this.add(`<image ${box} preserveAspectRatio="none"${crisp} href="${link}"`, "/>");
  }

  /**
   * The whole drawing, with its name and what else is known of it, for readers that cannot see it.
   * @param background CSS colour or null  @param description "" for none
   */
  finish(size: Size, title: string, background: string | null, description = ""): string {
    const box = `width="${short(size.width)}" height="${short(size.height)}"`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" ${box} viewBox="0 0 ${short(size.width)} ${short(size.height)}" role="img">`,
      `<title>${escapeXml(title)}</title>`,
      description === "" ? "" : `<desc>${escapeXml(description)}</desc>`,
      this.definitions.length === 0 ? "" : `<defs>${this.definitions.join("")}</defs>`,
      background === null ? "" : `<rect ${box} fill="${escapeXml(background)}"/>`,
      ...this.body,
      "</svg>",
    ]
      .filter((part) => part !== "")
      .join("\n");
  }

  private text(text: string, x: number, y: number, paint: string): void {
    const base = y + BASELINE[this.textBaseline] * fontSize(this.font);
    const anchor = ANCHOR[this.textAlign];
    const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
    this.add(
      `<text x="${short(x)}" y="${short(base)}"${fontAttributes(this.font)}${anchored}${paint}`,
      `>${escapeXml(text)}</text>`,
    );
  }

  private strokeAttributes(): string {
    return (
      ` stroke="${escapeXml(String(this.strokeStyle))}" stroke-width="${short(this.lineWidth)}"` +
      (this.lineCap === "butt" ? "" : ` stroke-linecap="${this.lineCap}"`) +
      (this.lineJoin === "miter" ? "" : ` stroke-linejoin="${this.lineJoin}"`) +
      (this.dash.length === 0 ? "" : ` stroke-dasharray="${this.dash.map(short).join(" ")}"`)
    );
  }

  private transform(): string {
    const [a, b, c, d, e, f] = this.matrix;
    if (a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0) return "";
    // Four digits for the linear part: it multiplies coordinates of up to a few thousand pixels.
    const linear = [a, b, c, d].map((value) => String(Math.round(value * 1e4) / 1e4));
    return ` transform="matrix(${[...linear, short(e), short(f)].join(" ")})"`;
  }

  private alpha(): string {
    return this.globalAlpha === 1 ? "" : ` opacity="${short(this.globalAlpha)}"`;
  }

  /** Add an element. A clip path is read in the space of the element it is put on, transform included: hence the group. */
  private add(element: string, end: string): void {
    const drawn = `${element}${this.alpha()}${this.transform()}${end}`;
    this.body.push(this.clipId === "" ? drawn : `<g clip-path="url(#${this.clipId})">${drawn}</g>`);
  }
}
