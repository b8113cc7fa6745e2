// 2.1: the Lagrangian as a ledger: five terms that add up to L; the saddle inequality, tried on both sides; and L added up in two
// ways, which agree at every draw.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { drawnLedger, ledgerReadings } from "../../../kit/claim-plots/ledger.ts";
import { figure, live, readings, slider, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { claimPlots } from "../../../kit/messages/claim-plots.en.ts";
import { pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { powerOfTen } from "../../../plot/scale.ts";
import { nuOf, weightOf } from "../state.ts";
import { type MountSvddClaimPlot, type PlotDataOf, words } from "./context.ts";

type PlotData = PlotDataOf<"2.1">;

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
      ${figure("claim-agree", words.ledger.agreeCaption)}
    `;
  };
  /** The term that the mistake is in. */
  const turned = () => {
    const result = context.result("2.1");
    if (result === null || !result.broken) return false;
    const { mistake } = result;
    return mistake === "radius" || mistake === "no-nu" || mistake === "gamma" ? words.ledger.wrongTerms[mistake] : true;
  };
  return live(root, context, template, () => {
    const agree = surfaceIn(
      root,
      "claim-agree",
      (pen, size, theme) => {
        const now = plotData();
        if (now !== null && now.byTerm.length > 0) drawAgreement(pen, size, theme, now);
      },
      words.ledger.agreeName,
    );
    const update = () => {
      const now = plotData();
      if (now === null) return;
      const texts = { count: now.byTerm.length, off: offDiagonal(now).filter(Boolean).length };
      agree.describe(format(words.ledger.agreeDescribe, texts));
    };
    const ledger = drawnLedger(root, words.ledger, plotData, () => pickedPoint(context.store.state), turned);
    return [ledger, { surfaces: [agree], update }];
  });
};

/** Two sums that differ by less than this share of them are equal. */
const SAME = 1e-9;
/** L this near to its saddle value, as a share of it, is drawn as equal to it. */
const EQUAL = 1e-3;

function offDiagonal({ byTerm, byVariable }: PlotData): boolean[] {
  return Array.from(byTerm, (value, k) => {
    const other = byVariable[k] ?? 0;
    return Math.abs(value - other) > SAME * (Math.abs(value) + Math.abs(other) + 1);
  });
}

/** L at draws of everything, added up in both ways, as signed distances from the saddle value on logarithmic axes. */
function drawAgreement(pen: Pen, size: Size, theme: Theme, now: PlotData): void {
  const unit = EQUAL * (1 + Math.abs(now.saddle));
  const place = (value: number) => {
    const distance = value - now.saddle;
    return Math.sign(distance) * Math.max(0, Math.log10(Math.abs(distance) / unit));
  };
  const [x, y] = [Float64Array.from(now.byVariable, place), Float64Array.from(now.byTerm, place)];
  const most = Math.ceil(Math.max(1, ...[...x, ...y].map(Math.abs).filter(Number.isFinite)));
  const decade = Math.round(Math.log10(unit));
  const axis = (label: string) => ({
    domain: [-most, most] as const,
    ticks: Array.from({ length: 2 * most + 1 }, (_, k) => k - most),
    format: (at: number) => (at === 0 ? "L*" : `${at < 0 ? "\u2212" : "+"}${powerOfTen(decade + Math.abs(at))}`),
    label,
  });
  const frame = layFrame(pen, size, theme, { x: axis(words.ledger.byVariable), y: axis(words.ledger.byTerm) });
  drawFrame(pen, frame, theme);
  const off = offDiagonal(now);
  const those = (values: Float64Array, wrong: boolean) => values.filter((_, k) => off[k] === wrong);
  inFrame(pen, frame, () => {
    segments(pen, frame, [-most], [-most], [most], [most], { stroke: theme.muted, width: 1.5 });
    symbols(pen, frame, those(x, false), those(y, false), 2.5, "circle", { fill: theme.dual, alpha: 0.55 });
    symbols(pen, frame, those(x, true), those(y, true), 3.5, "cross", { stroke: theme.fail, width: 1.5 });
  });
}
