// 1c1: g(b), the cost of an offset: a convex polyline, its set of minimisers drawn as a set, and a handle that moves the fit.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { drawnCost, setText, slopesText, trialText } from "../../../kit/claim-plots/polyline.ts";
import { figure, live, readings } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits } from "../../../kit/points/claim-plot.ts";
import { type MountSvrClaimPlot, words } from "./context.ts";

export const mountOffset: MountSvrClaimPlot = (root, context) => {
  const plotData = () => context.result("1c1")?.picture ?? null;
  const broken = () => context.result("1c1")?.broken ?? false;
  const trial = () => context.store.state.b;
  const template = () => {
    const now = plotData();
    return html`
      ${figure("claim-polyline", broken() ? words.offset.brokenCaption : words.offset.caption, true)}
      <div class="claim-controls">
        <button type="button" class="button" ?disabled=${trial() === null || broken()} @click=${() => context.patchView({ b: null })}>${words.offset.reset}</button>
        ${
          now === null
            ? ""
            : html`${trialText(now, trial(), broken(), words.offset.trial)}${readings([
                [words.offset.pick, formatNumber(now.pick, 4)],
                [words.offset.value, formatNumber(now.value, 4)],
                [words.offset.slopes, slopesText(now)],
                [words.offset.set, setText(now)],
                [words.offset.minimum, formatNumber(now.minimum, 4)],
              ])}`
        }
      </div>
    `;
  };
  return live(root, context, template, () =>
    drawnCost(root, {
      name: words.offset.name,
      axes: () => [inSolvedUnits(context, words.offset.axisB), words.offset.axisG],
      setLabel: words.offset.setLabel,
      describe: words.offset.describe,
      cost: plotData,
      trial,
      move: (b) => context.patchView({ b }),
      broken,
    }),
  );
};
