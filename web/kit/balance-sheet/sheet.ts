// What a balance sheet is made of.
import type { Role } from "../../plot/palette.ts";

/** A number, nats, and its standard error where it was drawn. */
export interface Amount {
  readonly value: number;
  readonly error?: number;
}
/** An amount, or why there is none: a word or two. */
export type Entry = Amount | { readonly missing: string };

export const COLUMNS = ["exact", "sampled"] as const;
export type Column = (typeof COLUMNS)[number];

export interface SheetRow {
  /** For tests, and to tell rows apart: such as "reconstruction", "kl", "elbo", "gap", "logPx". */
  readonly id: string;
  readonly name: string;
  /** A part that is added to what stands above it, or taken from it; or what has come together there. */
  readonly kind: "plus" | "minus" | "sum";
  readonly role: Role;
  /** Exact: in closed form or by quadrature. Sampled: by draws. */
  readonly exact: Entry;
  readonly sampled: Entry;
}

export interface BalanceSheet {
  /** What it is a sheet of, for screen readers. */
  readonly caption: string;
  readonly rows: readonly SheetRow[];
  /** Above the columns. Default: "exact" and "sampled". */
  readonly heads?: Readonly<Record<Column, string>>;
  /** The identity in words and numbers, under the table. */
  readonly identity?: string;
}
