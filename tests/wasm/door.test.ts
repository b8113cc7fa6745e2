// What every lab gives the front door, through its own solver: pictures that move, an action that answers, a verdict for every claim.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { type AnyDoor, type DoorAnswer, type DoorResult, STILL } from "../../web/door/door.ts";
import { isRefusal } from "../../web/host/fields.ts";
import type { LabSolver } from "../../web/host/lab.ts";
import { packState, parseAddress, readState } from "../../web/host/url.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { loadWatched } from "./support/load.ts";

const doors = import.meta.glob<AnyDoor>("../../web/labs/*/door.ts", { eager: true, import: "default" });
const solvers = import.meta.glob<LabSolver<unknown, unknown>>("../../web/labs/*/solver.ts", {
  eager: true,
  import: "default",
});
const labs = Object.entries(doors).map(([path, door]) => [door.model.id, door, solvers[path.replace("door", "solver")] as LabSolver<unknown, unknown>] as const); // biome-ignore format: one line

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

function run(door: AnyDoor, solve: LabSolver<unknown, unknown>, request: unknown) {
  const results: DoorResult[] = [];
  let answer: DoorAnswer<unknown, unknown> | null = null;
  const frames = solve(pg, request);
  for (let next = frames.next(); !next.done; next = frames.next({ view: undefined, advance: true })) {
    if (next.value === null) break;
    if (door.shows(next.value)) answer = { request, frame: next.value };
    results.push(...door.results(next.value));
  }
  frames.return();
  return { answer, results };
}

function drawn(door: AnyDoor, state: object, answer: DoorAnswer<unknown, unknown>) {
  const pen = new SvgPen();
  const frame = door.draw(pen, STILL, PLAIN, state, answer);
  return { frame, svg: pen.finish(STILL, "", null) };
}

test("every lab has its door", () => {
  expect(labs.map(([id]) => id)).toEqual(Object.keys(solvers).map((path) => /labs\/([^/]+)\//.exec(path)?.[1]));
});

describe.each(labs)("%s", (_, door, solve) => {
  const solved = (state: object) => {
    const { answer } = run(door, solve, door.request(state));
    if (answer === null) throw new Error("no picture");
    return answer;
  };

  test("its motion ends where it begins, and is seen in between", () => {
    expect(door.at(1)).toEqual(door.at(0));
    const pictures = [0, 0.3, 0.6].map((phase) => drawn(door, door.at(phase), solved(door.at(phase))).svg);
    expect(new Set(pictures).size).toBe(3);
    for (const svg of pictures) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("every claim has a verdict, and none fails", () => {
    for (const phase of [0, 0.3, 0.6]) {
      const { results } = run(door, solve, door.check(door.at(phase)));
      expect(results.map(({ id }) => id)).toEqual(door.model.claims);
      expect(results.filter(({ verdict }) => verdict === "fail")).toEqual([]);
    }
  });

  test("its handle is in the picture, and dragged to some corner it does what is suggested", () => {
    const state = door.at(0);
    const before = solved(state);
    const { frame } = drawn(door, state, before);
    const handles = door.handles(state);
    expect(handles.length).toBeGreaterThan(0);
    const { x, y } = frame;
    const said = handles.flatMap((handle) => {
      expect(handle.x).toBeGreaterThanOrEqual(x.domain[0]);
      expect(handle.x).toBeLessThanOrEqual(x.domain[1]);
      // Nine places of the plot, the middle ones of what a hand can reach too.
      return [0.02, 0.35, 0.6, 0.98].flatMap((across) =>
        [0.05, 0.3, 0.7, 0.95].map((up) => {
          const at = (scale: typeof x, share: number) => scale.domain[0] + share * (scale.domain[1] - scale.domain[0]);
          const moved = door.moved(state, handle.id, at(x, across), handle.level ? handle.y : at(y, up));
          const answer = solved(moved);
          expect(drawn(door, moved, answer).svg).not.toMatch(/NaN|undefined/);
          return door.said(before, answer);
        }),
      );
    });
    for (const { text } of said) expect(text).not.toMatch(/[{}]|NaN|undefined/);
    expect(new Set(said.map(({ text }) => text)).size).toBeGreaterThan(2);
    expect(said.some(({ done }) => done)).toBe(true);
    expect(said.some(({ done }) => !done)).toBe(true);
    expect(door.said(before, before).done).toBe(false);
  });

  test("what was done there can be opened in the lab", async () => {
    const state = door.at(0);
    const [handle] = door.handles(state);
    const moved = door.moved(state, handle?.id ?? "", 0.123, 0.1);
    const packed = await packState(door.model, moved);
    const address = parseAddress(`#lab=${door.model.id}&s=${packed}`);
    if (isRefusal(address)) throw new Error(address.reason);
    expect(await readState(door.model, address)).toEqual({ state: moved, refusal: null });
  });
});
