// The balance sheet of the bound, for one variance of the reverse steps: what it is made of, and what it has above the entropy.
import { html, type TemplateResult } from "lit";
import { format } from "../../../../host/messages/format.ts";
import { balanceSheet } from "../../../../kit/balance-sheet/balance-sheet.ts";
import type { Entry, SheetRow } from "../../../../kit/balance-sheet/sheet.ts";
import { segments } from "../../../../kit/stages/stage-elements.ts";
import { elbo } from "../../messages/elbo.en.ts";
import { VARIANCES, type Variance } from "./fields.ts";
import type { BridgeFrame, TermsFrame } from "./request.ts";

const words = elbo.sheet;

/** A number with its standard error; 0 where it is none of draws. */
type Found = readonly [value: number, error: number];

export interface NelboParts {
  readonly by: "quadrature" | "draws";
  readonly prior: number;
  readonly reconstruction: Found;
  readonly steps: Found;
  readonly total: Found;
  readonly gap: Found;
  readonly entropy: Found;
}

/** Those of a data set: by draws where quadrature would be too large. */
export function partsOfTerms({ answer, entropy: { entropy, entropyError } }: TermsFrame, which: Variance): NelboParts {
  const { reconstruction, reconstructionError, steps, stepsError } = answer.parts[which];
  const total = { posterior: answer.posteriorTotal, forward: answer.forwardTotal, best: answer.bestTotal }[which];
  const error = { posterior: answer.posteriorError, forward: answer.forwardError, best: answer.bestError }[which];
  return {
    ...{ by: answer.by, prior: answer.prior, reconstruction: [reconstruction, reconstructionError] },
    ...{ steps: [steps, stepsError], total: [total, error], entropy: [entropy, entropyError] },
    gap: [total - entropy, Math.hypot(error, entropyError)],
  };
}

/** Those of the mixture on the line, all by quadrature. */
export function partsOfBridge({ gap, prior, entropy, parts }: BridgeFrame, which: Variance): NelboParts {
  const { reconstruction, steps } = parts[which];
  return {
    ...{ by: "quadrature", prior, reconstruction: [reconstruction, 0], steps: [steps, 0] },
    ...{ total: [gap[which] + entropy, 0], gap: [gap[which], 0], entropy: [entropy, 0] },
  };
}

export function rowsOf({ by, prior, reconstruction, steps, total, gap, entropy }: NelboParts): SheetRow[] {
  const row = (
    id: keyof typeof words.rows,
    kind: SheetRow["kind"],
    role: SheetRow["role"],
    [value, error]: Found,
    closed = false,
  ): SheetRow => {
    const shown: Entry = Number.isNaN(value) ? { missing: words.undefined } : { value, error };
    const [exact, sampled]: [Entry, Entry] =
      closed || by === "quadrature"
        ? [
            Number.isNaN(value) ? shown : { value },
            { missing: closed && by === "draws" ? words.notNeeded : words.notDrawn },
          ]
        : [{ missing: words.noQuadrature }, shown];
    return { id, kind, role, name: words.rows[id], exact, sampled };
  };
  return [
    row("prior", "plus", "primal", [prior, 0], true),
    // A chain of one step has none: their sum is 0 without any draw.
    row("steps", "plus", "pair", steps, steps[0] === 0 && steps[1] === 0),
    row("reconstruction", "plus", "dual", reconstruction),
    row("nelbo", "sum", "ink", total),
    row("gap", "minus", "above", gap),
    row("entropy", "sum", "tube", entropy),
  ];
}

/** The sheet, with the choice of the variance that it is about. */
export function sheetOf(parts: NelboParts, variance: Variance, choose: (variance: Variance) => void): TemplateResult {
  const options = Object.fromEntries(VARIANCES.map((which) => [which, elbo.terms.legend[which]])) as Record<
    Variance,
    string
  >;
  return html`<div class="elbo-sheet">
    ${segments("elboVariance", words.variance, variance, options, choose)}
    ${balanceSheet({ caption: format(words.caption, { variance: options[variance] }), rows: rowsOf(parts) })}
  </div>`;
}
