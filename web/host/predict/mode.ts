// Whether the open lab asks before it shows: the answers are kept from the first one on, the rest is brought.
import type { Client, LabModel, Store } from "../lab.ts";
import { en as shellWords } from "../messages/en.ts";
import type { Notify } from "../notify.ts";
import { keepAnswers } from "./answers.ts";

export interface PredictHost {
  readonly session: { readonly model: LabModel<object>; readonly store: Store<object> } | null;
  readonly notify: Notify;
}

export interface PredictMode {
  /** Before a lab is put up. */
  wish(on: boolean): void;
  /** A client of the open lab. */
  adopt(client: Pick<Client<unknown, unknown>, "onframe">): void;
  /** The lab has been put into `main`. */
  entered(main: HTMLElement): void;
  left(): void;
}

export function predictMode(host: PredictHost): PredictMode {
  let on = false;
  let changed: () => void = () => undefined;
  let close: () => void = () => undefined;
  let turn = 0;
  const answers = keepAnswers(() => changed());

  async function open(main: HTMLElement): Promise<void> {
    const { session } = host;
    const mine = ++turn;
    if (session === null) return;
    try {
      const { openPanel } = await import("./panel.ts");
      const panel = await openPanel({ main, ...session, answers, notify: host.notify }, () => mine === turn);
      if (panel) ({ changed, close } = panel);
    } catch (error) {
      console.error(error);
      host.notify(shellWords.shell.unloaded, "trouble");
    }
  }

  return {
    wish(next) {
      on = next;
    },
    adopt(client) {
      if (on) answers.adopt(client);
    },
    entered(main) {
      if (on) void open(main);
    },
    left() {
      turn++;
      close();
      [changed, close] = [() => undefined, () => undefined];
      answers.forget();
    },
  };
}
