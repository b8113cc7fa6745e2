// Which samples there are, in which rows and columns, and what these are called. Pure; what is sampled follows from it (request.ts).
import type { VaeState } from "../../state.ts";
import { CLASSES } from "./fields.ts";

/** Samples of one guidance. */
export interface Part {
  /** The class of each; -1: none. */
  readonly classes: readonly number[];
  readonly guidance: number;
}

/** What a row or a column has in common. */
export type Heading =
  | { readonly kind: "class"; readonly label: number }
  | { readonly kind: "guidance"; readonly guidance: number }
  | { readonly kind: "end"; readonly end: "from" | "to" }
  | { readonly kind: "none" };

export interface Arrangement {
  readonly parts: readonly Part[];
  readonly count: number;
  /** null: as many as make the images largest. */
  readonly columns: number | null;
  /** Whether its one row may be broken where its images would be too small. */
  readonly breaks?: boolean;
  /** Empty where they have nothing in common. */
  readonly columnHeadings: readonly Heading[];
  readonly rowHeadings: readonly Heading[];
}

type Fields = Pick<
  VaeState,
  | "digitsView"
  | "digitsClass"
  | "digitsCount"
  | "digitsGuidance"
  | "digitsEnds"
  | "digitsBetween"
  | "digitsFillClass"
  | "digitsFills"
>;

/** The guidances that are compared, from the same noise. */
export const GUIDANCES: readonly number[] = [0, 1, 2, 3.5, 5];
const ALL = Array.from({ length: CLASSES }, (_, label) => label);
const repeated = (count: number, label: number) => Array.from({ length: count }, () => label);
const classHeading = (label: number): Heading => ({ kind: "class", label });

/** -1 for none. */
const labelOf = (name: string) => (name === "none" ? -1 : Number(name));

function cycled(name: string, count: number): { classes: number[]; headings: Heading[] } {
  if (name !== "all") return { classes: repeated(count, labelOf(name)), headings: [] };
  return {
    classes: Array.from({ length: count }, (_, k) => k % CLASSES),
    headings: ALL.slice(0, count).map(classHeading),
  };
}

/** One guidance; ten columns where all classes are asked for. */
function grid(name: string, count: number, guidance: number): Arrangement {
  const { classes, headings } = cycled(name, count);
  return {
    ...{ parts: [{ classes, guidance }], count, rowHeadings: [] },
    ...{ columns: headings.length > 0 ? headings.length : null, columnHeadings: headings },
  };
}

function compared({ digitsClass }: Fields): Arrangement {
  const { classes, headings } = cycled(digitsClass, CLASSES);
  return {
    parts: GUIDANCES.map((guidance) => ({ classes, guidance })),
    ...{ count: GUIDANCES.length * CLASSES, columns: CLASSES, columnHeadings: headings },
    rowHeadings: GUIDANCES.map((guidance) => ({ kind: "guidance", guidance })),
  };
}

/** Between noises, a row for each class; between images no class, since the two may be of different ones. */
function between({ digitsEnds, digitsClass, digitsBetween: count, digitsGuidance }: Fields): Arrangement {
  const labels = digitsEnds === "images" ? [-1] : digitsClass === "all" ? ALL : [labelOf(digitsClass)];
  return {
    parts: labels.map((label) => ({ classes: repeated(count, label), guidance: label < 0 ? 0 : digitsGuidance })),
    ...{ count: labels.length * count, columns: count, breaks: labels.length === 1 },
    columnHeadings: Array.from({ length: count }, (_, k) =>
      k === 0 || k === count - 1 ? { kind: "end", end: k === 0 ? "from" : "to" } : { kind: "none" },
    ),
    rowHeadings: labels.length > 1 ? labels.map(classHeading) : [],
  };
}

/** @param imageLabel the class of the image that is filled in */
export function arrange(state: Fields, imageLabel: number): Arrangement {
  const { digitsView, digitsClass, digitsCount, digitsGuidance, digitsFillClass, digitsFills } = state;
  if (digitsView === "guidance") return compared(state);
  if (digitsView === "between") return between(state);
  if (digitsView === "grid") return grid(digitsClass, digitsCount, digitsGuidance);
  const name = digitsFillClass === "image" ? (imageLabel < 0 ? "none" : String(imageLabel)) : digitsFillClass;
  return grid(name, digitsFills, digitsGuidance);
}

/** Class and guidance of a sample; null where there is no such sample. */
export function sampleOf({ parts }: Arrangement, k: number): { label: number; guidance: number } | null {
  let first = 0;
  for (const { classes, guidance } of parts) {
    const label = classes[k - first];
    if (label !== undefined && k >= first) return { label, guidance };
    first += classes.length;
  }
  return null;
}
