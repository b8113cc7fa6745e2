// 2.5e: every point as (d_i^2 - rho, alpha_i nu / C_i) on the staircase, and the row of the one that is picked.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { type Staircase, staircaseSurface } from "../../../kit/claim-plots/staircase.ts";
import { figure, live } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits, pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { LOOKS } from "../looks.ts";
import { en } from "../messages/en.ts";
import { type MountSvddClaimPlot, type PlotDataOf, type SvddClaimPlotContext, words } from "./context.ts";

const names = en.picture.cases;
/** Of C/nu: less than this is what solving anew changes. */
const MOVED = 0.02;
/** From outside to inside, as in the statement. */
const ROWS = [2, 1, 0] as const;

export const mountStaircase: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.5e")?.picture ?? null;
  const picked = () => pickedPoint(context.store.state);
  const staircase = (): Staircase | null => {
    const result = context.result("2.5e");
    if (result === null) return null;
    const { excess, alpha, box, kktCase, band, insideLevel, outsideLevel } = result.picture;
    // Where the solver has them.
    const solver = context.frame?.solution.alpha ?? alpha;
    const moved = Array.from(alpha.keys()).filter(
      (i) => Math.abs((alpha[i] ?? 0) - (solver[i] ?? 0)) > MOVED * (box[i] ?? 1),
    );
    const right = insideLevel === 0 && outsideLevel === 1;
    return {
      moved: result.broken
        ? moved.map((point) => ({
            point,
            from: [excess[point] ?? 0, (solver[point] ?? 0) / (box[point] ?? 1)] as const,
          }))
        : null,
      wrong: right ? null : { x: [0, 0], y: [insideLevel, outsideLevel] },
      ...{ x: excess, y: alpha.map((value, i) => value / (box[i] as number)), kktCase, band },
      stairs: { x: [0, 0], y: [0, 1] },
      edges: [0],
      show: [0],
      axes: [inSolvedUnits(context, words.staircase.axisExcess), words.staircase.axisAlpha],
    };
  };
  const template = () => {
    const now = plotData();
    return html`
      ${figure("claim-staircase", words.staircase.caption, true)}
      <div class="claim-controls">${pointPicker(context)} ${now === null ? "" : rowTable(now, context)}</div>
    `;
  };
  return live(root, context, template, () => {
    const { name } = words.staircase;
    const surface = staircaseSurface(root, { name, looks: LOOKS, staircase, picked, pick: context.pick });
    const update = () => {
      const now = plotData();
      if (now !== null) surface.describe(sentence(now, picked()));
    };
    return { surfaces: [surface], update };
  });
};

/** How many points are of each case, and which one the picked point is. */
function sentence({ kktCase }: PlotDataOf<"2.5e">, point: number): string {
  const [inside, boundary, outside] = names.map((_, kase) => kktCase.filter((each) => each === kase).length) as [number, number, number]; // biome-ignore format: one line
  const name: string = names[kktCase[point] as 0] ?? "";
  const picked = name === "" ? "" : format(words.staircase.describePoint, { point: point + 1, name });
  return `${format(words.staircase.describe, { inside, boundary, outside })} ${picked}`;
}

/** The table of the claim, the picked point's row filled with its numbers. */
function rowTable(now: PlotDataOf<"2.5e">, context: SvddClaimPlotContext) {
  const point = pickedPoint(context.store.state);
  const own = now.kktCase[point];
  if (own === undefined) return "";
  const { columns, rules } = words.staircase;
  const excess = now.excess[point] ?? 0;
  const xi = context.frame?.solution.xi[point] ?? 0;
  return html`<table class="claim-kkt">
    <thead><tr>${[columns.kase, columns.excess, columns.alpha, columns.xi].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>
      ${ROWS.map((kase) => {
        const rule = rules[kase];
        const cells =
          kase === own
            ? [formatNumber(excess, 4), formatNumber(now.alpha[point] ?? 0, 4), formatNumber(xi, 4)]
            : [rule.excess, rule.alpha, rule.xi];
        return html`<tr data-case=${kase} aria-current=${kase === own ? "true" : "false"}>
          <th scope="row">${names[kase]}</th>
          ${cells.map((cell) => html`<td>${cell}</td>`)}
        </tr>`;
      })}
    </tbody>
    <caption>${format(words.staircase.tableCaption, { box: formatNumber(now.box[point] ?? 0, 4), distance: formatNumber(now.distance[point] ?? 0) })}</caption>
  </table>`;
}
