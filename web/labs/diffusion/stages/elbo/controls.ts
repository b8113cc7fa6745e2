// The mixture of the bridge, and its T as a number to type.
import type { ControlGroup } from "../../../../host/controls.ts";
import { elbo as words } from "../../messages/elbo.en.ts";
import type { DiffusionState } from "../../state.ts";

const elsewhere = ({ elboView }: Readonly<DiffusionState>) => elboView !== "bridge";
const { fields } = words.bridge;

export const controls: readonly ControlGroup<DiffusionState>[] = [
  {
    title: words.group,
    controls: [
      { field: "bridgeT", ...fields.bridgeT, hidden: elsewhere },
      { field: "bridgeM", ...fields.bridgeM, hidden: elsewhere },
      { field: "bridgeSd", ...fields.bridgeSd, hidden: elsewhere },
      {
        field: "elboPrinted",
        label: words.printed.toggle,
        hidden: ({ elboView }) => elboView !== "printed",
      },
    ],
  },
];
