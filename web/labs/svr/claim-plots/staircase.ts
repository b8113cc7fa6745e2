// 1c2: every point as (e_i, alpha_i - alpha*_i) on the staircase C d|e|_epsilon, and the row of the one that is picked.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { type Staircase, staircaseSurface } from "../../../kit/claim-plots/staircase.ts";
import { figure, live } from "../../../kit/claims/claim-plot.ts";
import { inSolvedUnits, pointPicker } from "../../../kit/points/claim-plot.ts";
import { pickedPoint } from "../../../kit/points/state.ts";
import { LOOKS } from "../looks.ts";
import { type MountSvrClaimPlot, type ResultOf, type SvrClaimPlotContext, words } from "./context.ts";

type Result = ResultOf<"1c2">;

/** A point moved by less, in tubes and in C, is drawn where it is. */
const SEEN = 1e-3;

export const mountStaircase: MountSvrClaimPlot = (root, context) => {
  const result = () => context.result("1c2");
  const picked = () => pickedPoint(context.store.state);
  const staircase = (): Staircase | null => {
    const now = result();
    if (now === null) return null;
    const { residual, coefficient, kktCase, band, C, epsilon } = now.picture;
    return {
      ...{ x: residual, y: coefficient, kktCase, band },
      stairs: { x: [-epsilon, -epsilon, epsilon, epsilon], y: [-C, 0, 0, C] },
      edges: [-epsilon, epsilon],
      moved: movedIn(now),
      show: [-1.6 * epsilon, 1.6 * epsilon],
      axes: [inSolvedUnits(context, words.staircase.axisE), words.staircase.axisDelta],
    };
  };
  const template = () => {
    const now = result();
    return html`
      ${figure("claim-staircase", now?.certificate ? words.staircase.brokenCaption : words.staircase.caption, true)}
      <div class="claim-controls">${pointPicker(context)} ${now === null ? "" : rowTable(now, context)}</div>
    `;
  };
  return live(root, context, template, () => {
    const { name } = words.staircase;
    const surface = staircaseSurface(root, { name, looks: LOOKS, staircase, picked, pick: context.pick });
    const update = () => {
      const now = result();
      if (now !== null) surface.describe(sentence(now, picked()));
    };
    return { surfaces: [surface], update };
  });
};

/** The points that a mistake has moved, and where the solver has them. */
function movedIn({ certificate, picture }: Result): { point: number; from: [number, number] }[] {
  const { residual, coefficient, intactResidual, intactCoefficient, C, epsilon } = picture;
  if (certificate === null) return [];
  return Array.from(residual.keys()).flatMap((point) => {
    const from: [number, number] = [intactResidual[point] ?? 0, intactCoefficient[point] ?? 0];
    const far =
      Math.abs((residual[point] ?? 0) - from[0]) / epsilon + Math.abs((coefficient[point] ?? 0) - from[1]) / C;
    return far > SEEN ? [{ point, from }] : [];
  });
}

/** How many points are of each case, and which one the picked point is. */
function sentence(result: Result, point: number): string {
  const count = (kase: number) => result.picture.kktCase.filter((each) => each === kase).length;
  const [below, lower, inside, upper, above] = [count(0), count(1), count(2), count(3), count(4)];
  const row = rowOf(result, point);
  const picked = row === null ? "" : format(words.staircase.describePoint, { point: point + 1, name: row.name });
  return `${format(words.staircase.describe, { below, lower, inside, upper, above })} ${picked}`;
}

interface Row {
  kase: number;
  name: string;
  e: number;
  coefficient: number;
  distance: number;
}

function rowOf(result: Result, point: number): Row | null {
  const { residual, coefficient, kktCase, distance } = result.picture;
  const kase = kktCase[point];
  if (kase === undefined) return null;
  return {
    kase,
    name: words.staircase.cases[kase] ?? "",
    e: residual[point] ?? 0,
    coefficient: coefficient[point] ?? 0,
    distance: distance[point] ?? 0,
  };
}

/** The table of the claim, the picked point's row filled with its numbers. */
function rowTable(result: Result, context: SvrClaimPlotContext) {
  const point = pickedPoint(context.store.state);
  const row = rowOf(result, point);
  if (row === null) return "";
  const { C, epsilon } = result.picture;
  // One of the two multipliers is the difference, the other one is 0, except in a broken certificate.
  const { certificate } = result;
  const multipliers = [
    certificate?.alpha[point] ?? Math.max(row.coefficient, 0),
    certificate?.alphaStar[point] ?? Math.max(-row.coefficient, 0),
  ].map((value) => html`<td>${formatNumber(value, 4)}</td>`);
  return html`<table class="claim-kkt">
    <thead>
      <tr>
        <th scope="col">${words.staircase.columns.kase}</th>
        <th scope="col">e</th>
        <th scope="col">α</th>
        <th scope="col">α*</th>
        <th scope="col">ξ</th>
      </tr>
    </thead>
    <tbody>
      ${[4, 3, 2, 1, 0].map((kase) => {
        const picked = kase === row.kase;
        const rule = words.staircase.rules[kase];
        return html`<tr data-case=${kase} aria-current=${picked ? "true" : "false"}>
          <th scope="row">${words.staircase.cases[kase]}</th>
          ${
            picked
              ? html`<td>${formatNumber(row.e, 4)}</td>
                  ${multipliers}
                  <td>${slackText(result.picture, point)}</td>`
              : html`<td>${rule?.e}</td><td>${rule?.alpha}</td><td>${rule?.alphaStar}</td><td>${rule?.xi}</td>`
          }
        </tr>`;
      })}
    </tbody>
    <caption>${format(words.staircase.tableCaption, { C: formatNumber(C, 4), epsilon: formatNumber(epsilon, 4), distance: formatNumber(row.distance) })}</caption>
  </table>`;
}

/** The slack, and beside a wrong one what is beyond the tube. */
function slackText({ residual, xi, epsilon }: Result["picture"], point: number): string {
  const wrong = xi[point] ?? 0;
  const right = Math.max(0, Math.abs(residual[point] ?? 0) - epsilon);
  const text = formatNumber(wrong, 4);
  if (Math.abs(wrong - right) <= SEEN * epsilon) return text;
  return format(words.staircase.right, { wrong: text, right: formatNumber(right, 4) });
}
