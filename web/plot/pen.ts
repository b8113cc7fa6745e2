// The part of CanvasRenderingContext2D that marks draw with. A canvas context is a Pen as it stands; SvgPen (svg.ts) writes
// the same strokes as SVG, so that the picture on screen and the exported one come from one drawing function.
// Units: CSS pixels, y downwards.

type Context = CanvasRenderingContext2D;

export interface Pen {
  fillStyle: Context["fillStyle"];
  strokeStyle: Context["strokeStyle"];
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  imageSmoothingEnabled: boolean;

  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;

  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number, anticlockwise?: boolean): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
  clip(): void;
  setLineDash(segments: number[]): void;

  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
  drawImage(image: HTMLCanvasElement, x: number, y: number, width: number, height: number): void;
}

/** Width and height of a drawing, CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Run `draw` and give the pen back as it was. */
export function saved(pen: Pen, draw: () => void): void {
  pen.save();
  try {
    draw();
  } finally {
    pen.restore();
  }
}
