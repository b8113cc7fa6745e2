// 3ledger: the parts of one gradient, each beginning where the one before it ends: split by the edge on which they arrive, and by the
// step whose loss they come from. The last bar is the gradient by backpropagation.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { drawWaterfall } from "../../../kit/claim-plots/waterfall.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { rule, symbol } from "../../../plot/marks.ts";
import { box } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { choice } from "./choice.ts";
import {
  isWrong,
  judgedOf,
  type MountCifgClaimPlot,
  type PictureOf,
  type Place,
  placeAt,
  placePickers,
  saidWithWrong,
  showing,
  sub,
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
interface At extends Place {
  readonly node: Node;
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
    const { node, t } = look.now;
    const [place, judged] = [placeAt(context, t), judgedOf(context, "3ledger")];
    if (place === null || judged === null) return null;
    return { ...place, node, total: judged.deltas[node][(place.t - 1) * place.dh + place.unit] ?? 0 };
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

  function controls(at: At) {
    const nodes = (Object.keys(PATHS) as Node[]).map(
      (each) =>
        html`<button type="button" class="button" aria-pressed=${each === at.node ? "true" : "false"} data-node=${each} @click=${() => look.choose({ node: each })}>${texts.nodes[each]}</button>`,
    );
    return html`<div class="claim-controls">
      <span role="group" class="claim-picker" aria-label=${texts.node}>${nodes}</span>
      ${placePickers(
        at,
        (t) => look.choose({ t }),
        (unit) => context.patchView({ unit }),
      )}
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
        const parts = split(now, at).map(({ name, claimed }) =>
          format(texts.part, { name, value: formatNumber(claimed) }),
        );
        surface.describe(
          format(texts.describe, {
            ...namesOf(at),
            parts: parts.join(words.between.names),
            total: formatNumber(at.total),
          }),
        );
      }
    };
    const spoken = () => import("./spoken.ts");
    const partsOf = (split: Split) => () => {
      const [now, at] = [picture(), chosen()];
      return now === null || at === null ? null : { parts: split(now, at), total: at.total };
    };
    return {
      surfaces: [paths, sources],
      update,
      spoken: [
        [paths, async () => (await spoken()).spokenOfParts("path", partsOf(byPath))],
        [sources, async () => (await spoken()).spokenOfParts("source", partsOf(bySource))],
      ],
    };
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
  return saidWithWrong(said, wrong);
}

/** Between a bar, its cross, and its number, px. */
const GAP = 7;

function drawParts(pen: Pen, size: Size, theme: Theme, parts: readonly Part[], total: number): void {
  const { frame, rights } = drawWaterfall(pen, size, theme, {
    bars: parts.map(({ name, claimed, measured, wrong }) => ({
      ...{ name, value: claimed, text: formatNumber(claimed, 3), wrong, right: measured },
      fill: claimed < 0 ? theme.dual : theme.tube,
    })),
    total: { name: texts.total, value: total, text: formatNumber(total, 3) },
    ...{ label: texts.axis, show: [], marksRight: true, gap: GAP },
    under(frame) {
      const [low, high] = frame.x.domain;
      rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
      parts.forEach(({ wrong }, row) => {
        if (wrong) box(pen, frame, low, row - 0.5, high, row + 0.5, { fill: theme.fail, alpha: 0.12 });
      });
    },
  });
  rights.forEach((right, row) => {
    symbol(pen, "cross", frame.x(right), frame.y(row), 3.2, { stroke: theme.ink, width: 1.75 });
  });
}
