// 2.1: the Lagrangian as a ledger: five terms that add up to L; and the saddle inequality, tried on both sides.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { drawnLedger, ledgerReadings } from "../../../kit/claim-plots/ledger.ts";
import { figure, live, readings, slider } from "../../../kit/claims/claim-plot.ts";
import { claimPlots } from "../../../kit/messages/claim-plots.en.ts";
import { pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { nuOf, weightOf } from "../state.ts";
import { type MountSvddClaimPlot, words } from "./context.ts";

/** Sliders reach beyond C / nu, where the multipliers leave the dual's feasible set and L must still not exceed its saddle value. */
const REACH = 1.5;

export const mountLedger: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.1")?.picture ?? null;
  const template = () => {
    const { state } = context.store;
    const now = plotData();
    // Multipliers add up to at most 1, so no one needs a larger range.
    const box = Math.min(1, weightOf(state, pickedPoint(state)) / nuOf(state));
    const at = (name: "alpha" | "beta", label: string) =>
      slider({
        label,
        min: 0,
        max: Math.max(box * REACH, now?.[name] ?? 0),
        value: state[name] ?? now?.[name] ?? 0,
        onInput: (value) => context.patchView({ [name]: value }),
      });
    const moved = state.alpha !== null || state.beta !== null || state.gammaMult !== null;
    return html`
      ${figure("claim-ledger", words.ledger.caption)}
      <div class="claim-controls">
        ${pointPicker(context)}
        ${at("alpha", words.ledger.alpha)} ${at("beta", words.ledger.beta)}
        ${slider({
          label: words.ledger.gamma,
          ...{ min: 0, max: REACH, value: state.gammaMult ?? now?.gamma ?? 0 },
          onInput: (gammaMult) => context.patchView({ gammaMult }),
        })}
        <button type="button" class="button" ?disabled=${!moved} @click=${() => context.patchView({ alpha: null, beta: null, gammaMult: null })}>
          ${claimPlots.ledger.reset}
        </button>
        ${
          now === null
            ? ""
            : readings([
                [words.slack.d2, formatNumber(now.distance2)],
                [words.slack.xi, formatNumber(now.xi)],
                [words.radius.pick, formatNumber(now.rho)],
                ...ledgerReadings(now),
              ])
        }
      </div>
      ${figure("claim-draws", words.ledger.drawsCaption)}
    `;
  };
  return live(root, context, template, () =>
    drawnLedger(
      root,
      words.ledger,
      plotData,
      () => pickedPoint(context.store.state),
      () => context.result("2.1")?.broken ?? false,
    ),
  );
};
