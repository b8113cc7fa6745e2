// Files of a training: a network, saved and read back, and the losses of every step.
import { STANDARD, writeCsv } from "../../host/csv-write.ts";
import { fileName } from "../../host/export-file.ts";
import { format } from "../../host/messages/format.ts";
import type { StageFile } from "../stages/stage.ts";
import type { TrainingTypes } from "./frames.ts";
import type { Network, Training } from "./training.ts";

const BINARY = "application/octet-stream";

export function networkFile<Types extends TrainingTypes>(
  { bytes }: Network<Types>,
  nameParts: readonly string[],
): StageFile {
  // A copy: the bytes in use stay what they are.
  const data = new Blob([bytes.slice()], { type: BINARY });
  return { name: fileName([...nameParts], "bin"), type: BINARY, data };
}

/** @param names of the columns: the step's, then one for each trainer */
export function lossesCsv<Types extends TrainingTypes>(
  { histories }: Training<Types>,
  names: readonly [string, ...string[]],
): string {
  const steps = (histories[0]?.losses ?? []).map((_, k) => k + 1);
  return writeCsv([...names], [steps, ...histories.map(({ losses }) => losses)], STANDARD);
}

/** {name} and {message} are filled in. */
export interface LoadWords {
  readonly loaded: string;
  readonly loadRefused: string;
  readonly readFailed: string;
}

/**
 * A network's file that is being read: its bytes become the training's network only when the solver has read them. Until then
 * the lab lets its solver read `candidate`, and calls accept() or refuse() with the result.
 */
export interface NetworkLoader {
  readonly candidate: { readonly bytes: Uint8Array; readonly name: string } | null;
  load(file: Blob & { readonly name: string }): Promise<void>;
  /** The solver has read these bytes. @returns whether they were the candidate's */
  accept(bytes: Uint8Array): boolean;
  /** The solver could not read what it was given. */
  refuse(message: string): void;
  dispose(): void;
}

/** @param changed called when there is another candidate, or none any more */
export function createNetworkLoader<Types extends TrainingTypes>(
  training: Training<Types>,
  words: LoadWords,
  notify: (text: string, tone: "plain" | "trouble") => void,
  changed: () => void,
): NetworkLoader {
  let candidate: NetworkLoader["candidate"] = null;
  let disposed = false;
  return {
    get candidate() {
      return candidate;
    },
    async load(file) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (disposed) return;
        candidate = { bytes, name: file.name };
        changed();
      } catch {
        notify(format(words.readFailed, { name: file.name }), "trouble");
      }
    },
    accept(bytes) {
      if (candidate === null || candidate.bytes !== bytes) return false;
      const { name } = candidate;
      candidate = null;
      training.adopt(bytes, name);
      notify(format(words.loaded, { name }), "plain");
      return true;
    },
    refuse(message) {
      if (candidate === null) return;
      const { name } = candidate;
      candidate = null;
      notify(format(words.loadRefused, { name, message }), "trouble");
      changed();
    },
    dispose() {
      disposed = true;
      candidate = null;
    },
  };
}
