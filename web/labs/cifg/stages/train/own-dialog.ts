// Where a series of the user's own comes from: a box to type or paste in, or a sheet to draw on.
import { html, type TemplateResult } from "lit";
import { openDialog } from "../../../../host/dialog.ts";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../../plot/frame.ts";
import { polyline, rule } from "../../../../plot/marks.ts";
import { Surface } from "../../../../plot/surface.ts";
import { train as words } from "../../messages/train.en.ts";
import { TRAIN } from "./fields.ts";
import { DRAWN, levelled, type OwnSeriesRefusal, type PenPlace, readSeries, stroked, withValue } from "./own-series.ts";

const { own } = words;
const MOST = TRAIN.ownSeries.maxCount;

export function refusalSentence(refusal: OwnSeriesRefusal): string {
  const most = formatCount(refusal.code === "large" ? TRAIN.ownSeries.max : MOST);
  const known = "k" in refusal ? { k: refusal.k, text: refusal.text } : { k: 0, text: "" };
  const count = refusal.code === "many" ? formatCount(refusal.count) : "";
  return format(own.refusals[refusal.code], { ...known, most, count });
}

const close = (event: Event) => (event.target as HTMLElement).closest("dialog")?.close();

/** @param values what stands in the box at first  @param use called with what was typed, once it can be read */
export function openTyped(values: readonly number[], use: (values: readonly number[]) => void): void {
  let note = "";
  const submit = (event: Event) => {
    event.preventDefault();
    const text = (event.currentTarget as HTMLElement).querySelector("textarea")?.value ?? "";
    const read = readSeries(text);
    if ("values" in read) {
      use(read.values);
      close(event);
    } else {
      note = refusalSentence(read);
      show(content());
    }
  };
  const content = (): TemplateResult => html`
    <form class="own-series" @submit=${submit}>
      <p class="own-hint" id="own-hint">${format(own.typeHint, { most: formatCount(MOST) })}</p>
      <textarea class="input own-text" rows="10" spellcheck="false" autocomplete="off" aria-label=${own.typeLabel}
        aria-describedby="own-hint own-note" aria-invalid=${note === "" ? "false" : "true"} .defaultValue=${values.join(" ")}
      ></textarea>
      <p class="own-note" id="own-note" role="alert">${note}</p>
      <button type="submit" class="button primary" data-own="use">${own.use}</button>
    </form>`;
  const show = openDialog(own.typeTitle, content());
}

/** One press of an arrow key, as a share of the height; with Shift. */
const KEY = { plain: 0.02, large: 0.2 } as const;

interface Sheet {
  readonly values: readonly number[];
  clear(): void;
}

/** A canvas that a series is drawn on. */
function mountSheet(host: HTMLElement): Sheet {
  let values: readonly number[] = new Array<number>(DRAWN.count).fill(0);
  /** The step that keys change. */
  let at = 0;
  let frame: Frame | null = null;
  let last: PenPlace | null = null;
  /** Steps between which something was drawn; null before that. */
  let drawn: { first: number; last: number } | null = null;
  const surface = new Surface(
    host,
    {
      all(pen, size, theme) {
        const y = { domain: [-DRAWN.most * 1.05, DRAWN.most * 1.05] as const };
        frame = layFrame(pen, size, theme, { x: { domain: [1, DRAWN.count], label: words.plot.step }, y });
        drawFrame(pen, frame, theme);
        const { x } = frame;
        const laid = frame;
        inFrame(pen, frame, () => {
          const steps = values.map((_, k) => k + 1);
          if (document.activeElement === host)
            rule(pen, laid, "x", at + 1, { stroke: theme.accent, width: 1, dash: [2, 2] });
          polyline(pen, { x, y: laid.y }, steps, values, { stroke: theme.above, width: 2.5 });
        });
      },
    },
    { label: "", role: "application" },
  );

  function changed(next: readonly number[]): void {
    values = next;
    say();
    surface.invalidate();
  }
  function say(): void {
    surface.describe(format(own.drawLabel, { count: DRAWN.count, step: at + 1, value: formatNumber(values[at] ?? 0) }));
  }
  function stroke(from: PenPlace, to: PenPlace): void {
    const steps = [from, to].map(({ k }) => Math.max(0, Math.min(DRAWN.count - 1, Math.round(k))));
    const { first, last } = drawn ?? { first: DRAWN.count, last: 0 };
    drawn = { first: Math.min(first, ...steps), last: Math.max(last, ...steps) };
    changed(levelled(stroked(values, from, to), drawn.first, drawn.last));
  }
  function placeOf(event: PointerEvent): PenPlace | null {
    if (frame === null) return null;
    const { x, y } = surface.position(event);
    return { k: frame.x.invert(x) - 1, value: frame.y.invert(y) };
  }
  host.tabIndex = 0;
  /** The finger that draws: a second one does not. */
  let pointer = -1;
  host.addEventListener("pointerdown", (event) => {
    if ((event.pointerType === "mouse" && event.button !== 0) || last !== null) return;
    pointer = event.pointerId;
    host.setPointerCapture(pointer);
    last = placeOf(event);
    if (last !== null) stroke(last, last);
  });
  // Else a browser takes a stroke for the beginning of a scroll, and swallows the tap that comes after it.
  host.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  host.addEventListener("pointermove", (event) => {
    const to = placeOf(event);
    if (last === null || to === null || event.pointerId !== pointer) return;
    stroke(last, to);
    last = to;
  });
  const lift = (event: PointerEvent) => {
    if (event.pointerId === pointer) last = null;
  };
  host.addEventListener("pointerup", lift);
  host.addEventListener("pointercancel", lift);
  host.addEventListener("focus", () => surface.invalidate());
  host.addEventListener("blur", () => surface.invalidate());
  host.addEventListener("keydown", (event) => {
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    const up = ({ ArrowUp: 1, ArrowDown: -1 }[event.key] ?? 0) * (event.shiftKey ? KEY.large : KEY.plain);
    if (along === 0 && up === 0) return;
    event.preventDefault();
    at = Math.max(0, Math.min(DRAWN.count - 1, at + along * (event.shiftKey ? 10 : 1)));
    if (up !== 0) drawn = { first: 0, last: DRAWN.count - 1 };
    changed(up === 0 ? values : withValue(values, at, (values[at] ?? 0) + up));
  });
  host.closest("dialog")?.addEventListener("close", () => surface.dispose());
  say();
  return {
    get values() {
      return values;
    },
    clear() {
      drawn = null;
      changed(new Array<number>(DRAWN.count).fill(0));
    },
  };
}

/** @param use called with what was drawn */
export function openDrawn(use: (values: readonly number[]) => void): void {
  let sheet: Sheet | null = null;
  let note = "";
  const take = (event: Event) => {
    const values = sheet?.values ?? [];
    if (values.every((value) => value === values[0])) {
      note = own.drawRefused;
      show(content());
      return;
    }
    use(values);
    close(event);
  };
  const content = (): TemplateResult => html`
    <div class="own-series">
      <p class="own-hint">${own.drawHint} ${own.drawKeys}</p>
      <div class="own-sheet"></div>
      <p class="own-note" role="alert">${note}</p>
      <div class="own-buttons">
        <button type="button" class="button primary" data-own="use" @click=${take}>${own.use}</button>
        <button type="button" class="button" data-own="clear" @click=${() => sheet?.clear()}>${own.clear}</button>
      </div>
    </div>`;
  const show = openDialog(own.drawTitle, content());
  const host = document.querySelector<HTMLElement>("dialog[open] .own-sheet");
  if (host !== null) sheet = mountSheet(host);
}
