// "It learns" is a comparison: the networks and the naive predictors in the order of their held-out errors, and who wins.
import type { CifgBaselines } from "../../../../../wasm/lib/types.ts";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { train as words } from "../../messages/train.en.ts";
import type { CellName } from "./fields.ts";
import { nameOf } from "./looks.ts";
import type { Run } from "./scene.ts";

export interface Ranked {
  readonly id: string;
  /** null: naive. */
  readonly cell: CellName | null;
  readonly error: number;
}

/** An error that is no number is the worst. */
const orderOf = (error: number) => (Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);

/** The smallest error first. */
export function ranked({ baselines }: Pick<CifgBaselines, "baselines">, runs: readonly Run[]): Ranked[] {
  const all: Ranked[] = [
    ...runs.map(({ cell, error }) => ({ id: cell, cell, error })),
    ...baselines.map(({ name, error }) => ({ id: name, cell: null, error })),
  ];
  // Equal errors: the naive predictor stands first, for a network has to be better.
  return all.sort((a, b) => orderOf(a.error) - orderOf(b.error) || Number(a.cell !== null) - Number(b.cell !== null));
}

/** Who wins, in a sentence; "" where there is nothing to compare. */
export function verdict(order: readonly Ranked[], steps: number): string {
  const naive = order.find(({ cell }) => cell === null);
  const network = order.find(({ cell }) => cell !== null);
  if (naive === undefined) return "";
  const level = { naive: nameOf(naive.id), level: formatNumber(naive.error) };
  if (network === undefined) return format(words.verdict.untrained, level);
  const cell = nameOf(network.id);
  if (!Number.isFinite(network.error)) return format(words.verdict.diverged, { cell });
  const text = order[0] === network ? words.verdict.won : words.verdict.lost;
  return format(text, { ...level, steps: formatCount(steps), cell, error: formatNumber(network.error) });
}
