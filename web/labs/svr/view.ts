// The page of the SVR lab: what it puts into the slots.
import type { LabView } from "../../host/lab.ts";
import { mountData } from "../../kit/data-panel.ts";
import { mountPage } from "../../kit/page.ts";
import { mountPicture } from "../../kit/picture-view.ts";
import { mountPointProof } from "../../kit/point-proof.ts";
import { mountStepper } from "../../kit/stepper-view.ts";
import { keysOf } from "../../kit/words.ts";
import { mountParameters } from "./controls-view.ts";
import { svrData } from "./data-panel.ts";
import model, { type SvrFrame, type SvrRequest, type SvrState } from "./model.ts";
import { svrPicture } from "./picture-view.ts";
import { plane } from "./plane.ts";
import { svrProof } from "./proof.ts";
import { mountVeil } from "./veil.ts";

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
