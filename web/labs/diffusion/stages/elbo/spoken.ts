// What the stage says of its chart to those who do not see it: the values on show, the extremes, and the curves to be walked.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { curvesOf, type Line, numbersOf, placeIn, type Series, toldOf } from "../../../../kit/stages/series.ts";
import type { Spoken } from "../../../../kit/stages/spoken.ts";
import type { Frame } from "../../../../plot/frame.ts";
import { elbo as words } from "../../messages/elbo.en.ts";
import { spoken } from "../../messages/spoken.en.ts";
import { stepsTo } from "./chart.ts";
import { VARIANCES } from "./fields.ts";
import type { OneStep } from "./request.ts";
import type { Scene } from "./scene.ts";

/** The curves on show; null while there are none. */
function seriesOf({ frame, t, curve, state }: Scene): Series | null {
  if (frame === null) return null;
  switch (frame.view) {
    case "weights": {
      const { legend } = words.weights;
      const { weight, kl, mse } = frame.picture;
      const lines = [
        { name: legend.weight, y: weight },
        { name: legend.kl, y: kl },
        { name: legend.mse, y: mse },
      ];
      return { across: "t", x: stepsTo(weight.length), lines, on: t - 1 };
    }
    case "terms": {
      const { answer } = frame;
      // The first step is no term of this kind.
      const lines = VARIANCES.map((which) => ({ name: words.terms.legend[which], y: answer[which].subarray(1) }));
      return { across: "t", x: stepsTo(answer.best.length).slice(1), lines, ...(t > 1 ? { on: t - 2 } : {}) };
    }
    case "bridge": {
      const { gap } = frame;
      const all = curve.some(({ T }) => T === gap.T) ? curve : [...curve, gap].sort((a, b) => a.T - b.T);
      const lines = VARIANCES.map((which) => ({
        name: words.bridge.legend[which],
        y: all.map((each) => each[which]),
      }));
      return { across: "T", x: all.map(({ T }) => T), lines, on: all.findIndex(({ T }) => T === gap.T) };
    }
    case "printed": {
      const { legend } = words.printed;
      const { second, printed } = frame.picture;
      const lines: Line[] = [{ name: legend.chain, y: second }];
      if (state.elboPrinted) lines.push({ name: legend.printed, y: printed });
      return { across: "t", x: stepsTo(second.length), lines, on: t - 1 };
    }
  }
}

export function spokenOf(scene: () => Scene, frame: () => Frame | null): Spoken {
  const series = () => seriesOf(scene());
  const whole = <Result>(use: (series: Series) => Result, none: Result): Result => {
    const now = series();
    return now === null ? none : use(now);
  };
  return {
    title: spoken.elbo.title,
    told: () => whole(toldOf, ""),
    numbers: () => whole(numbersOf, null),
    curves: () => whole((all) => curvesOf(all, (_, x, y) => placeIn(frame(), x, y)), []),
  };
}

/** Of the chain of one step: where each density is highest, and all of them as a table. */
export function oneStepSpokenOf(shown: () => OneStep | null): Spoken {
  const { legend, encoder: latent, decoder: output } = words.bridge.oneStep;
  /** The densities over the latent, and those over the data. */
  function series({ x1, encoder, x0, data, decoder }: OneStep): readonly Series[] {
    const lines = (names: readonly string[], curves: readonly Float64Array[]): Line[] =>
      curves.map((y, k) => ({ name: names[k] ?? "", y }));
    return [
      { across: latent, x: x1, lines: lines([legend.low, legend.high], encoder) },
      { across: output, x: x0, lines: lines([legend.data, legend.decoderLow, legend.decoderHigh], [data, ...decoder]) },
    ];
  }
  return {
    title: spoken.elbo.oneStep,
    told() {
      const now = shown();
      if (now === null) return "";
      return series(now)
        .flatMap(({ across, x, lines }) =>
          lines.map(({ name, y }) => {
            const { high, highAt } = extremes(y) ?? { high: 0, highAt: 0 };
            return format(spoken.elbo.peak, {
              name,
              across,
              density: formatNumber(high),
              x: formatNumber(x[highAt] ?? 0),
            });
          }),
        )
        .join(spoken.join);
    },
    numbers() {
      const now = shown();
      const data = now && series(now)[1];
      return data ? numbersOf(data) : null;
    },
  };
}
