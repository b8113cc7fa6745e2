// A gradient as the sum of what the steps add, each a column times a row: what has been added so far, and what it comes to.
import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../../../../host/format-number.ts";
import { format } from "../../../../../host/messages/format.ts";
import { typeset } from "../../../../../kit/typeset.ts";
import { below } from "../../../messages/cell-below.en.ts";
import { PARAMS, type ParamName } from "../../../problem.ts";
import type { CifgState } from "../../../state.ts";
import { differs } from "../scene.ts";
import { type BelowScene, gateOf, largest, nth } from "./below-scene.ts";
import { formulaSegments, formulasIn } from "./formulas.ts";
import { heatMap } from "./heat-map.ts";

const words = below.sums;
type Given = Pick<CifgState, "x" | "h0">;

/** (T * columns) what delta z_t is multiplied with: x_t, h_{t-1}, or 1. */
export function inputsOf({ parameter, tape, T, dh }: BelowScene, { x, h0 }: Given): ArrayLike<number> {
  if (parameter.startsWith("W")) return x;
  if (parameter.startsWith("b")) return new Float64Array(T).fill(1);
  return [...h0, ...tape.states.h.subarray(0, (T - 1) * dh)];
}

/** (T * dh) delta z_t of the parameter's gate. */
export const deltasOf = ({ parameter, tape }: BelowScene) =>
  tape.backward.deltas[({ f: "dzF", o: "dzO", c: "dzC" } as const)[gateOf(parameter)]];

const LETTER = { W: "x_t", U: "h_{t-1}", b: "1" } as const;
const letterOf = (parameter: ParamName) => LETTER[parameter[0] as keyof typeof LETTER];

/** Which entries of the wrong gradient differ; null where nothing is broken, or it leaves this gradient as it is. */
export function wrongEntries({ tape, wrong, parameter }: BelowScene): readonly boolean[] | null {
  if (wrong === null) return null;
  const [right, other] = [tape.backward.grads[parameter], wrong.grads[parameter]];
  const off = Array.from(right, (value, k) => differs(value, other[k] ?? Number.NaN));
  return off.includes(true) ? off : null;
}

/** All numbers of the maps: a row for each entry, a column for each step. */
function table(scene: BelowScene): TemplateResult {
  const { tape, wrong, parameter, T, rows, columns } = scene;
  const size = rows * columns;
  const steps = Array.from({ length: T }, (_, t) => t);
  const number = (value: number | undefined) => html`<td>${formatNumber(value ?? Number.NaN, 5)}</td>`;
  return html`<details class="below-table">
    <summary>${words.table}</summary>
    <div class="below-scroll" tabindex="0" role="group" aria-label=${words.table}>
      <table>
        <thead><tr><th scope="col">${words.entry}</th>${steps.map((t) => html`<th scope="col">${typeset("t")} = ${t + 1}</th>`)}
          <th scope="col">${words.gradient}</th>${wrong === null ? nothing : html`<th scope="col">${words.wrong}</th>`}</tr></thead>
        <tbody>${Array.from(
          { length: size },
          (_, k) => html`<tr><th scope="row">${Math.floor(k / columns) + 1}, ${(k % columns) + 1}</th>
          ${steps.map((t) => number(nth(tape.updates.step[parameter], t, size)[k]))}
          ${number(tape.backward.grads[parameter][k])}${wrong === null ? nothing : number(wrong.grads[parameter][k])}</tr>`,
        )}</tbody>
      </table>
    </div>
  </details>`;
}

function soFarTitle({ from, T }: BelowScene): string {
  if (from > T) return words.nothingYet;
  return format(from === T ? words.soFarOne : words.soFar, { from, T });
}

export function sumsPart(scene: BelowScene, given: Given, patch: (change: Partial<CifgState>) => void): TemplateResult {
  const { tape, wrong, parameter, T, dh, rows, columns, row, column, from } = scene;
  const size = rows * columns;
  const { step, soFar } = tape.updates;
  const [inputs, deltas] = [inputsOf(scene, given), deltasOf(scene)];
  const off = wrongEntries(scene);
  const gradient = tape.backward.grads[parameter];
  const wrongGradient = off === null ? null : (wrong?.grads[parameter] ?? null);
  const most = largest([step[parameter], gradient, ...(wrongGradient === null ? [] : [wrongGradient])]);
  const name = (i: number, j: number) => format(words.entryName, { name: parameter, row: i + 1, column: j + 1 });
  const common = { rows, columns, most, picked: row * columns + column, name };
  const added = from > T ? new Float64Array(size) : nth(soFar[parameter], from - 1, size);
  const pick = (k: number) => patch({ unit: Math.floor(k / columns), sumColumn: k % columns });
  const count = off?.filter(Boolean).length ?? 0;
  const stepMap = (t: number) => {
    const dim = t < from;
    return heatMap({
      ...common,
      id: `step-${t}`,
      title: html`${typeset("t")} = ${t}${dim ? html` <span class="muted">${words.later}</span>` : nothing}`,
      label: format(words.stepLabel, { name: parameter, t }),
      values: nth(step[parameter], t - 1, size),
      margins: {
        rows: deltas.subarray((t - 1) * dh, t * dh),
        columns: Array.from({ length: columns }, (_, k) => inputs[(t - 1) * columns + k] ?? Number.NaN),
      },
      dim,
    });
  };
  return html`<h2>${words.title}</h2>
    <p class="below-about">${words.about}</p>
    <div class="stage-choices">${formulaSegments(
      "sumOf",
      words.parameter,
      parameter,
      PARAMS.map((each) => [each, each] as const),
      (sumOf) => patch({ sumOf }),
    )}</div>
    <div class="heat-maps heat-totals">
      ${heatMap({ ...common, id: "so-far", title: soFarTitle(scene), label: soFarTitle(scene), values: added, dim: from > T })}
      ${heatMap({
        ...common,
        ...{ id: "gradient", title: html`${words.gradient} ${typeset(`∂L/∂${parameter}`)}`, values: gradient, pick },
        label: format(words.gradientLabel, { name: parameter }),
      })}
      ${
        wrongGradient === null
          ? nothing
          : heatMap({
              ...common,
              ...{ id: "wrong", title: words.wrong, values: wrongGradient, off: off ?? [] },
              label: format(words.wrongLabel, { count, all: size }),
            })
      }
    </div>
    ${wrong === null ? nothing : html`<p class="below-wrong">${off === null ? words.wrongNowhere : format(words.wrongLabel, { count, all: size })}</p>`}
    <p class="below-factors">${formulasIn(words.factors, { rows: `δz_${gateOf(parameter)}`, columns: letterOf(parameter) })}</p>
    <div class="heat-maps heat-steps" tabindex="0" role="group" aria-label=${words.steps}>${Array.from({ length: T }, (_, k) => stepMap(k + 1))}</div>
    ${table(scene)}`;
}
