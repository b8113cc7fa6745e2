// The page of the SVDD lab: what it puts into the slots.
import type { LabView } from "../../host/lab.ts";
import { mountMainPlot } from "../../kit/main-plot/mount.ts";
import { mountData } from "../../kit/points/data-panel.ts";
import { mountPage } from "../../kit/points/page.ts";
import { mountPointProof } from "../../kit/points/proof.ts";
import { mountStepper } from "../../kit/points/solver-path.ts";
import { mountParameters } from "./controls.ts";
import { svddData } from "./data-panel.ts";
import { pickPoint } from "./edits.ts";
import { svddMainPlot } from "./main-plot/mount.ts";
import { en } from "./messages/en.ts";
import model from "./model.ts";
import { svddProof } from "./proof.ts";
import type { SvddFrame, SvddRequest } from "./request.ts";
import type { SvddState } from "./state.ts";

const view: LabView<SvddState, SvddRequest, SvddFrame> = (root, context) => {
  const keys = () => import("../../kit/points/keys.ts");
  context.help(async () => [...(await keys()).keysOf(svddData.edits), en.picture.keys.turn]);
  return mountPage(root, context, {
    request: model.request,
    pick: pickPoint,
    plain: (request) => ({ ...request, map: null, projection: null }),
    mount(slots, page) {
      const mainPlot = mountMainPlot(slots.plot, page, svddMainPlot(page));
      const stepper = mountStepper(slots.below, page);
      return [
        page.subscribe(mainPlot.update),
        page.subscribe(stepper.update),
        mountParameters(slots.controls, context),
        mountData({ bar: slots.bar, table: slots.data, drop: document.body }, page, svddData, mainPlot),
        mountPointProof(slots.proof, page, svddProof),
        mainPlot.dispose,
        stepper.dispose,
      ];
    },
  });
};

export default view;
