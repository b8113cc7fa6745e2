// The keys of a main plot with points and of the solver's path, for the sheet of keys.
import { keys as words } from "../messages/keys.en.ts";
import type { Edits } from "./edits.ts";

/** @param curve whether the plot has a curve to walk along */
export function keysOf({ weight }: Pick<Edits, "weight">, curve = false): (readonly [keys: string, does: string])[] {
  const { weigh, ...keys } = words;
  const rows: (readonly [string, string])[] = [keys.arrows, keys.enter, keys.add, keys.remove, keys.escape, keys.fine];
  if (weight !== undefined) rows.push(weigh);
  if (curve) rows.push(keys.walk);
  return [...rows, keys.zoom, keys.pan, keys.all, keys.step, keys.activeSet];
}
