// What the numbers say, in sentences: the promise of the product of f beside what is measured, and how the gradient
// fares.
import type { FlowOf } from "../../../../../wasm/lib/types.ts";
import { format } from "../../../../host/messages/format.ts";
import { flow as words } from "../../messages/flow.en.ts";
import { powerText } from "./log-number.ts";
import { at, CELLS, type CellName, LIMITS, type Scene, type StepField } from "./scene.ts";

const TWICE = Math.log10(2);
const TENFOLD = 1;
const subscript = (t: number) => [...String(t)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");

/** Which of the sentences about the horizon holds. @param product, measured, throughH log10 of the three norms */
export function verdictOf(product: number, measured: number, throughH: number): keyof typeof words.horizon {
  if (throughH === Number.NEGATIVE_INFINITY) return measured === throughH ? "nothing" : "exact";
  if (measured === Number.NEGATIVE_INFINITY) return "nothing";
  if (measured - product >= TENFOLD) return "almostAll";
  if (measured - product > TWICE) return "most";
  if (product - measured > TWICE) return "less";
  return throughH - product <= -TENFOLD ? "right" : "close";
}

function horizonSentence(name: CellName, cell: FlowOf, t: number, T: number): string {
  const texts = words.horizon;
  const title = words.cells[name];
  if (t === T) return format(texts.end, { cell: title });
  const [product, measured, throughH] = [
    at(cell, "logHorizonThroughCell", t),
    at(cell, "logHorizon", t),
    at(cell, "logHorizonThroughH", t),
  ];
  // "c_1" in the message is written with the number of the step.
  const values = { cell: title, t: "\u0000", product: powerText(product), measured: powerText(measured), throughH: powerText(throughH) }; // biome-ignore format: one line
  const said = [texts.promise, texts[verdictOf(product, measured, throughH)]].map((text) => format(text, values));
  const sentence = said.join(words.between.sentences);
  return sentence.replaceAll("c_\u0000", `c${subscript(t)}`);
}

/** Within this many decades a gradient is kept. */
const KEPT = 0.5;

function trendSentence(name: CellName, cell: FlowOf): string {
  const texts = words.trend;
  const title = words.cells[name];
  const [first, last] = [cell.logDc[0] as number, cell.logDc.at(-1) as number];
  if (first === Number.NEGATIVE_INFINITY) return format(texts.zero, { cell: title });
  const decades = first - last;
  const kind = Math.abs(decades) <= KEPT ? "keeps" : decades < 0 ? "vanishes" : "grows";
  const factor = powerText(kind === "vanishes" ? -decades : decades, 2);
  const under = cell.logDc.filter((value) => value <= LIMITS.float.least).length;
  const over = cell.logDc.filter((value) => value > LIMITS.float.most).length;
  return [
    format(texts[kind], { cell: title, factor }),
    ...(under > 0 ? [format(texts.floatZero, { count: under })] : []),
    ...(over > 0 ? [format(texts.floatOver, { count: over })] : []),
  ].join(words.between.sentences);
}

/** One for each cell, about what the open view shows. */
export function sentencesOf({ answer, view, t, T }: Scene): string[] {
  return CELLS.map((name) =>
    view === "memory" ? horizonSentence(name, answer[name], t, T) : trendSentence(name, answer[name]),
  );
}

/** The cursor as a slider's value: its step, and what both cells have there. */
export function cursorText({ answer, view, t, T }: Scene): string {
  const of = (name: CellName) => {
    const here = (field: StepField) => powerText(at(answer[name], field, t));
    return format(words.cursor[view], {
      ...{ cell: words.cells[name], value: here(view === "memory" ? "logHorizon" : "logDc") },
      product: here("logHorizonThroughCell"),
    });
  };
  return format(words.handle.at, { t, T, cifg: of("cifg"), lstm: of("lstm") });
}

/** For those who do not see the picture. */
export function description({ answer, view, T }: Scene): string {
  const of = (name: CellName) => {
    const cell = answer[name];
    const title = words.cells[name];
    return view === "memory"
      ? format(words.describeMemory, {
          cell: title,
          measured: powerText(cell.logHorizon[0] as number),
          product: powerText(cell.logHorizonThroughCell[0] as number),
        })
      : format(words.describeGradient, {
          ...{ cell: title, T },
          last: powerText(cell.logDc.at(-1) as number),
          first: powerText(cell.logDc[0] as number),
        });
  };
  return format(words.describe, { T, cifg: of("cifg"), lstm: of("lstm") });
}
