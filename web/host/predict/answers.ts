// The newest answer of each kind, of each of the open lab's solvers. It listens from the lab's first answer on: a prediction is about what is
// already on screen, too.
import type { Client } from "../lab.ts";
import type { Answer } from "../tour/step.ts";

export interface Answers {
  /** A client of the open lab. */
  adopt(client: Pick<Client<unknown, unknown>, "onframe">): void;
  /** The newest of each kind. */
  readonly all: readonly Answer[];
  /** The lab has been left. */
  forget(): void;
}

/** Stages name their task, labs of points the phase of a run. */
function kindOf(frame: unknown): string {
  const { task, phase, view } = Object(frame);
  return [task, phase, view].map(String).join(" ");
}

export function keepAnswers(changed: () => void): Answers {
  let newest = new Map<object, Map<string, Answer>>();
  return {
    adopt(client) {
      const own = new Map<string, Answer>();
      newest.set(client, own);
      client.onframe((frame, request) => {
        if (newest.get(client) !== own) return;
        own.set(kindOf(frame), { request, frame });
        changed();
      });
    },
    get all() {
      return [...newest.values()].flatMap((own) => [...own.values()]);
    },
    forget() {
      newest = new Map();
    },
  };
}
