// The page of the SVDD lab: what it puts into the slots.
import type { LabView } from "../../host/lab.ts";
import { mountPicture } from "../../kit/main-plot/mount.ts";
import { mountData } from "../../kit/points/data-panel.ts";
import { mountPage } from "../../kit/points/page.ts";
import { mountPointProof } from "../../kit/points/proof.ts";
import { mountStepper } from "../../kit/points/solver-path.ts";
import { keysOf } from "../../kit/points/words.ts";
import { mountParameters } from "./controls.ts";
import { svddData } from "./data-panel.ts";
import { svddPicture } from "./main-plot/mount.ts";
import { en } from "./messages/en.ts";
import model from "./model.ts";
import { svddProof } from "./proof.ts";
import type { SvddFrame, SvddRequest } from "./request.ts";
import type { SvddState } from "./state.ts";

const view: LabView<SvddState, SvddRequest, SvddFrame> = (root, context) => {
  context.help([...keysOf(svddData.plane), en.picture.keys.turn]);
  return mountPage(root, context, {
    request: model.request,
    plain: (request) => ({ ...request, map: null, projection: null }),
    mount(slots, parts) {
      const picture = mountPicture(slots.picture, parts, svddPicture(parts));
      const stepper = mountStepper(slots.stepper, parts);
      return [
        parts.subscribe(picture.update),
        parts.subscribe(stepper.update),
        mountParameters(slots.controls, context),
        mountData({ bar: slots.bar, table: slots.data, drop: document.body }, parts, svddData, picture),
        mountPointProof(slots.proof, context, svddProof),
        picture.dispose,
        stepper.dispose,
      ];
    },
  });
};

export default view;
