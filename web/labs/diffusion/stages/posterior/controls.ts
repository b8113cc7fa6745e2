// The places as numbers to type.
import type { ControlGroup, ControlSpec } from "../../../../host/controls.ts";
import { posterior as words } from "../../messages/posterior.en.ts";
import type { DiffusionState } from "../../state.ts";

const inLine = ({ dims }: Readonly<DiffusionState>) => dims === "1";
const { fields } = words;

export function controlsOf(): readonly ControlGroup<DiffusionState>[] {
  const places: readonly ControlSpec<DiffusionState>[] = [
    { field: "x0x", ...fields.x0x },
    { field: "x0y", ...fields.x0y, hidden: inLine },
    { field: "xtx", ...fields.xtx },
    { field: "xty", ...fields.xty, hidden: inLine },
    { field: "guessX", ...fields.guessX, hidden: ({ guess }) => !guess },
    { field: "guessY", ...fields.guessY, hidden: (state) => !state.guess || inLine(state) },
  ];
  return [{ title: words.group, controls: places }];
}
