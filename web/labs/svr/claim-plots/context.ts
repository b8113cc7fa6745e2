// What the pictures of the SVR lab's claims have in common.
import type { SvrClaim, SvrClaimId } from "../../../../wasm/lib/types.ts";
import type { MountPicture, PointPictureContext } from "../../../kit/claims/claim-plot.ts";
import { pictures } from "../messages/pictures.en.ts";
import type { SvrDone } from "../request.ts";
import type { SvrState } from "../state.ts";

export const words = pictures;

export type ResultOf<Id extends SvrClaimId> = Extract<SvrClaim, { id: Id }>;
export type SvrPictureContext = PointPictureContext<SvrState, SvrDone, SvrClaim>;
export type MountSvrPicture = MountPicture<SvrPictureContext>;
