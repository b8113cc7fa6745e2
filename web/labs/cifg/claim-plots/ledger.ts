// 3ledger: the parts of one gradient, each beginning where the one before it ends: split by the edge on which they arrive, and by the
// step whose loss they come from. The last bar is the gradient by backpropagation.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { box, label, rule, segments, symbol } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import {
  aboutOf,
  choice,
  isWrong,
  judgedOf,
  listOfWrong,
  type MountCifgClaimPlot,
  type PictureOf,
  picker,
  showing,
  sub,
  unitOf,
  within,
  words,
} from "./context.ts";

type Picture = PictureOf<"3ledger">;

/** Paths into a node, in the order of the library's lists. */
const PATHS = { dh: ["loss", "U_f", "U_o", "U_c"], dc: ["loss", "U_f", "U_o", "U_c", "cell"] } as const;
type Node = keyof typeof PATHS;

const texts = words.ledger;

const keys = (wrong: boolean): readonly KeyEntry[] => [
  ["bar", "tube", texts.above],
  ["bar", "dual", texts.below],
  ["bar", "ink", words.backpropagation],
  ["cross", "ink", texts.measured],
  ...(wrong ? ([["bar", "fail", texts.wrongPart]] as const) : []),
];

/** What is looked at. */
interface At {
  readonly T: number;
  readonly dh: number;
  readonly node: Node;
  readonly t: number;
  readonly unit: number;
  /** By backpropagation. */
  readonly total: number;
}

/** A part of the gradient, and the same by the second route. */
interface Part {
  readonly name: string;
  readonly claimed: number;
  readonly measured: number;
  readonly wrong: boolean;
}

export const mountLedger: MountCifgClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "3ledger", ({ claimed }) => claimed.dc.length > 0);
  const look = choice<{ node: Node; t: number }>(context, { node: "dc", t: 1 });
  const chosen = (): At | null => {
    const [about, judged] = [aboutOf(context), judgedOf(context, "3ledger")];
    if (about === null || judged === null) return null;
    const { T, dh } = about.problem;
    const { node } = look.now;
    const [t, unit] = [within(look.now.t, T), unitOf({ unit: context.store.state.unit, dh })];
    return { T, dh, node, t, unit, total: judged.deltas[node][(t - 1) * dh + unit] ?? 0 };
  };

  const template = () => {
    const [now, at] = [picture(), chosen()];
    const wrong = broken();
    return html`
      ${at === null ? "" : controls(at)}
      ${figureWith("claim-by-path", keys(wrong), caption(now, at, texts.byPath, byPath), keys(!wrong))}
      ${figureWith("claim-by-source", [], caption(now, at, texts.bySource, bySource))}
    `;
  };

  function controls({ T, dh, node, t, unit }: At) {
    const nodes = (Object.keys(PATHS) as Node[]).map(
      (each) =>
        html`<button type="button" class="button" aria-pressed=${each === node ? "true" : "false"} data-node=${each} @click=${() => look.choose({ node: each })}>${texts.nodes[each]}</button>`,
    );
    return html`<div class="claim-controls">
      <span role="group" class="claim-picker" aria-label=${texts.node}>${nodes}</span>
      ${picker(words.step, T, t, (value) => look.choose({ t: value }))}
      ${picker(words.unit, dh, unit + 1, (value) => context.patchView({ unit: value - 1 }))}
    </div>`;
  }

  return look.live(root, template, () => {
    const waterfall = (split: Split) =>
      drawn((pen, size, theme, now) => {
        const at = chosen();
        if (at !== null) drawParts(pen, size, theme, split(now, at), at.total);
      });
    const paths = surfaceIn(root, "claim-by-path", waterfall(byPath), texts.byPathName);
    const sources = surfaceIn(root, "claim-by-source", waterfall(bySource), texts.bySourceName);
    const update = () => {
      const [now, at] = [picture(), chosen()];
      if (now === null || at === null) return;
      for (const [surface, split] of [
        [paths, byPath],
        [sources, bySource],
      ] as const) {
        const parts = split(now, at).map(({ name, claimed }) => `${name}: ${formatNumber(claimed)}`);
        surface.describe(
          format(texts.describe, { ...namesOf(at), parts: parts.join("; "), total: formatNumber(at.total) }),
        );
      }
    };
    return { surfaces: [paths, sources], update };
  });
};

type Split = (now: Picture, at: At) => Part[];

const namesOf = ({ node, t, unit }: At) => ({ name: format(texts.atStep[node], { t: sub(t) }), unit: unit + 1 });

/** The parts of the chosen gradient that come from sources s (from 1) and paths p, added up. */
function partOf(
  now: Picture,
  { node, T, dh, t, unit }: At,
  name: string,
  entries: readonly (readonly [s: number, p: number])[],
): Part {
  const paths = PATHS[node].length;
  const places = entries.map(([s, p]) => (((s - 1) * paths + p) * T + t - 1) * dh + unit);
  const sum = (values: Float64Array) => places.reduce((total, i) => total + (values[i] ?? 0), 0);
  const routes = { claimed: now.claimed[node], measured: now.measured[node], error: now.error[node] };
  return {
    ...{ name, claimed: sum(routes.claimed), measured: sum(routes.measured) },
    wrong: places.some((i) => isWrong(routes, i, now.tolerance)),
  };
}

const sourcesOf = ({ t, T }: At) => Array.from({ length: T - t + 1 }, (_, k) => t + k);

function byPath(now: Picture, at: At): Part[] {
  return PATHS[at.node].map((path, p) =>
    partOf(
      now,
      at,
      texts.paths[path],
      sourcesOf(at).map((s) => [s, p]),
    ),
  );
}

function bySource(now: Picture, at: At): Part[] {
  return sourcesOf(at).map((s) =>
    partOf(
      now,
      at,
      format(texts.source, { s }),
      PATHS[at.node].map((_, p) => [s, p]),
    ),
  );
}

function caption(now: Picture | null, at: At | null, text: string, split: Split): string {
  if (now === null || at === null) return "";
  const parts = split(now, at);
  const sum = parts.reduce((total, { claimed }) => total + claimed, 0);
  const wrong = parts.filter((part) => part.wrong).map(({ name }) => name);
  const said = format(text, { ...namesOf(at), sum: formatNumber(sum, 4), total: formatNumber(at.total, 4) });
  return wrong.length === 0 ? said : `${said} ${listOfWrong(wrong)}`;
}

function drawParts(pen: Pen, size: Size, theme: Theme, parts: readonly Part[], total: number): void {
  const ends = [0];
  for (const { claimed } of parts) ends.push((ends.at(-1) ?? 0) + claimed);
  const names = [...parts.map(({ name }) => name), texts.total];
  const numbers = [...parts.map(({ claimed }) => claimed), total].map((value) => formatNumber(value, 3));
  const font = fontOf(theme, 12, 600);
  pen.font = font;
  const right = Math.max(...numbers.map((text) => pen.measureText(text).width)) + 12;
  const rights = parts.map(({ measured }, k) => (ends[k] ?? 0) + measured);
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded(extent([...ends, ...rights, total]), 0.04), label: texts.axis },
    y: {
      domain: [names.length - 0.4, -0.6],
      ticks: names.map((_, row) => row),
      format: (row) => names[row] ?? "",
      grid: false,
    },
    right,
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
    parts.forEach(({ claimed, measured, wrong }, row) => {
      const from = ends[row] ?? 0;
      const [low, high] = frame.x.domain;
      if (wrong) box(pen, frame, low, row - 0.5, high, row + 0.5, { fill: theme.fail, alpha: 0.12 });
      box(pen, frame, from, row - 0.3, from + claimed, row + 0.3, {
        fill: wrong ? theme.fail : claimed < 0 ? theme.dual : theme.tube,
      });
      if (wrong)
        box(pen, frame, from, row - 0.4, from + measured, row + 0.4, { stroke: theme.ink, width: 1.25, dash: [3, 3] });
      // The running sum steps down to the next row.
      segments(pen, frame, [from + claimed], [row + 0.3], [from + claimed], [row + 0.7], {
        stroke: theme.muted,
        width: 1,
      });
    });
    box(pen, frame, 0, parts.length - 0.3, total, parts.length + 0.3, { fill: theme.ink, alpha: 0.75 });
  });
  parts.forEach((_, row) => {
    symbol(pen, "cross", frame.x(rights[row] ?? 0), frame.y(row), 3.2, {
      stroke: theme.ink,
      width: 1.75,
    });
  });
  numbers.forEach((text, row) => {
    const end =
      row < parts.length ? Math.max(ends[row] ?? 0, ends[row + 1] ?? 0, rights[row] ?? 0) : Math.max(0, total);
    label(pen, text, frame.x(end) + 7, frame.y(row), {
      ...{ font: row < parts.length ? fontOf(theme, 12) : font, halo: theme.surface },
      fill: parts[row]?.wrong ? theme.fail : theme.ink,
    });
  });
}
