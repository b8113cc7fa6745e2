// The diffusion lab's state, as one table: what the controls show, the link carries and the solver is asked for.
import type { LabContext, LabModel, StateOf, Table } from "../../host/lab.ts";
import { defaultsOf } from "../../kit/points/state.ts";
import { type ClaimsFrame, type ClaimsQuestion, claimsQuestion } from "./claims.ts";
import type { PointsFrame, PointsQuestion, StandardiseFrame, StandardiseQuestion } from "./dataset-request.ts";
import { CLAIMS, KNOTS, SHARED } from "./fields.ts";
import { claimStart, firstPreset, PRESET_IDS, type PresetId, presetFields } from "./presets.ts";
import { ELBO } from "./stages/elbo/fields.ts";
import type { ElboFrame, ElboQuestion } from "./stages/elbo/request.ts";
import { FORWARD } from "./stages/forward/fields.ts";
import type { ForwardFrame, ForwardQuestion } from "./stages/forward/request.ts";
import { POSTERIOR } from "./stages/posterior/fields.ts";
import type { PosteriorFrame, PosteriorQuestion } from "./stages/posterior/request.ts";
import { SAMPLE } from "./stages/sample/fields.ts";
import type { SampleAnswer, SampleAsked } from "./stages/sample/request.ts";
import { TRAIN } from "./stages/train/fields.ts";
import type { TrainAnswer, TrainRequest } from "./stages/train/request.ts";

export const TABLE = {
  preset: { kind: "choice", default: firstPreset, options: PRESET_IDS },
  ...SHARED,
  ...FORWARD,
  ...POSTERIOR,
  ...TRAIN,
  ...SAMPLE,
  ...ELBO,
} as const satisfies Table;

export type DiffusionState = StateOf<typeof TABLE>;

export type DiffusionRequest =
  | ForwardQuestion
  | PosteriorQuestion
  | TrainRequest
  | SampleAsked
  | ElboQuestion
  | PointsQuestion
  | StandardiseQuestion
  | ClaimsQuestion;
export type DiffusionFrame =
  | ForwardFrame
  | PosteriorFrame
  | TrainAnswer
  | SampleAnswer
  | ElboFrame
  | PointsFrame
  | StandardiseFrame
  | ClaimsFrame;
export type DiffusionContext = LabContext<DiffusionState, DiffusionRequest, DiffusionFrame>;

function fromPreset(id: PresetId): DiffusionState {
  return { ...defaultsOf(TABLE), preset: id, ...presetFields(id) };
}

const model: LabModel<DiffusionState, DiffusionRequest | null> = {
  id: "diffusion",
  table: TABLE,
  claims: CLAIMS,
  initial: () => fromPreset(firstPreset),
  base: { key: "preset", state: (value) => fromPreset(value as PresetId) },

  inconsistency({ points, schedule, knots }) {
    if (points.length % 2 !== 0) return "sizes";
    return schedule === "drawn" && knots.length !== KNOTS ? "knots" : null;
  },

  forClaim(claim) {
    const id = CLAIMS.find((known) => known === claim);
    if (id === undefined) return model.initial();
    const { preset, ...fields } = claimStart(id);
    return { ...fromPreset(preset), ...fields, claim: id };
  },

  request(state) {
    const open = CLAIMS.find((id) => id === state.claim);
    return open === undefined ? null : claimsQuestion(state, [open]);
  },
};

export default model;
