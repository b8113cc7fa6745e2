// 1a: the Lagrangian as a ledger, its five terms adding up to L; and the saddle, tried from both sides.
import { html, render } from "lit";
import { format } from "../../../host/messages/format.ts";
import { numeral } from "../../../host/numeral.ts";
import { pointPicker, readings, slider, surfaceIn } from "../../../kit/claim-picture.ts";
import { pickedPoint } from "../../../kit/state.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { box, label, rule, segments, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded, powerOfTen } from "../../../plot/scale.ts";
import { type MountSvrPicture, type ResultOf, words } from "./picture.ts";

type Result = ResultOf<"1a">;

/** Sliders reach beyond C, where the multipliers leave the dual's feasible set and L must still not exceed its saddle value. */
const REACH = 1.5;
/** Distances from the saddle value are drawn on a logarithmic axis from this share of it: below is "equal". */
const EQUAL = 1e-6;

export const mountLedger: MountSvrPicture = (root, context) => {
  let result: Result | null = null;
  const template = () => {
    const { state } = context.store;
    const picture = result?.picture;
    const max = state.C * REACH;
    const at = (name: "alpha" | "alphaStar" | "beta", text: string) =>
      slider({
        label: text,
        min: 0,
        max,
        value: state[name] ?? picture?.[name] ?? 0,
        onInput: (value) => context.look({ [name]: value }),
      });
    const moved = state.alpha !== null || state.alphaStar !== null || state.beta !== null;
    return html`
      <figure class="claim-figure">
        <div class="claim-canvas claim-ledger"></div>
        <figcaption>${words.ledger.caption}</figcaption>
      </figure>
      <div class="claim-controls">
        ${pointPicker(context)}
        ${at("alpha", words.ledger.alpha)} ${at("alphaStar", words.ledger.alphaStar)} ${at("beta", words.ledger.beta)}
        <button type="button" class="button" ?disabled=${!moved} @click=${() => context.look({ alpha: null, alphaStar: null, beta: null })}>
          ${words.ledger.reset}
        </button>
        ${
          picture
            ? readings([
                [words.residual, numeral(picture.residual)],
                [words.slack, numeral(picture.xi)],
                [words.ledger.value, numeral(picture.value, 5)],
                [words.ledger.saddle, numeral(picture.saddle, 5)],
              ])
            : ""
        }
      </div>
      <figure class="claim-figure">
        <div class="claim-canvas claim-strip"></div>
        <figcaption>${words.ledger.stripCaption}</figcaption>
      </figure>
    `;
  };
  render(template(), root);
  const ledger = surfaceIn(
    root,
    "claim-ledger",
    (pen, size, theme) => drawLedger(pen, size, theme, result),
    words.ledger.name,
  );
  const strip = surfaceIn(
    root,
    "claim-strip",
    (pen, size, theme) => drawStrip(pen, size, theme, result),
    words.ledger.stripName,
  );
  const update = () => {
    result = context.result("1a");
    render(template(), root);
    if (result !== null) {
      const { value, saddle, below, above } = result.picture;
      ledger.describe(
        format(words.ledger.describe, {
          value: numeral(value, 5),
          saddle: numeral(saddle, 5),
          point: pickedPoint(context.store.state) + 1,
        }),
      );
      strip.describe(
        format(words.ledger.stripDescribe, { below: below.length, above: above.length, ...wrongSides(result) }),
      );
    }
    ledger.invalidate();
    strip.invalidate();
  };
  update();
  const forget = context.subscribe(update);
  return () => {
    forget();
    ledger.dispose();
    strip.dispose();
    render("", root);
  };
};

function drawLedger(pen: Pen, size: Size, theme: Theme, result: Result | null): void {
  if (result === null) return;
  const { terms, value, saddle } = result.picture;
  const names = [...words.ledger.terms, words.ledger.total];
  const ends = [0];
  for (const term of terms) ends.push((ends.at(-1) ?? 0) + term);
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded(extent([...ends, value, saddle, 0]), 0.12), label: words.ledger.axis },
    y: {
      domain: [names.length - 0.4, -0.6],
      ticks: names.map((_, row) => row),
      format: (row) => names[row] ?? "",
      grid: false,
    },
    right: 8,
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
    rule(pen, frame, "x", saddle, { stroke: theme.accent, width: 1.5, dash: [5, 4] });
    terms.forEach((term, row) => {
      const from = ends[row] ?? 0;
      const fill = term < 0 ? theme.below : theme.upper;
      box(pen, frame, from, row - 0.3, from + term, row + 0.3, { fill });
      // The running sum steps down to the next row.
      segments(pen, frame, [from + term], [row + 0.3], [from + term], [row + 0.7], { stroke: theme.muted, width: 1 });
    });
    box(pen, frame, 0, terms.length - 0.3, value, terms.length + 0.3, { fill: theme.ink, alpha: 0.75 });
  });
  const numbers = [...terms, value];
  numbers.forEach((number, row) => {
    const end = row < terms.length ? Math.max(ends[row] ?? 0, ends[row + 1] ?? 0) : Math.max(0, value);
    const text = numeral(number, 4);
    pen.font = fontOf(theme, 12);
    const room = frame.right - frame.x(end) > pen.measureText(text).width + 8;
    label(pen, text, frame.x(end) + (room ? 5 : -5), frame.y(row), {
      font: fontOf(theme, 12, row < terms.length ? 400 : 600),
      fill: theme.ink,
      align: room ? "left" : "right",
      halo: theme.surface,
    });
  });
}

/** How many draws lie on the side where the saddle inequality forbids them. */
function wrongSides(result: Result): { tooHigh: number; tooLow: number } {
  const { saddle, below, above } = result.picture;
  const slack = EQUAL * (1 + Math.abs(saddle));
  return {
    tooHigh: below.filter((value) => value > saddle + slack).length,
    tooLow: above.filter((value) => value < saddle - slack).length,
  };
}

/** Draws as dots by their signed distance from the saddle value: left is less, right is more. */
function drawStrip(pen: Pen, size: Size, theme: Theme, result: Result | null): void {
  if (result === null) return;
  const { saddle, below, above } = result.picture;
  const unit = EQUAL * (1 + Math.abs(saddle));
  const place = (value: number) => {
    const distance = value - saddle;
    return Math.sign(distance) * Math.max(0, Math.log10(Math.abs(distance) / unit));
  };
  const farthest = Math.max(1, ...[...below, ...above].map((value) => Math.abs(place(value))).filter(Number.isFinite));
  const most = Math.ceil(farthest);
  const ticks = Array.from({ length: 2 * most + 1 }, (_, k) => k - most);
  const decade = Math.round(Math.log10(unit));
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [-most - 0.3, most + 0.3],
      ticks,
      format: (at) => (at === 0 ? "L*" : `${at < 0 ? "\u2212" : "+"}${powerOfTen(decade + Math.abs(at))}`),
      label: words.ledger.stripAxis,
    },
    y: { domain: [1.6, -0.6], ticks: [0, 1], format: (row) => words.ledger.sides[row] ?? "", grid: false },
  });
  drawFrame(pen, frame, theme);
  rule(pen, frame, "x", 0, { stroke: theme.accent, width: 2 });
  // Dots are spread by the golden ratio: even, and the same each time.
  const spread = (row: number, count: number) =>
    Float64Array.from({ length: count }, (_, k) => row + (((k * 0.618034) % 1) - 0.5) * 0.6);
  inFrame(pen, frame, () => {
    for (const [row, values, sign] of [
      [0, below, -1],
      [1, above, 1],
    ] as const) {
      // biome-ignore format: a table
      const x = Float64Array.from(values, place);
      const y = spread(row, values.length);
      const side = (wrong: boolean) => x.map((at) => (at * sign < 0 === wrong ? at : Number.NaN));
      const right = side(false);
      const wrong = side(true);
      symbols(
        pen,
        frame,
        right.filter(Number.isFinite),
        y.filter((_, k) => Number.isFinite(right[k])),
        2.5,
        "circle",
        { fill: theme.dual, alpha: 0.55 },
      );
      symbols(
        pen,
        frame,
        wrong.filter(Number.isFinite),
        y.filter((_, k) => Number.isFinite(wrong[k])),
        3.5,
        "cross",
        { stroke: theme.fail, width: 1.5 },
      );
    }
  });
}
