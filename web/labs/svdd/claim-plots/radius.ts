// 2.5b: h(rho), the cost of a squared radius: a convex polyline, its set of minimisers drawn as a set, and a handle that moves a
// circle in the main plot.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { type Cost, drawnCost, setText, slopesText, trialText } from "../../../kit/claim-plots/polyline.ts";
import { figure, live, readings } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits } from "../../../kit/points/claim-plot.ts";
import { type MountSvddClaimPlot, type PlotDataOf, words } from "./context.ts";

/** The same numbers by the names of the shared plot. */
export const costOf = ({ rho, h, ...rest }: PlotDataOf<"2.5b">): Cost => ({ b: rho, g: h, ...rest });

/** The set of minimisers of the broken certificate, in words. */
function claimedText(data: PlotDataOf<"2.5b"> | undefined): string {
  return data === undefined ? "" : setText({ lo: data.claimedLo, hi: data.claimedHi });
}

export const mountRadius: MountSvddClaimPlot = (root, context) => {
  const cost = () => {
    const data = context.result("2.5b")?.picture;
    return data === undefined ? null : costOf(data);
  };
  const broken = () => context.result("2.5b")?.broken ?? false;
  const trial = () => context.store.state.rho;
  const template = () => {
    const now = cost();
    const wrong = (now?.wrong?.length ?? 0) > 0 ? ` ${words.radius.wrongCaption}` : "";
    const claimed = broken() ? claimedText(context.result("2.5b")?.picture) : "";
    return html`
      ${figure("claim-polyline", broken() ? words.radius.brokenCaption + wrong : words.radius.caption, true)}
      <div class="claim-controls">
        <button type="button" class="button" ?disabled=${trial() === null || broken()} @click=${() => context.patchView({ rho: null })}>${words.radius.reset}</button>
        ${
          now === null
            ? ""
            : html`${trialText(now, trial(), broken(), words.radius.trial)}${readings([
                [words.radius.pick, formatNumber(now.pick, 4)],
                [words.radius.value, formatNumber(now.value, 4)],
                [words.radius.slopes, slopesText(now)],
                [words.radius.set, setText(now)],
                ...(claimed === "" || claimed === setText(now) ? [] : [[words.radius.claimed, claimed] as const]),
                [words.radius.minimum, formatNumber(now.minimum, 4)],
              ])}`
        }
      </div>
    `;
  };
  return live(root, context, template, () =>
    drawnCost(root, {
      name: words.radius.name,
      axes: () => [inSolvedUnits(context, words.radius.axisRho), words.radius.axisH],
      setLabel: words.radius.setLabel,
      describe: words.radius.describe,
      cost,
      trial,
      // The axis goes to the left of 0; a squared radius does not.
      move: (rho) => context.patchView({ rho: Math.max(0, rho) }),
      broken,
    }),
  );
};
