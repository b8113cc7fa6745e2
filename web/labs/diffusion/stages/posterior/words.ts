// The plot in words and numbers: readings below it, notes on what may surprise, a sentence for screen readers.

import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { NumberReading } from "../../../../kit/stages/stage-elements.ts";
import { posterior as words } from "../../messages/posterior.en.ts";
import type { Scene } from "./scene.ts";

/** Digits of a place: as many as the page prints. */
const DIGITS = 6;

export function placeText(place: ArrayLike<number>, digits = 4): string {
  const numbers = Array.from(place, (value) => formatNumber(value, digits));
  return numbers.length === 1 ? (numbers[0] as string) : `(${numbers.join(", ")})`;
}

/** What the answer says, in the order of the mathematics. */
export function readingsOf({ frame, guess }: Scene): NumberReading[] {
  if (frame === null) return [];
  const { answer, best } = frame;
  const { readings: names } = words;
  const nats = (value: number) => format(names.nats, { value: formatNumber(value, DIGITS) });
  // Two pairs of numbers have to share a line.
  const digits = answer.mean.length === 1 ? 4 : 2;
  const weights = { x0: placeText(answer.shareX0, digits), xt: placeText(answer.shareXt, digits) };
  const rows: NumberReading[] = [
    { id: "mean", name: names.mean, value: placeText(answer.mean, DIGITS) },
    { id: "sd", name: names.sd, value: formatNumber(Math.sqrt(answer.variance), 4) },
    { id: "weights", name: names.weights, value: format(names.weightsText, weights) },
  ];
  if (guess !== null) {
    const { noiseForm, posteriorForm, difference } = answer;
    rows.push(
      { id: "noiseForm", name: names.noiseForm, value: placeText(noiseForm, DIGITS) },
      {
        id: "posteriorForm",
        name: names.posteriorForm,
        value: posteriorForm === null ? names.none : placeText(posteriorForm, DIGITS),
      },
      {
        id: "difference",
        name: names.difference,
        value: difference === null ? names.none : formatNumber(difference, 2),
      },
      { id: "error2", name: names.error2, value: formatNumber(answer.error2, DIGITS) },
      { id: "kl", name: names.kl, value: nats(answer.kl) },
      { id: "weighted", name: names.weighted, value: nats(answer.weightedError) },
    );
  }
  if (best !== null) rows.push({ id: "best", name: names.best, value: formatNumber(best.error2, 4) });
  return rows;
}

const outside = (place: ArrayLike<number>, view: Scene["view"]) =>
  view.some(([low, high], c) => (place[c] as number) < low || (place[c] as number) > high);

/** What may surprise. */
export function notesOf(scene: Scene): string[] {
  const { frame, view, guess, d } = scene;
  if (frame === null) return [];
  const { answer } = frame;
  const notes: string[] = [scene.point ? words.notes.first : words.notes.product];
  if (answer.x0Hat === null) notes.push(words.notes.noSignal);
  else if (guess !== null && !scene.point) notes.push(words.notes.equal);
  if (d === 2) notes.push(frame.best === null ? words.notes.noData : words.notes.best);
  const names: string[] = [];
  if (outside(scene.x0, view)) names.push(words.handles.x0);
  if (outside(scene.xt, view)) names.push(words.handles.xt);
  const tip = (noise: ArrayLike<number>) => scene.xt.map((x, c) => x + (noise[c] as number));
  if (guess !== null && outside(tip(guess), view)) names.push(words.handles.guess);
  if (outside(tip(answer.eps), view)) names.push(words.notes.epsOutside);
  if (frame.best !== null && outside(tip(frame.best.eps), view)) names.push(words.notes.bestOutside);
  if (outside(answer.likelihoodMean, view))
    names.push(format(words.notes.likelihoodOutside, { place: placeText(answer.likelihoodMean) }));
  if (names.length > 0) notes.push(format(words.notes.outside, { names: names.join(words.notes.list) }));
  return notes;
}

export function sentenceOf({ frame, point }: Scene, t: number, T: number): string {
  if (frame === null) return words.describeEmpty;
  const { answer } = frame;
  if (point) return format(words.describePoint, { T, mean: placeText(answer.mean) });
  const sd = (variance: number) => formatNumber(Math.sqrt(variance));
  return format(words.describe, {
    ...{ t, T, mean: placeText(answer.mean), sd: sd(answer.variance) },
    ...{ prior: placeText(answer.priorMean), priorSd: sd(answer.priorVariance) },
    ...{ likelihood: placeText(answer.likelihoodMean), likelihoodSd: sd(answer.likelihoodVariance) },
  });
}
