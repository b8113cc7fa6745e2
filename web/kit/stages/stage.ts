// The contract of a stage: what it is given and what it gives. A lab of stages has a folder for each: its part of the state
// (fields.ts), its requests and frames (request.ts), the worker's half (worker.ts), and the page's half (view.ts, loaded when the
// stage is opened).
import type { ControlGroup } from "../../host/controls.ts";
import type { Client, LabContext } from "../../host/lab.ts";
import type { Surface } from "../../plot/surface.ts";

export interface StageSlots {
  /** The main plot. */
  readonly plot: HTMLElement;
  /** Below it: a player, small plots, tables. */
  readonly below: HTMLElement;
}

/** What the stages of a lab share; made once for the lab. */
export interface StageContext<State, Request, Frame> extends LabContext<State, Request, Frame> {
  /**
   * A client that outlives the stage: what it computes goes on while another stage is looked at. The same one at every call
   * with the same name.
   */
  namedClient(name: string): Client<Request, Frame>;
  /** An object that outlives the stages: made at the first call with a name, disposed of with the lab. */
  keep<T extends { dispose(): void }>(name: string, make: () => T): T;
  /** For tests and style sheets: whether what is drawn answers the newest request. */
  settled(current: boolean): void;
}

export interface StageView<State> {
  /** The stage's own parameters; they stand above those that all stages share. */
  readonly controls: readonly ControlGroup<State>[];
  /** The plot; null before there is anything on it. */
  picture(): Surface | null;
  /** Further files that this stage can save. */
  files?(): readonly StageFileItem[];
  dispose(): void;
}

export interface StageFileItem {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly make: () => StageFile | Promise<StageFile>;
}

export interface StageFile {
  readonly name: string;
  readonly type: string;
  readonly data: string | Blob;
}

/** Puts a stage into its slots. */
export type MountStage<State, Request, Frame> = (
  slots: StageSlots,
  context: StageContext<State, Request, Frame>,
) => StageView<State>;
