// The plots' numbers as tables: the codes, and the bound along the way.
import { html, type TemplateResult } from "lit";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { train as words } from "../../messages/train.en.ts";
import { classText } from "./looks.ts";
import type { Scene } from "./scene.ts";
import { subscript } from "./subscript.ts";

const { tables } = words;
/** Rows of the codes: the file has all of them. */
const MOST = 200;

function codesTable({ shown, points }: Pick<Scene, "shown" | "points">): TemplateResult {
  if (shown === null || points === null) return html``;
  const { dz, mu, logVar } = shown;
  const rows = Math.min(MOST, points.n);
  const latents = Array.from({ length: dz }, (_, j) => j);
  const labelled = points.labels.length > 0;
  return html`<div class="vae-table" tabindex="0"><table>
    <caption>${format(tables.codesCaption, { shown: formatCount(rows), n: formatCount(points.n) })}</caption>
    <thead><tr>
      <th scope="col">${tables.position}</th>${labelled ? html`<th scope="col">${tables.label}</th>` : ""}
      ${latents.map((j) => html`<th scope="col">μ${subscript(j + 1)}</th>`)}${latents.map((j) => html`<th scope="col">log σ²${subscript(j + 1)}</th>`)}
    </tr></thead>
    <tbody>${Array.from(
      { length: rows },
      (_, i) => html`<tr>
        <th scope="row">${i + 1}</th>${labelled ? html`<td>${classText(points.labels[i] ?? -1)}</td>` : ""}
        ${latents.map((j) => html`<td>${formatNumber(mu[i * dz + j] as number, 4)}</td>`)}
        ${latents.map((j) => html`<td>${formatNumber(logVar[i * dz + j] as number, 4)}</td>`)}
      </tr>`,
    )}</tbody>
  </table></div>`;
}

function boundTable({ track }: Pick<Scene, "track">): TemplateResult {
  return html`<div class="vae-table" tabindex="0"><table>
    <caption>${tables.boundCaption}</caption>
    <thead><tr><th scope="col">${tables.step}</th><th scope="col">${tables.heldOut}</th><th scope="col">${tables.training}</th></tr></thead>
    <tbody>${track.steps.map(
      (step, k) => html`<tr>
        <th scope="row">${formatCount(step)}</th>
        <td>${formatNumber(track.heldOut[k] as number, 5)}</td><td>${formatNumber(track.training[k] as number, 5)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
}

/** Folded tables; one that is closed costs nothing. @param changed called when one is opened or closed */
export function foldedTables(changed: () => void): (scene: Scene) => TemplateResult {
  const open = { codes: false, bound: false };
  const fold = (name: keyof typeof open, title: string, content: () => TemplateResult) => html`<details
    class="vae-details" data-table=${name} .open=${open[name]}
    @toggle=${(event: Event) => {
      const now = (event.currentTarget as HTMLDetailsElement).open;
      if (now === open[name]) return;
      open[name] = now;
      changed();
    }}
  ><summary>${title}</summary>${open[name] ? content() : ""}</details>`;
  return (scene) => html`
    ${fold("codes", tables.codes, () => codesTable(scene))}
    ${fold("bound", tables.bound, () => boundTable(scene))}
  `;
}
