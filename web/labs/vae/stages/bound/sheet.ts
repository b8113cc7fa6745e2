// The stage's balance sheet, and what is said of the gap.
import type { TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { balanceSheet } from "../../../../kit/balance-sheet/balance-sheet.ts";
import { bound as words } from "../../messages/bound.en.ts";
import type { BoundFrame } from "./request.ts";

const { rows: names, heads, caption } = words.sheet;

export function boundSheet({ exact, sampled }: BoundFrame, draws: number): TemplateResult {
  const row = (
    id: keyof typeof names,
    kind: "plus" | "minus" | "sum",
    role: "dual" | "primal" | "ink" | "pair" | "tube",
    value: number,
    drawn: { readonly value: number; readonly error: number },
  ) => ({ ...{ id, kind, role, name: names[id] }, exact: { value }, sampled: drawn });
  return balanceSheet({
    caption,
    heads: { exact: heads.exact, sampled: format(heads.sampled, { draws }) },
    rows: [
      row("reconstruction", "plus", "dual", exact.expectedLogLik, sampled.expectedLogLik),
      row("kl", "minus", "primal", exact.kl, sampled.kl),
      row("elbo", "sum", "ink", exact.elbo, sampled.elbo),
      row("gap", "plus", "pair", exact.gap, sampled.gap),
      row("logPx", "sum", "tube", exact.logPx, sampled.logPx),
    ],
  });
}

/** A gap below this is rounding, nats. */
export const NONE = 1e-9;
/** Of draws that count: fewer say little. */
const FEW = 10;

export function notesOf({ exact, best, sampled }: BoundFrame, draws: number): string[] {
  const [gap, least] = [formatNumber(exact.gap), formatNumber(best.gap)];
  const notes: string[] = [];
  const tilted = best.gap > NONE;
  if (exact.gap - best.gap < NONE) notes.push(tilted ? words.notes.atBest : words.notes.atExact);
  if (tilted) notes.push(format(words.notes.tilted, { least, gap }));
  else if (notes.length === 0) notes.push(format(words.notes.straight, { gap }));
  notes.push(format(words.notes.sampled, { effective: formatNumber(sampled.effective), draws }));
  if (sampled.effective < Math.min(FEW, draws)) notes.push(words.notes.few);
  return notes;
}
