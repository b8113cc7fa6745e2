// The task, the cells and their training, in the order in which they are chosen.
import type { ControlGroup } from "../../../../host/controls.ts";
import { train as words } from "../../messages/train.en.ts";
import type { CifgState } from "../../state.ts";
import { SEASONS } from "./series.ts";

const { params, groups } = words;

const isSeries = ({ task }: Readonly<CifgState>) => task === "series";
const isRace = ({ cells }: Readonly<CifgState>) => cells === "race";
/** A stored series brings its season along; an own one keeps what is set. */
const seasonOf = (series: unknown) => (series === "own" ? {} : { season: SEASONS[series as keyof typeof SEASONS] });

export const controls: readonly ControlGroup<CifgState>[] = [
  {
    title: groups.task,
    controls: [
      { field: "task", ...params.task },
      { field: "series", ...params.series, hidden: (state) => !isSeries(state), also: seasonOf },
      { field: "window", ...params.window, hidden: (state) => !isSeries(state) },
      { field: "horizon", ...params.horizon, hidden: (state) => !isSeries(state) },
      { field: "split", ...params.split, hidden: (state) => !isSeries(state) },
      { field: "season", ...params.season, hidden: (state) => !isSeries(state) },
      { field: "taskT", ...params.taskT, hidden: isSeries },
      { field: "delay", ...params.delay, hidden: ({ task }) => task !== "copy" },
    ],
  },
  {
    title: groups.cells,
    controls: [
      { field: "cells", ...params.cells },
      { field: "units", ...params.units },
      { field: "equal", ...params.equal, hidden: (state) => !isRace(state) },
      { field: "startBias", ...params.startBias },
    ],
  },
  {
    title: groups.training,
    controls: [
      { field: "trainSteps", ...params.trainSteps },
      { field: "batch", ...params.batch },
      { field: "learningRate", ...params.learningRate },
      { field: "clip", ...params.clip },
      { field: "truncate", ...params.truncate },
      { field: "trainSeed", ...params.trainSeed },
    ],
  },
];
