// The plots of the claims for those who do not see them: what each shows now, and its numbers as a table under its caption.
import type { DiffusionClaimId } from "../../../../wasm/lib/types.ts";
import { readLate } from "../../../kit/stages/late-reader.ts";
import type { MountDiffusionClaimPlot } from "./context.ts";

/** The plot, read. */
export function read(id: DiffusionClaimId, mount: MountDiffusionClaimPlot): MountDiffusionClaimPlot {
  return (root, context) => {
    const remove = mount(root, context);
    const readers = [...root.querySelectorAll<HTMLElement>("figure > .claim-canvas")].map((canvas) => {
      const caption = canvas.parentElement?.querySelector("figcaption");
      const name = [...canvas.classList].find((each) => each !== "claim-canvas") ?? "";
      return readLate(canvas, caption ?? root, async () => {
        const { spokenOf } = await import("./spoken.ts");
        return spokenOf(context, id, name);
      });
    });
    const update = () => {
      for (const reader of readers) reader.update();
    };
    const unsubscribe = context.subscribe(update);
    update();
    return () => {
      unsubscribe();
      for (const reader of readers) reader.dispose();
      remove();
    };
  };
}
