// What tests read of the stage: numbers as they were computed.
import { listed, type TestReadings } from "../../../../kit/test-readings.ts";
import type { Scene } from "./scene.ts";

export function readingsForTests(scene: Scene | null): TestReadings {
  if (scene === null) return {};
  const { answer, t, T, dh } = scene;
  return {
    ...{ t, T, dh },
    cifgDc: listed(answer.cifg.logDc),
    lstmDc: listed(answer.lstm.logDc),
    cifgHorizon: listed(answer.cifg.logHorizon),
    cifgProduct: listed(answer.cifg.logHorizonThroughCell),
  };
}
