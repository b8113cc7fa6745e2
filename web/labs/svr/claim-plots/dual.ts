// 1b: the primal falls, the dual rises, and the gap between them closes along the solver's path.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { drawnGap, gapEnds, gapFigure } from "../../../kit/claim-plots/gap.ts";
import { live, readings } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { unrounded } from "../../../kit/points/words.ts";
import { extent } from "../../../plot/scale.ts";
import { boxFigure, drawnBox } from "./box.ts";
import { type MountSvrClaimPlot, words } from "./context.ts";

/** Mistakes that leave no gap between P and D, or are about the box itself. */
const SEEN_IN_BOX: ReadonlySet<string> = new Set(["sum", "epsilon-0", "two-slacks"]);

export const mountDual: MountSvrClaimPlot = (root, context) => {
  const plotData = () => {
    const result = context.result("1b");
    if (result === null) return null;
    const { certificatePrimal: primal, certificateDual: dual } = result.picture;
    return { ...result.picture, broken: result.certificate === null ? null : { primal, dual } };
  };
  const template = () => {
    const now = plotData();
    return html`
      ${gapFigure(words.dual.caption, now)} ${boxFigure(now?.broken != null, SEEN_IN_BOX.has(context.result("1b")?.mistake ?? ""))}
      ${
        now === null || now.primal.length === 0
          ? ""
          : readings([
              ...gapEnds(now),
              [words.dual.sum, formatNumber(unrounded(now.sum, context.store.state.C))],
              [words.dual.beta, formatNumber(now.beta.length > 0 ? extent(now.beta)[0] : 0)],
            ])
      }
    `;
  };
  const box = () => context.result("1b")?.picture ?? null;
  return live(root, context, template, () => [
    drawnGap(root, plotData, (title) => inSolvedUnits(context, title)),
    drawnBox(root, box, () => pickedPoint(context.store.state)),
  ]);
};
