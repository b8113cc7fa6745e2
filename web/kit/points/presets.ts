// The menu of data sets that come with a lab.

export type PresetGroup = "real" | "teaching";

/** An entry of the menu. */
export interface PresetInfo<Id extends string = string> {
  readonly id: Id;
  readonly group: PresetGroup;
  readonly title: string;
  /** What it shows. */
  readonly about: string;
  readonly source: string;
}
