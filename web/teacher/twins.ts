// Answers of different students that have too much in common for chance. What a question has for its answer (1.1025, half of
// the points on the other side) many give, rightly; a place that was dragged to has sixteen digits, and nobody else's has the same.
import { type Row, whoOf } from "./rows.ts";

/** Significant digits from which on a number was dragged or computed, not typed. */
const LONG = 7;
/** So many numbers in common, and such a share of those of the shorter answer: one alone may be a slider's notch. */
const LEAST = 2;
const SHARE = 0.5;
/** Of a row that are compared: enough for any answer, and an end for those that are made to be long. */
const MOST = 64;

const numbersIn = (fields: object): (readonly [string, number])[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      typeof each === "number" ? [[name, each] as const] : [],
    ),
  );

const isLong = (value: number): boolean => {
  const [digits = ""] = Math.abs(value).toExponential().split("e");
  return digits.length > LONG;
};

/** The long numbers of an answer, each with the name of its field, without those that the task gives to everybody. */
function ownNumbers({ entry, task }: Row): readonly string[] {
  const given = new Set(numbersIn(task?.task.start ?? {}).map(([, value]) => value));
  const own = [...numbersIn(entry.fields), ...numbersIn(entry.inputs)].filter(
    ([, value]) => isLong(value) && !given.has(value),
  );
  return [...new Set(own.map(([name, value]) => `${name}:${value}`))].slice(0, MOST);
}

/** Mark rows that share their long numbers with rows of other names, whatever else was changed. */
export function markTwins(rows: readonly Row[]): void {
  const places = new Map<string, Row[]>();
  const sizes = new Map<Row, number>();
  for (const row of rows) {
    row.twins = [];
    if (row.task === null) continue;
    const own = ownNumbers(row);
    sizes.set(row, own.length);
    for (const number of own) {
      const key = `${row.entry.lab}/${row.entry.task}/${number}`;
      const others = places.get(key) ?? [];
      others.push(row);
      places.set(key, others);
    }
  }
  const shared = new Map<Row, Map<Row, number>>();
  for (const group of places.values())
    for (const row of group)
      for (const other of group) {
        if (whoOf(other.from) === whoOf(row.from)) continue;
        const counts = shared.get(row) ?? new Map<Row, number>();
        shared.set(row, counts.set(other, (counts.get(other) ?? 0) + 1));
      }
  for (const [row, counts] of shared)
    row.twins = [...counts].flatMap(([other, count]) => {
      const shorter = Math.min(sizes.get(row) ?? 0, sizes.get(other) ?? 0);
      return count >= Math.max(LEAST, SHARE * shorter) ? [other] : [];
    });
}
