// One picture of the front door, alive: loaded when it is in sight. It takes the place of its still, and tells the page what its solver
// finds.
import { createClient } from "../host/client.ts";
import type { LabEntry } from "../host/entry.ts";
import type { OpenPort } from "../host/protocol.ts";
import { formatAddress, packState } from "../host/url.ts";
import { mountHandles } from "../kit/interaction/drag-handles.ts";
import type { Frame } from "../plot/frame.ts";
import { Surface } from "../plot/surface.ts";
import type { AnyDoor, DoorResult, Said } from "./door.ts";
import { createRun } from "./run.ts";

export interface LiveEvents {
  /** The first picture is drawn. */
  drawn(): void;
  /** After every change of what the reader did: null where it was taken back. */
  said(said: Said | null): void;
  results(results: readonly DoorResult[] | null): void;
  settled(): void;
  trouble(cause: "no-wasm" | "no-simd" | "load" | "failed"): void;
}

export interface Live {
  move(allowed: boolean): void;
  restart(): void;
  /** The address that opens the lab in this state. */
  address(): Promise<string>;
  dispose(): void;
}

export function mountLive(
  host: HTMLElement,
  door: AnyDoor,
  { entry, ports, label }: { entry: LabEntry; ports: readonly OpenPort[]; label: string },
  events: LiveEvents,
): Live {
  const client = createClient<unknown, unknown>({ lab: entry, ports });
  let frame: Frame | null = null;
  let frames = 0;
  const run = createRun(door, client, {
    changed() {
      surface.invalidate();
      if (run.touched) handles.place();
      if (frames === 0) tell();
      events.said(run.said);
    },
    results: events.results,
    settled() {
      tell();
      events.settled();
    },
    trouble(status) {
      if (status.phase === "unavailable") events.trouble(status.cause);
      else events.trouble("failed");
    },
  });
  const surface = new Surface(
    host,
    {
      all: (pen, size, theme) => {
        if (run.answer === null) return;
        frame = door.draw(pen, size, theme, run.state, run.answer);
      },
    },
    {
      label,
      role: "group",
      oncommit() {
        if (run.answer === null) return;
        handles.place();
        host.dataset.frames = String(++frames);
        if (frames === 1) events.drawn();
      },
    },
  );
  const handles = mountHandles(surface, {
    frame: () => frame,
    handles: () => door.handles(run.state),
    move: (id, x, y) => run.drag(id, x, y),
    hold: (held) => run.hold(held),
  });

  /** What it shows now: where it rests, not at every step of its motion or of a drag. */
  function tell(): void {
    if (run.answer !== null) surface.describe(door.describe(run.state, run.answer));
  }

  return {
    move(allowed) {
      run.move(allowed);
      if (!allowed) tell();
    },
    restart: () => run.restart(),
    async address() {
      const packed = run.touched ? await packState(door.model, run.state) : "";
      return formatAddress({ lab: entry.id, claim: null, packed: packed || null, widget: false });
    },
    dispose() {
      run.dispose();
      handles.dispose();
      surface.dispose();
    },
  };
}
