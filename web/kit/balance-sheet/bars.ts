// Where the bars of a balance sheet stand: layout only, no mathematics of its own.
import { extent, linear, padded } from "../../plot/scale.ts";
import type { Amount, Column, Entry, SheetRow } from "./sheet.ts";

/** Shares of the width, 0..1; the error about the bar's end, null where there is none. */
export interface SheetBar {
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface SheetBars {
  /** Of each row; null where a column has no number there, or one that no bar can show. */
  readonly bars: readonly Readonly<Record<Column, SheetBar | null>>[];
  readonly zero: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly error: number;
}

const amountOf = (entry: Entry): Amount | null => ("value" in entry && Number.isFinite(entry.value) ? entry : null);

/**
 * From where to where each bar of a column goes, nats. A part begins where the one above it ends. What a column has not is taken from
 * the other one for this, and not drawn; after what neither has, no part has a place.
 */
function spans(rows: readonly SheetRow[], column: Column): (Span | null)[] {
  const other = column === "exact" ? "sampled" : "exact";
  let end: number | null = 0;
  return rows.map((row) => {
    const own = amountOf(row[column]);
    const amount = own ?? amountOf(row[other]);
    const from: number | null = row.kind === "sum" ? 0 : end;
    if (amount === null || from === null) {
      end = null;
      return null;
    }
    const to: number = row.kind === "minus" ? from - amount.value : from + amount.value;
    end = to;
    const { error = 0 } = amount;
    return own === null ? null : { from, to, error: Number.isFinite(error) ? error : 0 };
  });
}

/** Few: their numbers stand side by side where a sheet is narrow. */
const TICKS = 3;

export function barsOf(rows: readonly SheetRow[]): SheetBars {
  const found = { exact: spans(rows, "exact"), sampled: spans(rows, "sampled") };
  const all = [...found.exact, ...found.sampled].flatMap((span) =>
    span === null ? [] : [span.from, span.to, span.to - span.error, span.to + span.error],
  );
  const domain = padded(extent([0, ...all]), 0.03);
  const scale = linear(domain, [0, 1]);
  const text = scale.format(TICKS);
  const bar = (span: Span | null | undefined): SheetBar | null => {
    if (!span) return null;
    const ends = span.error > 0 ? ([span.to - span.error, span.to + span.error] as const) : null;
    return {
      ...{ from: scale(span.from), to: scale(span.to) },
      ...{ low: ends === null ? null : scale(ends[0]), high: ends === null ? null : scale(ends[1]) },
    };
  };
  return {
    bars: rows.map((_, k) => ({ exact: bar(found.exact[k]), sampled: bar(found.sampled[k]) })),
    zero: scale(0),
    ticks: scale.ticks(TICKS).map((value) => ({ at: scale(value), text: text(value) })),
  };
}
