// The equation that is lit: its letters, the numbers put in, the result.
import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { typeset } from "../../../../kit/typeset.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { type Line, type Token, type Written, written } from "./equations.ts";
import { deltaOf, QUANTITIES } from "./quantities.ts";
import { differs, type Scene } from "./scene.ts";
import { equationId } from "./scrubber.ts";

const DIGITS = 4;

/** Signs and numbers in a row; a negative number after a sign stands in parentheses. */
export function putIn(tokens: readonly Token[], sign: string): string {
  return tokens
    .map((token, k) => {
      if (typeof token === "string") return token;
      const text = formatNumber(token, DIGITS);
      const before = k === 0 ? (sign === "=" ? "(" : sign) : String(tokens[k - 1]);
      return token < 0 && !before.endsWith("(") ? `(${text})` : text;
    })
    .join("");
}

function lineOf({ of, sign, tokens }: Line): TemplateResult {
  return html`<div class="equation-line">
    <span class="equation-sign">${sign}</span><span class="equation-numbers">${putIn(tokens, sign)}</span>
    ${of === "" ? nothing : html`<span class="equation-of">${typeset(of)}</span>`}
  </div>`;
}

function twinOf({ twin }: Written): TemplateResult | typeof nothing {
  if (twin === null) return nothing;
  return html`<div class="equation-twin">
    <div class="equation-formula">${typeset(twin.formula)}</div>
    <div class="equation-line"><span class="equation-sign">=</span><span class="equation-numbers">${putIn(twin.tokens, "=")}</span></div>
    <div class="equation-line"><span class="equation-sign">=</span><b class="equation-numbers">${formatNumber(twin.result, DIGITS)}</b></div>
  </div>`;
}

/** What the broken claim has instead of the result, where that differs. */
function wrongOf({ problem, wrong, unit, lit }: Scene, result: number): TemplateResult | typeof nothing {
  if (wrong === null || lit === null || lit.pass === "forward") return nothing;
  const other = deltaOf(wrong.back, problem, lit.of, lit.t, unit);
  if (!differs(result, other)) return nothing;
  return html`<div class="equation-line equation-wrong"><span class="equation-sign">≠</span><b class="equation-numbers">${formatNumber(other, DIGITS)}</b>
    <span class="equation-of">${format(words.equation.wrong, { claim: wrong.claim })}</span></div>`;
}

export function equationCard(scene: Scene): TemplateResult {
  const { lit, unit } = scene;
  if (lit === null)
    return html`<p class="equation-none">${scene.pass === "forward" ? words.equation.noneForward : words.equation.noneBackward}</p>`;
  const all = written(scene, lit, unit);
  const id = equationId(lit);
  return html`<div class="equation" data-equation=${id} data-t=${lit.t} data-unit=${unit + 1}>
    <h2>${words.equation.names[id]}<span>${format(words.equation.place, { t: lit.t, unit: unit + 1 })}</span></h2>
    <div class="equation-formula">${typeset(all.formula)}</div>
    ${all.lines.map(lineOf)}
    <div class="equation-line equation-result">
      <span class="equation-sign">=</span><b class="equation-numbers" data-result=${all.result}>${formatNumber(all.result, DIGITS)}</b>
    </div>
    ${wrongOf(scene, all.result)} ${twinOf(all)}
    ${all.last ? html`<p class="equation-note">${words.equation.last}</p>` : nothing}
  </div>`;
}

/** The same in one sentence, for screen readers. */
export function equationSentence(scene: Scene): string {
  const { lit, unit } = scene;
  if (lit === null) return "";
  const { result } = written(scene, lit, unit);
  return format(words.equation.sentence, {
    name: words.equation.names[equationId(lit)],
    letter: lit.pass === "backward" ? `δ${QUANTITIES[lit.of].letter}` : QUANTITIES[lit.of].letter,
    ...{ t: lit.t, unit: unit + 1, result: formatNumber(result, DIGITS) },
  });
}
