// The worker's half of a training: it lets the trainers take turns, and makes frames.
import type { Pull } from "../../host/lab.ts";
import type { TrainerFrame, TrainerName, TrainingFrame, TrainingTypes, TrainingView } from "./frames.ts";

/** What every trainer can do; the library's are like this. */
export interface Trainer {
  /** Taken so far. */
  steps(): number;
  /** @returns (steps) the loss of each step's batch */
  advance(steps: number): Float64Array;
  /** The network, as a file holds it. */
  network(): Uint8Array;
  /** Everything: training goes on from it as if it had not stopped. */
  save(): Uint8Array;
  delete(): void;
}

/** What a lab gives: its trainers, and what it wants to know of each. */
export interface TrainingWork<Types extends TrainingTypes, Own extends Trainer> {
  /** @param saved what it goes on from; undefined: from the start */
  make(name: TrainerName<Types>, saved: Uint8Array | undefined): Own;
  /** Called once, before the first step. */
  reference(): Types["reference"];
  now(trainer: Own): Types["now"];
  shown(trainer: Own, view: Types["view"]): Types["shown"];
  /** @param network the trainer's, as a file holds it */
  whole(trainer: Own, network: Uint8Array): Types["whole"];
}

/** Frames with steps from one whole frame to the next. */
const WHOLE = 4;

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Train: a first frame before any step, then one every so many steps, and one without steps for each new view. At the end it rests:
 * the trainers are kept, and shown for other views.
 */
export function* train<Types extends TrainingTypes, Own extends Trainer>(
  request: Types["request"],
  firstView: TrainingView<Types> | undefined,
  work: TrainingWork<Types, Own>,
): Generator<TrainingFrame<Types> | null, void, Pull<TrainingView<Types>>> {
  const trainers: Own[] = [];
  const steps = () => Math.min(...trainers.map((trainer) => trainer.steps()));
  /** Steps at the newest whole frame. */
  let wholeAt = -1;

  function frame(
    view: TrainingView<Types> | undefined,
    losses: readonly Float64Array[] | null,
    whole: boolean,
    reference: Types["reference"] | null,
  ): TrainingFrame<Types> {
    const own = view?.own ?? null;
    const complete = whole || (view?.complete === true && wholeAt !== steps());
    const each = trainers.map((trainer, k): TrainerFrame<Types> => {
      const of = losses?.[k] ?? new Float64Array();
      const network = complete ? trainer.network() : null;
      return {
        ...{ losses: of, mean: meanOf(of) },
        now: losses !== null || reference !== null ? work.now(trainer) : null,
        shown: own === null ? null : work.shown(trainer, own),
        whole: network && { network, saved: trainer.save(), own: work.whole(trainer, network) },
      };
    });
    if (complete) wholeAt = steps();
    return { task: request.task, steps: steps(), reference, trainers: each };
  }

  try {
    request.trainers.forEach((name, k) => {
      trainers.push(work.make(name, request.saved?.[k]));
    });
    let pull = yield frame(firstView, null, true, work.reference());
    for (let frames = 0; ; ) {
      const left = request.steps - steps();
      if (!pull.advance) pull = yield frame(pull.view, null, false, null);
      else if (left <= 0) pull = yield null;
      else {
        const next = Math.min(request.every, left);
        const losses = trainers.map((trainer) => trainer.advance(next));
        // The first is a whole one: from there on there is a network to use.
        const whole = frames % WHOLE === 0 || next === left;
        frames += 1;
        pull = yield frame(pull.view, losses, whole, null);
      }
    }
  } finally {
    for (const trainer of trainers) trainer.delete();
  }
}
