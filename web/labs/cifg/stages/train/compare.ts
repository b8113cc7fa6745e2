// "It learns" is a comparison: the networks and the naive predictors in the order of their held-out errors, and who wins.
import type { CifgBaselines } from "../../../../../wasm/lib/types.ts";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { train as words } from "../../messages/train.en.ts";
import { CELLS, type CellName } from "./fields.ts";
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

/** Cells whose error is no number any more, in the order of a race. */
export const diverged = (order: readonly Ranked[]): readonly CellName[] =>
  CELLS.filter((name) => order.some(({ cell, error }) => cell === name && !Number.isFinite(error)));

/** Which cells have diverged, and what to do; "" where none has. */
function divergence(order: readonly Ranked[]): string {
  const [first, ...more] = diverged(order);
  if (first === undefined) return "";
  const { diverged: one, divergedBoth } = words.verdict;
  return more.length > 0 ? divergedBoth : format(one, { cell: nameOf(first) });
}

/** Who wins, in sentences; "" where there is nothing to compare. A cell that has diverged comes first, whatever the other one does. */
export function verdict(order: readonly Ranked[], steps: number): string {
  const naive = order.find(({ cell }) => cell === null);
  const network = order.find(({ cell }) => cell !== null);
  if (naive === undefined) return "";
  const level = { naive: nameOf(naive.id), level: formatNumber(naive.error) };
  if (network === undefined) return format(words.verdict.untrained, level);
  const lost = divergence(order);
  if (!Number.isFinite(network.error)) return lost;
  const text = order[0] === network ? words.verdict.won : words.verdict.lost;
  const cell = nameOf(network.id);
  const won = format(text, { ...level, steps: formatCount(steps), cell, error: formatNumber(network.error) });
  return lost === "" ? won : lost + words.between.sentences + won;
}
