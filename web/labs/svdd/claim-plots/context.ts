// What the pictures of the SVDD lab's claims have in common.
import type { SvddClaim, SvddClaimId } from "../../../../wasm/lib/types.ts";
import type { MountPicture, PointPictureContext } from "../../../kit/claims/claim-plot.ts";
import { pictures } from "../messages/pictures.en.ts";
import type { SvddDone } from "../request.ts";
import type { SvddState } from "../state.ts";

export const words = pictures;

export type ResultOf<Id extends SvddClaimId> = Extract<SvddClaim, { id: Id }>;
export type PictureOf<Id extends SvddClaimId> = ResultOf<Id>["picture"];
export type SvddPictureContext = PointPictureContext<SvddState, SvddDone, SvddClaim>;
export type MountSvddPicture = MountPicture<SvddPictureContext>;
