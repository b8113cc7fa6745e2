// What the stage says of its two spaces to those who do not see them: the Gaussians as numbers, and on a line their densities as curves.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { curvesOf, placeIn, type Series } from "../../../../kit/stages/series.ts";
import type { Spoken } from "../../../../kit/stages/spoken.ts";
import { bound as words } from "../../messages/bound.en.ts";
import { spoken as all } from "../../messages/spoken.en.ts";
import type { Layout } from "./layout.ts";
import type { BoundFrame } from "./request.ts";
import { type Drawn, LOOKS, type Scene } from "./scene.ts";

const say = all.bound;

const list = (values: ArrayLike<number>) => {
  const texts = Array.from(values, (value) => formatNumber(value));
  return texts.length === 1 ? (texts[0] as string) : format(all.place, { at: texts.join(", ") });
};

function posteriorText({ exact }: BoundFrame): string {
  const n = exact.posteriorMean.length;
  const mean = list(exact.posteriorMean);
  const variances = list(exact.posteriorMean.map((_, j) => exact.posteriorCov[j * (n + 1)] as number));
  if (n === 1) return format(say.posterior, { mean, variances });
  return format(say.tilted, { mean, variances, covariance: formatNumber(exact.posteriorCov[1] as number) });
}

function told({ state, frame }: Scene): string {
  if (frame === null) return "";
  const decoder = list(frame.picture.decoder.mean);
  return [
    format(say.q, { mean: list(state.qMean), variances: list(state.qVar) }),
    posteriorText(frame),
    format(say.best, { variances: list(frame.exact.bestDiagVar) }),
    format(state.dx > 2 ? say.xDrawn : say.x, { x: list(state.x), decoder }),
  ].join(all.join);
}

const highest = (of: Partial<Record<Drawn, Float64Array>>) =>
  Math.max(...(Object.keys(LOOKS) as Drawn[]).map((name) => extremes(of[name] ?? [])?.high ?? 0));

/** Densities over a line, each with the panel it is drawn in. */
function lines({ frame }: Scene): (Series & { readonly panel: keyof Layout })[] {
  const series = (panel: keyof Layout, x: Float64Array, of: Partial<Record<Drawn, Float64Array>>) => ({
    panel,
    ...{ across: say[panel], x },
    lines: (Object.keys(LOOKS) as Drawn[]).flatMap((name) => {
      const y = of[name];
      return y === undefined ? [] : [{ name: words.legend[name], y, axis: { domain: [0, highest(of)] as const } }];
    }),
  });
  const { latent = null, data = null } = frame?.picture ?? {};
  return [
    ...(latent === null ? [] : [series("latent", latent.at, latent)]),
    ...(data === null ? [] : [series("data", data.at, data)]),
  ];
}

/** @param layout of what is on screen; null while it has no size  @param table the terms of the bound */
export function spokenOf(scene: () => Scene, layout: () => Layout | null, table: () => HTMLElement | null): Spoken {
  return {
    title: say.title,
    told: () => told(scene()),
    table,
    curves: () =>
      lines(scene()).flatMap(({ panel, ...each }) =>
        curvesOf(each, (_, x, y) => {
          const found = layout()?.[panel];
          return found === undefined ? null : placeIn(found.frame, x, y, found.left, found.top);
        }),
      ),
  };
}
