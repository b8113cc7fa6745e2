// Does the first row of a table hold names? It does where it is of another kind than what stands below it. Where that cannot be
// told it is taken for data: a row of data lost for a name is worse than a refusal, and the user can always say which it is.
import { looksNotFinite, looksNumeric } from "./number.ts";

type Cells = readonly string[];

const isNumber = (cell: string) => (looksNumeric(cell, ".") || looksNumeric(cell, ",")) && !looksNotFinite(cell);
const isText = (cell: string) => cell !== "" && !isNumber(cell) && !looksNotFinite(cell);

/** A row of names whatever is below: nothing in it reads as a number or as a missing one. */
export function isHeader(first: Cells): boolean {
  return first.every((cell) => !isNumber(cell) && !looksNotFinite(cell));
}

/** @param rows all of one table, of any width */
export function findHeader([first = [], ...below]: readonly Cells[]): boolean {
  if (isHeader(first)) return true;
  const numbers = first.filter(isNumber);
  const missing = first.some(looksNotFinite);
  // A word above numbers and numbers only, in two rows or more, is a name, whatever stands beside it.
  if (below.length > 1 && first.some((cell, k) => /^\p{L}/u.test(cell) && isText(cell) && entirely(below, k)))
    return true;
  // Numbers that name columns are years, classes, codes: whole, and all different.
  const labels = numbers.every((cell) => /^\d+$/.test(cell)) && new Set(numbers).size === numbers.length;
  if (!labels || below.length === 0) return false;
  // A word above a column of numbers; "Na" or "None" beside it is a name as well.
  if (first.some((cell, k) => isText(cell) && mostly(below, k))) return true;
  if (missing || numbers.length === 0) return false;
  // Words above words say nothing, and nor does an empty corner: here the numbers themselves have to look like names.
  const beside = first.filter((cell) => !isNumber(cell));
  const words = beside.length > 0 && beside.every((cell, k) => isText(cell) || (k === 0 && first[0] === ""));
  return words && (areYears(numbers) || (first[0] === "" && areCounted(numbers))) && !below.some(sameKind(first));
}

/** Whether most cells of a column are numbers. */
function mostly(rows: readonly Cells[], k: number): boolean {
  return (
    2 * rows.filter((row) => looksNumeric(row[k] ?? "", ".") || looksNumeric(row[k] ?? "", ",")).length > rows.length
  );
}

/** Whether all cells of a column are numbers. */
function entirely(rows: readonly Cells[], k: number): boolean {
  return rows.every((row) => isNumber(row[k] ?? ""));
}

/** 2000, 2005, 2010: two years or more in order, in steps of any size, for a survey may have left one out. */
function areYears(cells: Cells): boolean {
  const years = cells.map(Number);
  const sense = Math.sign((years[1] ?? 0) - (years[0] ?? 0));
  const ordered = years.every((year, i) => i === 0 || Math.sign(year - (years[i - 1] ?? 0)) === sense);
  return years.length > 1 && sense !== 0 && ordered && years.every((year) => year >= 1500 && year <= 2200);
}

/** 0, 1, 2: how programs name columns without names. */
function areCounted(cells: Cells): boolean {
  return cells.length > 1 && cells.every((cell, i) => Number(cell) === i);
}

/** A row whose numbers stand in the same places and look like names as well: then those of the first row are no names. */
function sameKind(first: Cells): (row: Cells) => boolean {
  return (row) => {
    const numbers = row.filter((_, k) => isNumber(first[k] ?? ""));
    return areYears(numbers) || areCounted(numbers);
  };
}
