// The menu of data sets that come with a lab.

export type PresetGroup = "real" | "teaching";

/** An entry of the menu. */
export interface PresetInfo<Id extends string = string> {
  readonly id: Id;
  readonly group: PresetGroup;
  readonly title: string;
  /** What it shows, and its source; left out: in a file that is loaded when the data set is chosen. */
  readonly about?: string;
  readonly source?: string;
}

/** By data set. */
export type Abouts = Readonly<Record<string, { readonly about: string; readonly source: string }>>;
