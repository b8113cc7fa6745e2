// 1a: the Lagrangian as a ledger: five terms that add up to L; and the saddle inequality, tried on both sides.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { drawnLedger, ledgerReadings } from "../../../kit/claim-plots/ledger.ts";
import { figure, live, readings, slider } from "../../../kit/claims/claim-plot.ts";
import { claimPlots } from "../../../kit/messages/claim-plots.en.ts";
import { pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { type MountSvrClaimPlot, words } from "./context.ts";

/** Sliders reach beyond C, where the multipliers leave the dual's feasible set and L must still not exceed its saddle value. */
const REACH = 1.5;

export const mountLedger: MountSvrClaimPlot = (root, context) => {
  const plotData = () => {
    const picture = context.result("1a")?.picture;
    if (!picture) return null;
    const { intact, ...rest } = picture;
    return intact.length > 0 ? { ...rest, intact } : rest;
  };
  /** The term that the mistake changes; those that lead to another certificate change none. */
  const broken = () => {
    const mistake = context.result("1a")?.mistake ?? "";
    return mistake === "plain" || (words.ledger.changed[mistake] ?? false);
  };
  const template = () => {
    const { state } = context.store;
    const now = plotData();
    const at = (name: "alpha" | "alphaStar" | "beta", label: string) =>
      slider({
        label,
        min: 0,
        max: state.C * REACH,
        value: state[name] ?? now?.[name] ?? 0,
        onInput: (value) => context.patchView({ [name]: value }),
      });
    const moved = state.alpha !== null || state.alphaStar !== null || state.beta !== null;
    return html`
      ${figure("claim-ledger", context.result("1a")?.broken ? words.ledger.brokenCaption : words.ledger.caption)}
      <div class="claim-controls">
        ${pointPicker(context)}
        ${at("alpha", words.ledger.alpha)} ${at("alphaStar", words.ledger.alphaStar)} ${at("beta", words.ledger.beta)}
        <button type="button" class="button" ?disabled=${!moved} @click=${() => context.patchView({ alpha: null, alphaStar: null, beta: null })}>
          ${claimPlots.ledger.reset}
        </button>
        ${
          now === null
            ? ""
            : readings([
                [words.residual, formatNumber(now.residual)],
                [words.slack, formatNumber(now.xi)],
                ...ledgerReadings(now),
              ])
        }
      </div>
      ${figure("claim-draws", words.ledger.drawsCaption)}
    `;
  };
  return live(root, context, template, () =>
    drawnLedger(root, words.ledger, plotData, () => pickedPoint(context.store.state), broken),
  );
};
