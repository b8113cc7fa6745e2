// What the stage saves: the table, and all images, with all digits.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import { compare } from "../../messages/compare.en.ts";
import type { VaeStageView } from "../../stage.ts";
import { CLASSES, type JudgedSet, PIXELS, SETS, type SetId } from "./request.ts";

const words = compare.files;
type Files = ReturnType<NonNullable<VaeStageView["files"]>>;

/** Columns of the table: one row a set. */
export function figuresColumns(sets: readonly JudgedSet[]): Record<string, readonly (number | string)[]> {
  const of = <T>(value: (set: JudgedSet) => T) => sets.map(value);
  return {
    set: of(({ id }) => id),
    n: of(({ asked }) => asked.length),
    accuracy: of(({ figures }) => figures.accuracy ?? Number.NaN),
    accuracyError: of(({ figures }) => figures.accuracyError),
    effectiveClasses: of(({ figures }) => figures.effectiveClasses),
    confidence: of(({ figures }) => figures.confidence),
    medianDistance: of(({ figures }) => figures.medianDistance),
    closeDistance: of(({ figures }) => figures.closeDistance),
    nearCopies: of(({ figures }) => figures.nearCopies),
    nearCopiesError: of(({ figures }) => figures.nearCopiesError),
  };
}

/** Columns of the images of all sets, one row an image. */
export function imagesColumns(sets: readonly JudgedSet[]): Record<string, readonly (number | string)[]> {
  const of = <T>(value: (set: JudgedSet, k: number) => T) =>
    sets.flatMap((set) => set.asked.map((_, k) => value(set, k)));
  const label = ({ figures }: JudgedSet, k: number) => figures.classified.label[k] ?? Number.NaN;
  const pixels = Array.from({ length: PIXELS }, (_, p) => [
    `p${p}`,
    of((set, k) => set.pixels[k * PIXELS + p] ?? Number.NaN),
  ]);
  return {
    set: of(({ id }) => id),
    asked: of(({ asked }, k) => asked[k] ?? Number.NaN),
    read: of(label),
    probability: of((set, k) => set.figures.classified.probability[k * CLASSES + label(set, k)] ?? Number.NaN),
    // As on the page: the number in the source, from 1.
    nearest: of(({ figures }, k) => 2 * (figures.nearest.index[k] ?? Number.NaN) + 1),
    distance: of(({ figures }, k) => figures.nearest.distance[k] ?? Number.NaN),
    nearCopy: of(({ figures }, k) => figures.close[k] ?? Number.NaN),
    ...Object.fromEntries(pixels),
  };
}

export function filesOf(set: (id: SetId) => JudgedSet | null): Files {
  const sets = SETS.flatMap((id) => set(id) ?? []);
  if (sets.length === 0) return [];
  const file = (
    id: "figures" | "images",
    columns: (of: readonly JudgedSet[]) => Record<string, readonly (number | string)[]>,
  ): Files[number] => {
    const name = fileName(["digits", id === "figures" ? words.figuresName : words.imagesName], "csv");
    const make = () => {
      const all = columns(sets);
      return { name, type: "text/csv", data: writeCsv(Object.keys(all), Object.values(all), STANDARD) };
    };
    return { id, ...words[id], make };
  };
  return [file("figures", figuresColumns), file("images", imagesColumns)];
}
