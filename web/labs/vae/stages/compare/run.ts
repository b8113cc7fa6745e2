// The sets of the present request, as they come, and those of the one before until they are replaced. It outlives the stage: the VAE
// goes on training while another stage is looked at, and its network is kept for requests that train the same one.
import type { Client, Store } from "../../../../host/lab.ts";
import { createListeners } from "../../../../kit/listeners.ts";
import { keepSolved, sameRequest } from "../../../../kit/solve-request.ts";
import type { VaeFrame, VaeRequest } from "../../requests.ts";
import type { VaeState } from "../../state.ts";
import type { CompareFrame, CompareRequest, JudgedSet, SetId, VaeSpec } from "./request.ts";

export interface Run {
  /** null: not made yet. */
  set(id: SetId): JudgedSet | null;
  /** Whether a set is of an older request than the newest. */
  stale(id: SetId): boolean;
  readonly doing: CompareFrame["doing"];
  readonly phase: "running" | "done" | "stopped" | "refused";
  /** Why it is refused. */
  readonly message: string;
  /** Whether all is of the present state. */
  readonly current: boolean;
  /** The request may have changed for another reason than the state. */
  update(): void;
  /** Leave what is being computed. */
  stop(): void;
  /** Once more, after it was refused or stopped. */
  again(): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

/** @param wanted null: not yet */
export function createRun(
  store: Store<VaeState>,
  client: Client<VaeRequest, VaeFrame>,
  wanted: (state: VaeState, trained: (spec: VaeSpec) => Uint8Array | null) => CompareRequest | null,
): Run {
  const listeners = createListeners();
  const sets = new Map<SetId, { readonly set: JudgedSet; readonly request: CompareRequest }>();
  let doing: CompareFrame["doing"] = null;
  let trained: { readonly spec: VaeSpec; readonly network: Uint8Array } | null = null;
  let finished: CompareRequest | null = null;

  // Whether the network was trained before is no part of the question.
  const same = (a: CompareRequest, b: CompareRequest) => sameRequest({ ...a, trained: null }, { ...b, trained: null });
  const networkOf = (spec: VaeSpec) => (trained !== null && sameRequest(trained.spec, spec) ? trained.network : null);

  const solved = keepSolved<VaeState, CompareRequest, CompareFrame>(store, client, {
    request: (state) => wanted(state, networkOf),
    same,
    // The network may have come after the request was made.
    prepare: (request) => ({ ...request, trained: networkOf(request.vae) }),
    changed: take,
  });

  function take(): void {
    const { answer } = solved;
    if (answer !== null) {
      const { frame, request } = answer;
      for (const set of frame.sets) sets.set(set.id, { set, request });
      doing = frame.doing;
      if (frame.trained !== null) trained = { spec: request.vae, network: frame.trained };
      if (doing === null) finished = request;
    }
    listeners.notify();
  }
  client.onstatus(() => listeners.notify());

  const current = () => finished !== null && solved.wanted !== null && same(finished, solved.wanted);
  const phase = (): Run["phase"] => {
    const { phase: of } = client.status;
    if (of === "refused" || of === "unavailable") return "refused";
    if (client.status.phase === "restarted" && client.status.gaveUp) return "refused";
    if (current()) return "done";
    return of === "idle" && solved.wanted !== null ? "stopped" : "running";
  };

  return {
    set: (id) => sets.get(id)?.set ?? null,
    stale(id) {
      const own = sets.get(id);
      return own !== undefined && (solved.wanted === null || !same(own.request, solved.wanted));
    },
    get doing() {
      return doing;
    },
    get phase() {
      return phase();
    },
    get message() {
      return "message" in client.status ? client.status.message : "";
    },
    get current() {
      return current();
    },
    update: () => solved.update(),
    stop() {
      client.cancel();
      listeners.notify();
    },
    again: () => solved.again(),
    subscribe: listeners.subscribe,
    dispose() {
      solved.dispose();
      listeners.clear();
    },
  };
}
