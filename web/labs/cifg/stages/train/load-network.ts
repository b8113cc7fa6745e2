// A network from a file: a training of it begins, and waits before its first step. What cannot be loaded is said by its code, and
// everything stays as it was.
import { format } from "../../../../host/messages/format.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import type { CifgStageContext } from "../../stage.ts";
import type { BeginningKeeper } from "./begin.ts";
import { TRAIN } from "./fields.ts";
import { type FileProblem, fileSentence, MAX_NETWORK_FILE, readBytes, readNetwork } from "./network-file.ts";
import { type TrainTypes, trainRequest, type WeightsFrame } from "./request.ts";
import { type ReadNetwork, Unread } from "./weights.ts";

export interface NetworkLoader {
  load(file: File): Promise<void>;
  dispose(): void;
}

/** @param read the library's reader of files */
export function createNetworkLoader(
  { store, notify }: Pick<CifgStageContext, "store" | "notify">,
  training: Training<TrainTypes>,
  beginning: BeginningKeeper,
  read: ReadNetwork,
): NetworkLoader {
  let disposed = false;

  /** @returns the network, or why there is none; null where another file has been chosen meanwhile */
  async function readFile(file: File): Promise<WeightsFrame | FileProblem | null> {
    if (file.size > MAX_NETWORK_FILE) return { code: "too-large" };
    const json = /\.json$/i.test(file.name);
    const content = await (json ? file.text() : file.arrayBuffer()).catch(() => null);
    if (content === null) return { code: "unreadable" };
    const parsed = typeof content === "string" ? readNetwork(content) : readBytes(new Uint8Array(content));
    if ("problem" in parsed) return parsed.problem;
    try {
      return await read(parsed.network);
    } catch (error) {
      const why = error instanceof Unread ? error.why : "stopped";
      if (why === "superseded") return null;
      return { code: why === "refused" ? (json ? "not-network" : "damaged") : "stopped" };
    }
  }

  async function load(file: File): Promise<void> {
    const { name } = file;
    const made = await readFile(file);
    if (disposed || made === null) return;
    if ("code" in made) {
      notify(fileSentence(name, made), "trouble");
      return;
    }
    const { cell, dh: units } = made.weights;
    const most = TRAIN.units.max;
    if (units > most) {
      notify(fileSentence(name, { code: "too-wide", units, wanted: most }), "trouble");
      return;
    }
    beginning.now = { bytes: made.network, name, cell, units };
    store.patch({ cells: cell, units });
    const request = trainRequest(store.state, beginning.now);
    if (request !== null) training.start(request, true);
    notify(format(words.loaded, { name }), "plain");
  }

  return {
    load,
    dispose() {
      disposed = true;
    },
  };
}
