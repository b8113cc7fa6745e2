// What a stage gives the page, and what it is given. A stage is a folder of stages/: its fields, its question and answer
// (fields.ts, question.ts), the worker's half (solve.ts), and the page's (view.ts, loaded when the stage is opened).
import type { ControlGroup } from "../../host/controls.ts";
import type { Client } from "../../host/lab.ts";
import type { DiffusionContext, DiffusionFrame, DiffusionRequest, DiffusionState } from "../../labs/diffusion/model.ts";

export interface StageSlots {
  /** The picture: fill it. */
  readonly picture: HTMLElement;
  /** A strip below it: a player, lanes. */
  readonly strip: HTMLElement;
}

export interface StageParts {
  readonly context: DiffusionContext;
  /**
   * A wire that outlives the stage: what trains there goes on while another stage is looked at. The same one at every call
   * with the same name.
   */
  wire(name: string): Client<DiffusionRequest, DiffusionFrame>;
  /** What outlives the stages and is theirs together: made at the first call with a name, disposed of with the lab. */
  keep<T extends { dispose(): void }>(name: string, make: () => T): T;
  /** For tests and style sheets: whether what is drawn answers the present question. */
  settled(current: boolean): void;
}

export interface StageView {
  /** The stage's own parameters; they stand above the data's and the schedule's. */
  readonly controls: readonly ControlGroup<DiffusionState>[];
  /** What the picture shows, as files; null before there is anything. */
  toPng(): Promise<Blob> | null;
  toSvg(): string | null;
  /** Further files that this stage can save. */
  files?(): readonly {
    readonly id: string;
    readonly label: string;
    readonly hint: string;
    readonly make: () => StageFile | Promise<StageFile>;
  }[];
  dispose(): void;
}

export interface StageFile {
  readonly name: string;
  readonly type: string;
  readonly data: string | Blob;
}

/** Put a stage into its slots. */
export type MountStage = (slots: StageSlots, parts: StageParts) => StageView;
