// The predictions of a lab with their words, brought when they are asked for.
/// <reference types="vite/types/importMeta.d.ts" />
import type { AllQuestionWords, Prediction } from "./prediction.ts";

const tables = import.meta.glob<readonly Prediction[]>("../../labs/*/predict.ts", { import: "default" });
const texts = import.meta.glob<AllQuestionWords>("../../labs/*/messages/predict.en.ts", { import: "predict" });

export interface WordedPredictions {
  readonly table: readonly Prediction[];
  readonly words: AllQuestionWords;
}

/** @returns null where the lab has none  @throws where they do not arrive */
export async function predictionsOf(lab: string): Promise<WordedPredictions | null> {
  const [table, words] = [tables[`../../labs/${lab}/predict.ts`], texts[`../../labs/${lab}/messages/predict.en.ts`]];
  if (!table || !words) return null;
  const [all, said] = await Promise.all([table(), words()]);
  return { table: all, words: said };
}
