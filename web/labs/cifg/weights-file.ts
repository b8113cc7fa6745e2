// The cell's weights as a JSON file: written, and read back value by value. Nothing in a file is trusted.
import { format } from "../../host/messages/format.ts";
import { MAX_NUMBER, MAX_SIZE } from "./fields.ts";
import { data } from "./messages/data.en.ts";
import { PARAMS, type ProblemFields, problemOf, resized, shapeOf } from "./problem.ts";

const words = data.weights;

/** Longest file that is read, bytes: the weights of the largest network that can be trained are far below. */
export const MAX_FILE = 1_000_000;

/** The file's text: sizes, and one list of numbers for each parameter, row by row. */
export function weightsJson(problem: ProblemFields): string {
  const { dx, dh, params } = problemOf(problem);
  return `${JSON.stringify({ cell: "cifg", dx, dh, params }, null, 1)}\n`;
}

export type ReadWeights = { readonly problem: ProblemFields } | { readonly refusal: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @param name of the file  @returns the problem with the file's weights and sizes; inputs keep what fits */
export function readWeights(text: string, name: string, problem: ProblemFields): ReadWeights {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { refusal: format(words.notJson, { name }) };
  }
  const missing = (field: string) => ({ refusal: format(words.notWeights, { name, field }) });
  if (!isObject(parsed)) return missing("dx");
  const { cell, dx, dh, params } = parsed;
  if (cell !== undefined && cell !== "cifg") return { refusal: format(words.notCifg, { name }) };
  if (!Number.isInteger(dx) || Number(dx) < 1) return missing("dx");
  if (!Number.isInteger(dh) || Number(dh) < 1) return missing("dh");
  const [inputs, units] = [Number(dx), Number(dh)];
  if (inputs > MAX_SIZE || units > MAX_SIZE)
    return { refusal: format(words.size, { name, inputs, units, most: MAX_SIZE }) };
  if (!isObject(params)) return missing("params");
  const weights: number[] = [];
  for (const each of PARAMS) {
    const { rows, columns } = shapeOf(each, { dx: inputs, dh: units });
    const values: unknown = Object.hasOwn(params, each) ? params[each] : undefined;
    if (!Array.isArray(values) || values.length !== rows * columns) return missing(each);
    for (const value of values as readonly unknown[]) {
      if (typeof value !== "number" || !(Math.abs(value) <= MAX_NUMBER))
        return { refusal: format(words.range, { name, most: MAX_NUMBER }) };
      weights.push(value);
    }
  }
  return { problem: { ...resized(problem, { dx: inputs, dh: units, T: problem.T }), weights } };
}
