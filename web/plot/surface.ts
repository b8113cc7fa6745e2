// Stacked canvases in an element. The only file that knows device pixels: everything above it draws in CSS pixels. A layer is
// redrawn when it is invalidated, once per animation frame however often that was.
import { onThemeChange, readTheme, type Theme } from "./palette.ts";
import { type Pen, type Size, saved } from "./pen.ts";

/** Draw one layer from scratch; the pen is clear and in CSS pixels. */
export type DrawLayer = (pen: Pen, size: Size, theme: Theme) => void;

export interface SurfaceOptions {
  /** What the picture shows, for those who do not see it. */
  label: string;
  /** Default "img"; "application" for a picture that takes keys. */
  role?: "img" | "application" | "group";
  /** Called after each commit that drew something (a frame counter, a test). */
  oncommit?: () => void;
}

interface Layer {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  draw: DrawLayer;
  dirty: boolean;
}

/** All that are on the page. */
const mounted = new Set<Surface>();

/** Those inside an element, in the order of the page. */
export function surfacesIn(root: Element): Surface[] {
  const inside = [...mounted].filter(({ host }) => root.contains(host));
  return inside.sort(({ host }, other) =>
    host.compareDocumentPosition(other.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** Chromium refuses canvases much larger than this side; nobody's screen is. */
const MAX_SIDE = 16_384;

export class Surface<Name extends string = string> {
  /** CSS pixels; 0 while the element is not laid out. */
  width = 0;
  height = 0;
  theme: Theme;
  readonly host: HTMLElement;

  private readonly options: SurfaceOptions;
  private ratio = 1;
  private pending = 0;
  private readonly layers = new Map<Name, Layer>();
  private readonly resize: ResizeObserver;
  private readonly forgetTheme: () => void;
  private forgetRatio: () => void = () => {};

  /** @param layers drawing functions from the bottom to the top layer */
  constructor(host: HTMLElement, layers: Record<Name, DrawLayer>, options: SurfaceOptions) {
    this.host = host;
    this.options = options;
    host.setAttribute("role", options.role ?? "img");
    // A picture means something by its colours, and has its own ground: forced ones would make all of them one.
    host.style.setProperty("forced-color-adjust", "none");
    this.describe(options.label);
    if (getComputedStyle(host).position === "static") host.style.position = "relative";
    for (const [name, draw] of Object.entries(layers) as [Name, DrawLayer][]) {
      const canvas = document.createElement("canvas");
      canvas.dataset.layer = name;
      canvas.setAttribute("aria-hidden", "true");
      // Out of the flow: a canvas must never be what gives its element a size, or the two grow each other.
      Object.assign(canvas.style, {
        position: "absolute",
        inset: "0",
        width: "100%",
        height: "100%",
        display: "block",
      });
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no 2d canvas");
      host.append(canvas);
      this.layers.set(name, { canvas, context, draw, dirty: true });
    }
    this.theme = readTheme(host);
    this.forgetTheme = onThemeChange(() => {
      this.theme = readTheme(host);
      this.invalidate();
    });
    // The first draw waits for the next frame: the caller's drawing functions may use what it sets up after this.
    this.pending = requestAnimationFrame(() => this.commit());
    this.resize = new ResizeObserver(() => {
      if (this.measure()) this.commit();
    });
    this.resize.observe(host);
    this.watchRatio();
    this.measure();
    mounted.add(this);
  }

  get size(): Size {
    return { width: this.width, height: this.height };
  }

  /** Redraw these layers (none named: all) in the next animation frame. */
  invalidate(...names: Name[]): void {
    for (const [name, layer] of this.layers) if (names.length === 0 || names.includes(name)) layer.dirty = true;
    if (this.pending === 0) this.pending = requestAnimationFrame(() => this.commit());
  }

  /** Draw at once what is dirty: what has just been computed need not wait for the next frame to begin. */
  flush(): void {
    if (this.pending !== 0) this.commit();
  }

  /** Say anew what the picture shows. */
  describe(text: string): void {
    if (this.host.getAttribute("aria-label") !== text) this.host.setAttribute("aria-label", text);
  }

  /** Where an event happened, CSS pixels of the drawing. */
  position(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.host.getBoundingClientRect();
    return { x: event.clientX - box.left - this.host.clientLeft, y: event.clientY - box.top - this.host.clientTop };
  }

  /** A pen that measures text in the page's fonts, for laying out without drawing. */
  get ruler(): Pen {
    return (this.layers.values().next().value as Layer).context;
  }

  /** What the picture shows, as it was last described. */
  get label(): string {
    return this.host.getAttribute("aria-label") ?? "";
  }

  /** Draw all layers with a pen that is not this surface's: for files and paper. */
  paint(pen: Pen, size: Size, theme: Theme): void {
    for (const { draw } of this.layers.values()) saved(pen, () => draw(pen, size, theme));
  }

  dispose(): void {
    mounted.delete(this);
    cancelAnimationFrame(this.pending);
    this.resize.disconnect();
    this.forgetTheme();
    this.forgetRatio();
    for (const { canvas } of this.layers.values()) canvas.remove();
    this.layers.clear();
  }

  /** The query names the present ratio, so it is asked anew after each change (zoom, another screen). */
  private watchRatio(): void {
    this.forgetRatio();
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => {
      this.watchRatio();
      if (this.measure()) this.commit();
    };
    query.addEventListener("change", changed, { once: true });
    this.forgetRatio = () => query.removeEventListener("change", changed);
  }

  /** Fit the backing stores to the element. @returns whether that cleared them (drawing at once spares a blank frame) */
  private measure(): boolean {
    const { clientWidth: width, clientHeight: height } = this.host;
    const ratio = Math.min(devicePixelRatio, MAX_SIDE / Math.max(1, width, height));
    if (width === this.width && height === this.height && ratio === this.ratio) return false;
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    for (const layer of this.layers.values()) {
      layer.canvas.width = Math.max(1, Math.round(width * ratio));
      layer.canvas.height = Math.max(1, Math.round(height * ratio));
      layer.dirty = true;
    }
    return true;
  }

  private commit(): void {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    if (this.width === 0 || this.height === 0) return;
    let drew = false;
    for (const layer of this.layers.values()) {
      if (!layer.dirty) continue;
      layer.dirty = false;
      drew = true;
      const { context, canvas } = layer;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      context.save();
      layer.draw(context, this.size, this.theme);
      context.restore();
    }
    if (drew) this.options.oncommit?.();
  }
}
