// The page of the lab: the table of its stages, and what they share.
import type { LabView } from "../../host/lab.ts";
import { mountStages, type StageEntry } from "../../kit/stages/mount.ts";
import { mountStageProof } from "../../kit/stages/proof.ts";
import { mountData } from "./data.ts";
import { STAGES, type StageId } from "./fields.ts";
import { en } from "./messages/en.ts";
import { vaeProof } from "./proof.ts";
import type { VaeFrame, VaeRequest } from "./requests.ts";
import { TABLE, type VaeState } from "./state.ts";

type Entry = StageEntry<StageId, VaeState, VaeRequest, VaeFrame>;

const VIEWS: Readonly<Record<StageId, Entry["view"]>> = {
  bound: () => import("./stages/bound/view.ts"),
  train: () => import("./stages/train/view.ts"),
  digits: () => import("./stages/digits/view.ts"),
  compare: () => import("./stages/compare/view.ts"),
};

const view: LabView<VaeState, VaeRequest, VaeFrame> = (root, context) =>
  mountStages(root, context, {
    table: TABLE,
    stages: STAGES.map((id) => ({ id, title: en.stages[id], view: VIEWS[id] })),
    controls: [],
    words: { tabs: en.stages.label, failed: en.stageFailed, keys: en.keys },
    mountData,
    mountProof: (slot, shared) => mountStageProof(slot, shared, vaeProof),
  });

export default view;
