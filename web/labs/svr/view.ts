// The page of the SVR lab: what it puts into the slots.
import type { LabView } from "../../host/lab.ts";
import { mountPicture } from "../../kit/main-plot/mount.ts";
import { mountData } from "../../kit/points/data-panel.ts";
import { mountPage } from "../../kit/points/page.ts";
import { mountPointProof } from "../../kit/points/proof.ts";
import { mountStepper } from "../../kit/points/solver-path.ts";
import { keysOf } from "../../kit/points/words.ts";
import { mountParameters } from "./controls.ts";
import { svrData } from "./data-panel.ts";
import { plane } from "./edits.ts";
import { mountVeil } from "./hide-inputs.ts";
import { svrPicture } from "./main-plot/mount.ts";
import model from "./model.ts";
import { svrProof } from "./proof.ts";
import type { SvrFrame, SvrRequest } from "./request.ts";
import type { SvrState } from "./state.ts";

const view: LabView<SvrState, SvrRequest, SvrFrame> = (root, context) => {
  context.help(keysOf(plane));
  return mountPage(root, context, {
    request: model.request,
    plain: (request) => ({ ...request, curve: null }),
    mount(slots, parts) {
      const picture = mountPicture(slots.picture, parts, svrPicture(parts));
      const stepper = mountStepper(slots.stepper, parts);
      return [
        parts.subscribe(picture.update),
        parts.subscribe(stepper.update),
        mountParameters(slots.controls, context),
        mountData({ bar: slots.bar, table: slots.data, drop: document.body }, parts, svrData, picture),
        mountPointProof(slots.proof, context, svrProof),
        mountVeil([slots.picture, slots.data], context.store),
        picture.dispose,
        stepper.dispose,
      ];
    },
  });
};

export default view;
