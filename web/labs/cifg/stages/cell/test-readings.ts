// What tests read of the tape: numbers as they were computed, and where they stand.
import { listed, type TestReadings } from "../../../../kit/test-readings.ts";
import type { Tape } from "./layout.ts";
import { COMPUTED } from "./quantities.ts";
import { type Scene, shown, wrongDeltas } from "./scene.ts";
import { equationId } from "./scrubber.ts";

export function readingsForTests(scene: Scene | null, tape: Tape | null): TestReadings {
  if (scene === null || tape === null) return {};
  const { problem, states, back, pass, at, lit, unit } = scene;
  const drawn = COMPUTED.flatMap((id) => Array.from({ length: problem.T }, (_, k) => shown(scene, id, k + 1, unit)));
  const place = tape.blocks.flatMap(({ id, t, x, y, width, height }) =>
    lit !== null && id === lit.of && t === lit.t ? [x + width / 2, y + height / 2] : [],
  );
  return {
    ...{ pass, at, unit, equation: lit === null ? "" : equationId(lit), t: lit?.t ?? 0, loss: back.loss },
    ...{
      f: listed(states.f),
      c: listed(states.c),
      h: listed(states.h),
      dc: listed(back.deltas.dc),
      dzF: listed(back.deltas.dzF),
    },
    values: drawn.filter(({ value }) => value !== null).length,
    deltas: drawn.filter(({ delta }) => delta !== null).length,
    ...{ wrong: wrongDeltas(scene), place, width: tape.width, height: tape.height },
  };
}
