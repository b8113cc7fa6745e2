// The picture of each claim. Loaded when the first claim is opened.
import type { SvrClaimId } from "../../../../wasm/lib/types.ts";
import { mountDual } from "./dual.ts";
import { mountGram } from "./gram.ts";
import { mountLedger } from "./ledger.ts";
import { mountOffset } from "./offset.ts";
import type { MountSvrPicture } from "./picture.ts";
import { mountPrediction } from "./prediction.ts";
import { mountStaircase } from "./staircase.ts";
import "./pictures.css";

export const PICTURES: Readonly<Record<SvrClaimId, MountSvrPicture>> = {
  "1a": mountLedger,
  "1b": mountDual,
  "1c1": mountOffset,
  "1c2": mountStaircase,
  "1d1": mountGram,
  "1d2": mountPrediction,
};
