// The worker's file may be run twice: WebKit does where a part that is loaded later imports something of it. One engine answers all the same.
import { expect, it, vi } from "vitest";
import type { EngineOptions } from "../../web/host/engine.ts";

it("makes one engine, however often the worker's file is run", async () => {
  const posted: unknown[] = [];
  const scope = {
    name: JSON.stringify({ lab: "svr", wasm: null }),
    onmessage: null as ((event: { data: unknown }) => void) | null,
    postMessage: (message: unknown) => posted.push(message),
  };
  vi.stubGlobal("self", scope);
  vi.stubGlobal("__SINGLE_FILE__", false);
  // By its path: the types of a worker are not those of the tests.
  const path = "../../web/host/worker.ts";
  const { serveWorker } = (await import(path)) as {
    serveWorker(options: Pick<EngineOptions, "load" | "solver">): void;
  };
  const load = vi.fn<EngineOptions["load"]>(async () => ({}) as never);
  const solver = vi.fn<EngineOptions["solver"]>(async () => function* () {} as never);

  serveWorker({ load, solver });
  const first = scope.onmessage;
  expect(first).not.toBeNull();
  serveWorker({ load, solver });
  await vi.waitFor(() => expect(posted).toEqual([{ type: "ready" }]));
  expect(scope.onmessage).toBe(first);
  expect(load).toHaveBeenCalledTimes(1);
  expect(solver).toHaveBeenCalledTimes(1);
});
