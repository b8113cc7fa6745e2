// The page of the lab: the table of its stages, and what they share.
import type { LabView } from "../../host/lab.ts";
import { mountStages, type StageEntry } from "../../kit/stages/mount.ts";
import { mountStageProof } from "../../kit/stages/proof.ts";
import { mountData } from "./data.ts";
import { STAGES, type StageId } from "./fields.ts";
import { en } from "./messages/en.ts";
import { cifgProof } from "./proof.ts";
import type { CifgFrame, CifgRequest } from "./requests.ts";
import { type CifgState, TABLE } from "./state.ts";

type Entry = StageEntry<StageId, CifgState, CifgRequest, CifgFrame>;

const VIEWS: Readonly<Record<StageId, Entry["view"]>> = {
  cell: () => import("./stages/cell/view.ts"),
  flow: () => import("./stages/flow/view.ts"),
  train: () => import("./stages/train/view.ts"),
};

const view: LabView<CifgState, CifgRequest, CifgFrame> = (root, context) =>
  mountStages(root, context, {
    table: TABLE,
    stages: STAGES.map((id) => ({ id, title: en.stages[id], view: VIEWS[id] })),
    controls: [],
    words: { tabs: en.stages.label, failed: en.stageFailed, keys: en.keys },
    mountData,
    mountProof: (slot, shared) => mountStageProof(slot, shared, cifgProof),
  });

export default view;
