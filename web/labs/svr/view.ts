// The page of the SVR lab: what it puts into the slots.
import type { LabView } from "../../host/lab.ts";
import { mountMainPlot } from "../../kit/main-plot/mount.ts";
import { mountData } from "../../kit/points/data-panel.ts";
import { mountPage } from "../../kit/points/page.ts";
import { mountPointProof } from "../../kit/points/proof.ts";
import { mountStepper } from "../../kit/points/solver-path.ts";
import { mountParameters } from "./controls.ts";
import { svrData } from "./data-panel.ts";
import { edits, pickPoint } from "./edits.ts";
import { mountHideInputs } from "./hide-inputs.ts";
import { svrMainPlot } from "./main-plot/mount.ts";
import model from "./model.ts";
import { svrProof } from "./proof.ts";
import type { SvrFrame, SvrRequest } from "./request.ts";
import type { SvrState } from "./state.ts";

const view: LabView<SvrState, SvrRequest, SvrFrame> = (root, context) => {
  context.help(() => import("../../kit/points/keys.ts").then(({ keysOf }) => keysOf(edits, true)));
  return mountPage(root, context, {
    request: model.request,
    pick: pickPoint,
    plain: (request) => ({ ...request, curve: null }),
    mount(slots, page) {
      const mainPlot = mountMainPlot(slots.plot, page, svrMainPlot(page));
      const stepper = mountStepper(slots.below, page);
      return [
        page.subscribe(mainPlot.update),
        page.subscribe(stepper.update),
        mountParameters(slots.controls, context),
        mountData({ bar: slots.bar, table: slots.data, drop: document.body }, page, svrData, mainPlot),
        mountPointProof(slots.proof, page, svrProof),
        mountHideInputs([slots.plot, slots.data], context.store),
        mainPlot.dispose,
        stepper.dispose,
      ];
    },
  });
};

export default view;
