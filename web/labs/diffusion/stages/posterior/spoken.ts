// What the stage says of its picture to those who do not see it.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { curvesOf, placeIn } from "../../../../kit/stages/series.ts";
import type { Numbers, Spoken, WalkedCurve } from "../../../../kit/stages/spoken.ts";
import type { Frame } from "../../../../plot/frame.ts";
import { posterior as words } from "../../messages/posterior.en.ts";
import { spoken } from "../../messages/spoken.en.ts";
import { LOOKS, type Scene } from "./scene.ts";
import { placeText } from "./words.ts";

const own = spoken.posterior;

/** Places, noises and means; the Gaussians are in the picture's name. */
function told({ frame, x0, xt, guess, point }: Scene): string {
  if (frame === null) return "";
  const { answer, best } = frame;
  const lines = [
    format(own.places, { x0: placeText(x0), xt: placeText(xt), eps: placeText(answer.eps) }),
    format(own.shares, { x0: placeText(answer.shareX0), xt: placeText(answer.shareXt), mean: placeText(answer.mean) }),
  ];
  if (guess !== null) {
    const { noiseForm, posteriorForm, difference, error2 } = answer;
    lines.push(
      posteriorForm === null || difference === null
        ? format(own.oneForm, { guess: placeText(guess), noiseForm: placeText(noiseForm) })
        : format(own.forms, {
            ...{ guess: placeText(guess), noiseForm: placeText(noiseForm) },
            difference: formatNumber(difference, 2),
          }),
      format(point ? own.infinite : own.costs, {
        ...{ error2: formatNumber(error2), kl: formatNumber(answer.kl), weighted: formatNumber(answer.weightedError) },
      }),
    );
  }
  if (best !== null) lines.push(format(own.best, { best: placeText(best.eps), error2: formatNumber(best.error2) }));
  return lines.join(spoken.join);
}

function numbers({ frame, x0, xt, guess, d }: Scene): Numbers | null {
  if (frame === null) return null;
  const { answer, best } = frame;
  const row = (name: string, place: ArrayLike<number> | null, variance?: number): string[] => [
    name,
    ...Array.from({ length: d }, (_, c) => (place === null ? spoken.none : formatNumber(place[c] as number, 6))),
    variance === undefined ? spoken.none : formatNumber(Math.sqrt(variance), 6),
  ];
  const { legend, handles } = words;
  return {
    columns: ["", ...(d === 1 ? [own.value] : [words.axis.first, words.axis.second]), own.sd],
    rows: () => [
      row(handles.x0, x0),
      row(handles.xt, xt),
      row(legend.eps, answer.eps),
      row(legend.prior, answer.priorMean, answer.priorVariance),
      row(legend.likelihood, answer.likelihoodMean, answer.likelihoodVariance),
      row(legend.posterior, answer.mean, answer.variance),
      ...(guess === null
        ? []
        : [
            row(legend.guess, guess),
            row(legend.noiseForm, answer.noiseForm),
            row(legend.posteriorForm, answer.posteriorForm),
          ]),
      ...(best === null ? [] : [row(legend.best, best.eps)]),
    ],
  };
}

/** The densities, in one dimension. */
function curves({ frame, d }: Scene, at: Frame | null): WalkedCurve[] {
  if (frame === null || d === 2) return [];
  return (Object.keys(LOOKS) as (keyof typeof LOOKS)[]).flatMap((which) => {
    const curve = frame[which];
    if (curve === null) return [];
    const name = which === "product" ? words.legend.posterior : words.legend[which];
    const line = { name, y: curve.density, axis: { domain: [0, 1] } as const };
    return curvesOf({ across: words.axis.line, x: curve.u, lines: [line] }, (_, x, y) => placeIn(at, x, y));
  });
}

export function spokenOf(scene: () => Scene, frame: () => Frame | null): Spoken {
  return {
    title: own.title,
    told: () => told(scene()),
    numbers: () => numbers(scene()),
    curves: () => curves(scene(), frame()),
  };
}
