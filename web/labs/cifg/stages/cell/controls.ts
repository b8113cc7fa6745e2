// The sizes of the cell. What both sizes have of every matrix stays.
import type { ControlGroup, ControlSpec } from "../../../../host/controls.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { resized, type Sizes } from "../../problem.ts";
import type { CifgState } from "../../state.ts";

function size(field: keyof Sizes): ControlSpec<CifgState> {
  return {
    field,
    ...words.sizes[field],
    also: (value, { dx, dh, T, weights, x, h0, c0, g }) =>
      resized({ dx, dh, T, weights, x, h0, c0, g }, { dx, dh, T, [field]: value as number }),
  };
}

export const controls: readonly ControlGroup<CifgState>[] = [
  { title: words.sizes.group, controls: [size("dx"), size("dh"), size("T")] },
];
