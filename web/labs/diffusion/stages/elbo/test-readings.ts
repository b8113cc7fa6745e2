// What tests read of the open chart: numbers as they were computed.
import { VARIANCES } from "./fields.ts";
import type { Scene } from "./scene.ts";

export function readingsForTests({ frame, curve, t }: Scene): Readonly<Record<string, string>> {
  const common = { view: frame?.view ?? "", step: String(t) };
  switch (frame?.view) {
    case undefined:
      return common;
    case "weights": {
      const { picture, least } = frame;
      const at = (values: Float64Array) => String(values[t - 1]);
      return {
        ...common,
        ...{ weight: at(picture.weight), kl: at(picture.kl), mse: at(picture.mse) },
        ...{ first: String(picture.weight[0]), least: least === null ? "" : `${least.t} ${least.weight}` },
      };
    }
    case "terms": {
      const { answer, entropy, draws, last } = frame;
      const { by, posteriorTotal, forwardTotal, bestTotal } = answer;
      const totals = `${posteriorTotal} ${forwardTotal} ${bestTotal}`;
      return { ...common, by, draws: String(draws), totals, entropy: String(entropy.entropy), last: String(last) };
    }
    case "bridge":
      return {
        ...common,
        steps: String(frame.gap.T),
        gaps: VARIANCES.map((which) => frame.gap[which]).join(" "),
        curve: curve.map(({ T }) => T).join(" "),
        last: String(frame.last),
      };
    case "printed": {
      const { second, printed, varianceAtT } = frame.picture;
      const at = (values: Float64Array) => String(values[t - 1]);
      return { ...common, chain: at(second), printed: at(printed), unit: String(varianceAtT) };
    }
  }
}
