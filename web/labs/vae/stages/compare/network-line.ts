// Whose images the diffusion's are, where they are not those of the network that comes with the page.
import { formatCount } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { compare } from "../../messages/compare.en.ts";
import type { Denoiser } from "../digits/denoiser.ts";

const { doing: words } = compare;

/** "" for the page's own network. */
export function networkLine(used: Pick<Denoiser, "from"> | null): string {
  if (used === null || used.from.kind === "shipped") return "";
  const { from } = used;
  return from.kind === "file"
    ? format(words.file, { name: from.name })
    : format(words.trained, { steps: formatCount(from.steps) });
}
