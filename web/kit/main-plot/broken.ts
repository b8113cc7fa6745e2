// How a broken claim looks in a main plot: what its broken certificate gives is dashed, in the colour of "fail", and the solver's
// own answer below it is faded.
import { format } from "../../host/messages/format.ts";
import type { Style } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { LegendItem } from "../charts/legend.ts";
import { en } from "../messages/en.ts";
import type { Broken } from "../points/request.ts";

/** Opacity of the solver's answer below a broken one. */
export const FADED = 0.3;

/** A line of the broken answer, and the outline of a mark. */
export const brokenLine = (theme: Theme): Style => ({ stroke: theme.fail, width: 2.25, dash: [7, 4] });
export const brokenMark = (theme: Theme): Style => ({ stroke: theme.fail, width: 1.75 });

/** What a scene shows as broken. */
export interface NamedBroken extends Broken {
  /** The name of the mistake, "" while it is not known. */
  readonly name: string;
}

/** The name is read from the words of open claims, which come later than the first picture. */
export function named<B extends Broken>(
  broken: B | null,
  mistakeName: (claim: string, mistake: string) => string,
): (B & NamedBroken) | null {
  return broken && { ...broken, name: mistakeName(broken.claim, broken.mistake) };
}

/** The last item of the legend: the broken claim. While it is intact its place is kept, so that breaking it moves nothing. */
export function brokenItems(open: string, broken: NamedBroken | null): LegendItem[] {
  const longest = format(en.picture.broken, { claim: open });
  if (broken !== null) {
    const more = broken.name === "" ? "" : format(en.picture.brokenBy, { name: broken.name });
    return [{ swatch: { line: "fail", dash: [5, 3] }, text: longest, more }];
  }
  return open === "none" ? [] : [{ swatch: null, text: "", longest }];
}

/** What is added to the sentence of the plot. */
export function brokenSentence(broken: NamedBroken | null): string {
  if (broken === null) return "";
  const by = broken.name === "" ? "" : format(en.picture.brokenBy, { name: broken.name });
  return format(en.picture.describeBroken, { claim: broken.claim, by });
}
