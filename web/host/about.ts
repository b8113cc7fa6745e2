// What this is, its version, the fingerprint of its numbers in this browser, licence, and the notices of what it is built with.
// Loaded when asked for: the texts are long.
/// <reference types="vite/types/importMeta.d.ts" />
import { html, nothing, type TemplateResult } from "lit";
import { version } from "../../package.json";
import "./about.css";
import { openDialog } from "./dialog.ts";
import type { LabEntry } from "./entry.ts";
import { compute } from "./fingerprint/compute.ts";
import { engineName } from "./fingerprint/engine-name.ts";
import { type LabAnswer, reportOf, summaryOf } from "./fingerprint/summary.ts";
import { about as say } from "./messages/about.en.ts";
import { en as words } from "./messages/en.ts";
import { format } from "./messages/format.ts";

const licence = import.meta.glob<string>("../../LICENSE", { query: "?raw", import: "default" });
const notices = import.meta.glob<string>("../../THIRD_PARTY_NOTICES*", { query: "?raw", import: "default" });

async function textOf(files: Record<string, () => Promise<string>>): Promise<string> {
  return (await Promise.all(Object.values(files).map((read) => read()))).join("\n\n");
}

/** One row of the table: its name, the short hash, and what it comes to. */
function row(id: string, name: string, short: string, state: LabAnswer["state"]): TemplateResult {
  return html`<tr data-fingerprint=${id} data-state=${state}>
    <th scope="row">${name}</th>
    <td><code>${short === "" ? (state === "waits" ? "…" : "") : short}</code></td>
    <td class="fingerprint-state">${say.state[state]}</td>
  </tr>`;
}

function fingerprint(
  labs: readonly LabEntry[],
  answers: readonly LabAnswer[],
  copied: string | null,
  copy: () => void,
) {
  const summary = summaryOf(answers);
  return html`
    <h3>${say.fingerprint}</h3>
    <p>${say.fingerprintWhat}</p>
    <table class="fingerprint">
      <tbody>
        ${answers.map(({ lab, short, state }) => {
          const title = labs.find(({ id }) => id === lab)?.title ?? lab;
          return row(lab, title, short, state);
        })}
      </tbody>
      <tfoot>
        ${row("all", say.all, summary.short, summary.state)}
      </tfoot>
    </table>
    <p class="fingerprint-foot">
      <span class="muted">${format(say.engine, { engine: engineName(navigator.userAgent) })}</span>
      <button type="button" class="button" data-action="copy-fingerprint" ?disabled=${summary.state === "waits"} @click=${copy}>${say.copy}</button>
    </p>
    <p class="visually-hidden" role="status">${copied === "" ? say.copied : ""}</p>
    ${copied === null ? nothing : copied === "" ? html`<p class="muted" aria-hidden="true">${say.copied}</p>` : html`<label>${say.copyByHand}<textarea class="input share-text" readonly rows="8" .value=${copied}></textarea></label>`}
  `;
}

export async function openAbout(labs: readonly LabEntry[]): Promise<void> {
  const intro = html`<p class="muted">${format(say.version, { version })}</p><p>${say.what}</p>`;
  const show = openDialog(words.shell.name, intro);
  let answers: readonly LabAnswer[] = [];
  /** "": the report is on the clipboard; a text: it could not be put there. */
  let copied: string | null = null;
  let texts: TemplateResult = html``;
  const draw = () =>
    show(html`${intro}${answers.length === 0 ? nothing : fingerprint(labs, answers, copied, copy)}${texts}`);
  function copy(): void {
    const report = reportOf(answers, say.state, navigator.userAgent);
    navigator.clipboard.writeText(report).then(
      () => {
        copied = "";
        draw();
      },
      () => {
        // Frames and pages opened from a file may not write to the clipboard.
        copied = report;
        draw();
      },
    );
  }
  const computed = compute(labs, (next) => {
    answers = next;
    return draw();
  });
  try {
    const [licenceText, noticeText] = await Promise.all([textOf(licence), textOf(notices)]);
    texts = html`
      <h3>${say.licence}</h3>
      <pre>${licenceText}</pre>
      <h3>${say.notices}</h3>
      <pre>${noticeText}</pre>
    `;
  } catch {
    texts = html`<p>${say.noticesFailed}</p>`;
  }
  draw();
  await computed;
}
