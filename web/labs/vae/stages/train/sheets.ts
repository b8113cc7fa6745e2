// The terms of the bound as balance sheets: of all held-out data, and of the one x that is looked at.
import type { VaeEvaluation, VaeEvidence, VaeTerms } from "../../../../../wasm/lib/types.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { BalanceSheet, Entry, SheetRow } from "../../../../kit/balance-sheet/sheet.ts";
import { train as words } from "../../messages/train.en.ts";
import type { Scene } from "./scene.ts";

const { sheet } = words;

/** @param missing why there is nothing exact, where there is not */
function termRows(exact: VaeTerms | null, missing: string, sampled: VaeEvaluation["sampled"] | null): SheetRow[] {
  const of = (name: keyof VaeTerms): Entry => (exact === null ? { missing } : { value: exact[name] });
  const drawn = (name: keyof VaeTerms, withError: boolean): Entry =>
    sampled === null
      ? { missing: sheet.notDrawn }
      : { value: sampled[name], ...(withError ? { error: sampled.error } : {}) };
  return [
    {
      ...{ id: "reconstruction", name: sheet.reconstruction, kind: "plus", role: "above" },
      ...{ exact: of("reconstruction"), sampled: drawn("reconstruction", true) },
    },
    { id: "kl", name: sheet.kl, kind: "minus", role: "pair", exact: of("kl"), sampled: drawn("kl", false) },
    { id: "elbo", name: sheet.elbo, kind: "sum", role: "accent", exact: of("elbo"), sampled: drawn("elbo", true) },
  ];
}

export function heldOutSheet({ progress, heldOutExact, shown }: Scene): BalanceSheet | null {
  if (progress === null) return null;
  const missing = (shown?.dz ?? 0) > 2 ? sheet.quadrature : sheet.atRest;
  return { caption: sheet.heldOut, rows: termRows(heldOutExact, missing, progress.heldOut.sampled) };
}

function evidenceRows({ gap, logPx }: VaeEvidence): SheetRow[] {
  const drawn: Entry = { missing: sheet.notDrawn };
  return [
    { id: "gap", name: sheet.gap, kind: "plus", role: "tube", exact: { value: gap }, sampled: drawn },
    { id: "logPx", name: sheet.logPx, kind: "sum", role: "ink", exact: { value: logPx }, sampled: drawn },
  ];
}

/** With log p(x) and the gap, where they can be found. */
export function lookedSheet({ inspected }: Scene): BalanceSheet | null {
  if (inspected === null) return null;
  const { evidence, evaluation } = inspected;
  const rows = termRows(evidence, sheet.quadrature, evaluation.sampled);
  if (evidence === null) return { caption: sheet.looked, rows };
  const text = (value: number) => formatNumber(value, 5);
  const { logPx, elbo, gap } = evidence;
  const identity = format(sheet.identity, { logPx: text(logPx), elbo: text(elbo), gap: text(gap) });
  return { caption: sheet.looked, rows: [...rows, ...evidenceRows(evidence)], identity };
}
