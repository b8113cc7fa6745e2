// The stage's requests besides the training, each answered by a worker of its own, and the network they are about.
import { keepSolved, type Solved } from "../../../../kit/solve-request.ts";
import type { NetworkLoader } from "../../../../kit/training/files.ts";
import type { Training } from "../../../../kit/training/training.ts";
import type { VaeStageContext } from "../../stage.ts";
import type { VaeState } from "../../state.ts";
import { dataOf } from "./dataset.ts";
import type { TrainRecord } from "./record.ts";
import {
  type AllFrame,
  type AllRequest,
  type InspectFrame,
  type InspectRequest,
  isOfOther,
  type MapFrame,
  type MapRequest,
  type MapView,
  mapRequest,
  type PlaceFrame,
  type PlaceRequest,
  type TrainTypes,
} from "./request.ts";
import { lookedOf, type Network, networkOf, pointOf, zOf } from "./scene.ts";
import { windowOf } from "./window.ts";

export interface SolvedOptions {
  readonly context: VaeStageContext;
  readonly training: Training<TrainTypes>;
  readonly record: TrainRecord;
  /** A file's network that is being read, or null. */
  candidate(): NetworkLoader["candidate"];
  view(): MapView;
  changed(): void;
}

export interface StageSolved {
  readonly map: Solved<MapRequest, MapFrame>;
  readonly place: Solved<PlaceRequest, PlaceFrame>;
  readonly looked: Solved<InspectRequest, InspectFrame>;
  readonly all: Solved<AllRequest, AllFrame>;
  /** What is on show. */
  network(): Network;
  /** Why something could not be computed; "" where all could. */
  readonly refused: string;
  /** Whether all of them answer what is asked now. */
  readonly current: boolean;
  /** To be called when the training or the view has changed. */
  update(): void;
  dispose(): void;
}

export function createSolved(options: SolvedOptions): StageSolved {
  const { context, training, record, candidate, view, changed } = options;
  const { store, client, namedClient } = context;
  const clients = {
    ...{ map: client, place: namedClient("vae-place") },
    ...{ looked: namedClient("vae-looked"), all: namedClient("vae-all") },
  };
  const refusals = new Map<string, string>();
  let disposed = false;
  for (const [name, each] of Object.entries(clients))
    each.onstatus((status) => {
      const now = status.phase === "refused" ? status.message : "";
      if (disposed || now === (refusals.get(name) ?? "")) return;
      refusals.set(name, now);
      changed();
    });

  const isFile = () => training.network !== null && training.network.on === null;
  /** The run's network is on show: nothing else is asked for. */
  function runs(state: VaeState): boolean {
    const { request, histories } = training;
    const ready = request !== null && (histories[0]?.shown ?? null) !== null;
    return ready && !isFile() && !isOfOther(request, state);
  }

  const map = keepSolved<VaeState, MapRequest, MapFrame>(store, clients.map, {
    request(state) {
      const file = candidate()?.bytes ?? (isFile() ? (training.network?.bytes ?? null) : null);
      return file === null && runs(state) ? null : mapRequest(state, file, view());
    },
    changed: () => {
      others();
      changed();
    },
  });
  const network = () => networkOf(store.state, training, record.track, map.answer?.frame ?? null, isFile());

  const place = keepSolved<VaeState, PlaceRequest, PlaceFrame>(store, clients.place, {
    request(state) {
      const { shown } = network();
      return shown && { task: "train-place", network: shown.network, z: zOf(state, shown) };
    },
    changed,
  });
  const looked = keepSolved<VaeState, InspectRequest, InspectFrame>(store, clients.looked, {
    request(state) {
      const { shown, points, slow } = network();
      const what = lookedOf(state, points);
      if (shown === null || slow === null || points === null || what === null) return null;
      const to = pointOf(points, state.vaeTo % points.n);
      const window = shown.dz === 2 && state.vaeShade === "posterior" ? windowOf(shown.view.half) : null;
      return { task: "train-inspect", network: slow, dz: shown.dz, x: what.x, to, window };
    },
    changed,
  });
  const all = keepSolved<VaeState, AllRequest, AllFrame>(store, clients.all, {
    request(state) {
      const [{ shown, slow }, data] = [network(), dataOf(state)];
      if (shown === null || slow === null || data === null || shown.dz > 2) return null;
      // While it trains, only what is looked at.
      const exact = training.phase.kind !== "running";
      const window = shown.dz === 2 && (exact || state.vaeShade === "aggregate") ? windowOf(shown.view.half) : null;
      return exact || window !== null ? { task: "train-all", network: slow, data, window, exact } : null;
    },
    changed,
  });
  function others(): void {
    for (const each of [place, looked, all]) each.update();
  }

  return {
    ...{ map, place, looked, all, network },
    get refused() {
      return [...refusals.values()].find((message) => message !== "") ?? "";
    },
    get current() {
      return [map, place, looked, all].every(({ current }) => current);
    },
    update() {
      map.update();
      others();
    },
    dispose() {
      disposed = true;
      for (const each of [map, place, looked, all]) each.dispose();
      for (const each of Object.values(clients)) each.cancel();
    },
  };
}
