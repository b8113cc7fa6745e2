// A network from a file, which a training begins with: kept while other stages are looked at, and no part of a link.
import type { CifgState } from "../../state.ts";
import type { CellName } from "./fields.ts";

export interface Beginning {
  readonly bytes: Uint8Array;
  /** Of its file. */
  readonly name: string;
  readonly cell: CellName;
  readonly units: number;
}

export interface BeginningKeeper {
  now: Beginning | null;
  dispose(): void;
}

/** Whether a training with these settings begins with it: it is one cell of that width. */
export function fitsBeginning(beginning: Beginning | null, { cells, units }: Pick<CifgState, "cells" | "units">) {
  return beginning !== null && beginning.cell === cells && beginning.units === units;
}
