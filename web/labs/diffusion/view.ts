// The page of the diffusion lab: the table of its stages, and what they share.
import type { LabView } from "../../host/lab.ts";
import { mountStages, type StageEntry } from "../../kit/stages/mount.ts";
import { mountStageProof } from "../../kit/stages/proof.ts";
import { SHARED_GROUPS } from "./controls.ts";
import { mountData } from "./data.ts";
import { STAGES, type StageId } from "./fields.ts";
import { en } from "./messages/en.ts";
import { diffusionProof } from "./proof.ts";
import type { DiffusionFrame, DiffusionRequest } from "./requests.ts";
import { type DiffusionState, TABLE } from "./state.ts";

type Entry = StageEntry<StageId, DiffusionState, DiffusionRequest, DiffusionFrame>;

const VIEWS: Readonly<Record<StageId, Entry["view"]>> = {
  forward: () => import("./stages/forward/view.ts"),
  posterior: () => import("./stages/posterior/view.ts"),
  train: () => import("./stages/train/view.ts"),
  sample: () => import("./stages/sample/view.ts"),
  elbo: () => import("./stages/elbo/view.ts"),
};

const view: LabView<DiffusionState, DiffusionRequest, DiffusionFrame> = (root, context) =>
  mountStages(root, context, {
    table: TABLE,
    stages: STAGES.map((id) => ({ id, title: en.stages[id], view: VIEWS[id] })),
    controls: SHARED_GROUPS,
    words: { tabs: en.stages.label, failed: en.stageFailed, keys: en.keys },
    mountData,
    mountProof: (slot, shared) => mountStageProof(slot, shared, diffusionProof),
  });

export default view;
