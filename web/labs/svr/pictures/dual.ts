// 1b: the primal falls, the dual rises, and the gap between them closes along the solver's path.
import { html } from "lit";
import { numeral } from "../../../host/numeral.ts";
import { inSolvedUnits, live, readings } from "../../../kit/claim-picture.ts";
import { drawnGap, gapEnds, gapFigure } from "../../../kit/pictures/gap.ts";
import { extent } from "../../../plot/scale.ts";
import { type MountSvrPicture, words } from "./picture.ts";

export const mountDual: MountSvrPicture = (root, context) => {
  const picture = () => context.result("1b")?.picture ?? null;
  const template = () => {
    const now = picture();
    return html`
      ${gapFigure(words.dual.caption)}
      ${
        now === null || now.primal.length === 0
          ? ""
          : readings([
              ...gapEnds(now),
              [words.dual.sum, numeral(now.sum)],
              [words.dual.beta, numeral(now.beta.length > 0 ? extent(now.beta)[0] : 0)],
            ])
      }
    `;
  };
  return live(root, context, template, () => drawnGap(root, picture, (title) => inSolvedUnits(context, title)));
};
