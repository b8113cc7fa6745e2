// The player of steps in time, without a browser: what it shows when, and the states that it plays.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFrames } from "../../web/kit/player/frames.ts";
import { Player, playedTo } from "../../web/kit/player/player.ts";

test("playing goes forwards and backwards, and stops at either end", () => {
  expect(playedTo(10, 500, 60, 200)).toBe(40);
  expect(playedTo(10, 100, -60, 200)).toBe(4);
  expect(playedTo(10, 5000, -60, 200)).toBe(0);
  expect(playedTo(10, 5000, 60, 200)).toBe(200);
});

const said = vi.hoisted(() => vi.fn<(topic: string, text: string) => void>());
vi.mock("../../web/host/announce.ts", () => ({ announce: said }));

describe("the player", () => {
  let still = false;
  let now = 0;
  let frames = new Map<number, (time: number) => void>();
  let ids = 0;
  beforeEach(() => {
    [now, ids, frames] = [0, 0, new Map()];
    vi.stubGlobal("performance", { now: () => now });
    vi.stubGlobal("requestAnimationFrame", (act: (time: number) => void) => {
      frames.set(++ids, act);
      return ids;
    });
    still = false;
    said.mockClear();
    vi.stubGlobal("matchMedia", () => ({ matches: still }));
    vi.stubGlobal("cancelAnimationFrame", (id: number) => frames.delete(id));
  });
  afterEach(() => vi.unstubAllGlobals());

  function pass(ms: number) {
    now += ms;
    const due = [...frames.values()];
    frames.clear();
    for (const act of due) act(now);
  }
  function on(count: number, position = 0) {
    const player = new Player();
    const seen: [number, boolean][] = [];
    const playing: number[] = [];
    Object.assign(player, { count, position, speed: 10 });
    player.onSeek = (to, more) => seen.push([to, more]);
    player.onPlaying = () => playing.push(player.playing);
    return { player, seen, playing };
  }

  test("plays to the end: one gesture, whose last position says that it is over", () => {
    const { player, seen, playing } = on(3);
    player.play();
    for (const ms of [100, 10, 90, 300]) pass(ms);
    expect(seen).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect([playing, frames.size]).toEqual([[1, 0], 0]);
  });

  test("at the end it begins anew; backwards at the start it begins at the end", () => {
    const { player, seen } = on(3, 3);
    player.play();
    expect(seen).toEqual([[0, true]]);
    player.jump(0);
    player.play(-1);
    expect(seen.at(-1)).toEqual([3, true]);
    pass(100);
    expect(player.position).toBe(2);
    pass(1000);
    expect([player.position, player.playing, seen.at(-1)]).toEqual([0, 0, [0, false]]);
  });

  test("a pause and a jump end the playing, and nothing moves any more", () => {
    const { player, playing } = on(10);
    player.play();
    pass(200);
    player.pause();
    pass(500);
    expect([player.position, playing]).toEqual([2, [1, 0]]);
    player.play();
    player.jump(99);
    pass(500);
    expect([player.position, player.playing, frames.size]).toEqual([10, 0, 0]);
  });

  test("goes no further than what has been computed, and on when there is more", () => {
    const { player } = on(10);
    player.extend(10, 2);
    player.play();
    pass(500);
    expect([player.position, player.playing]).toEqual([2, 1]);
    player.extend(10, 4);
    pass(100);
    expect([player.position, player.playing]).toEqual([4, 1]);
    player.jump(9);
    expect(player.position).toBe(4);
  });

  test("follows what is being computed until the user takes over", () => {
    const { player } = on(0);
    player.follow();
    player.extend(10, 3);
    expect(player.position).toBe(3);
    player.extend(10, 5);
    expect(player.position).toBe(5);
    player.jump(1);
    player.extend(10, 8);
    expect(player.position).toBe(1);
    // What is shorter than where it stands takes it along.
    player.extend(10, 0);
    expect(player.position).toBe(0);
  });

  test("a button says where it has led, playing where it has ended, and a slider speaks for itself", () => {
    const { player } = on(10);
    player.jump(3);
    expect(said).toHaveBeenLastCalledWith("player", "step 3 of 10");
    player.told = (k) => `place ${k}`;
    player.play();
    expect(said).toHaveBeenCalledTimes(1);
    pass(10_000);
    expect(said).toHaveBeenLastCalledWith("player", "place 10");
    player.play(-1);
    pass(100);
    player.pause();
    expect(said).toHaveBeenLastCalledWith("player", "place 9");
    expect(said).toHaveBeenCalledTimes(3);
  });

  test("what follows can be paused; without motion it waits for the end", () => {
    const { player } = on(0);
    player.follow();
    player.extend(10, 3);
    player.pause();
    player.extend(10, 5);
    expect(player.position).toBe(3);
    still = true;
    player.follow();
    player.extend(10, 6);
    expect(player.position).toBe(0);
    player.extend(10, 10);
    expect(player.position).toBe(10);
  });
});

describe("frames", () => {
  test("a run stands still between its states", () => {
    const frames = createFrames<number>(4, 2, 200);
    for (const time of [0, 1, 2, 3, 4]) frames.add(0, time, time);
    for (const time of [0, 2, 4]) frames.add(1, time, time);
    const firsts = (run: number) => Array.from({ length: 5 }, (_, k) => frames.at(run, k));
    expect(firsts(0)).toEqual([0, 1, 2, 3, 4]);
    expect(firsts(1)).toEqual([0, 0, 2, 2, 4]);
    expect([frames.count, frames.reached, frames.size]).toEqual([4, 4, 8]);
  });

  test("the timeline ends where the slowest run is", () => {
    const frames = createFrames<number>(10, 2, 200);
    for (const time of [0, 1, 2, 3]) frames.add(0, time, time);
    expect(frames.reached).toBe(0);
    frames.add(1, 0, 0);
    frames.add(1, 5, 5);
    expect(frames.reached).toBe(3);
  });

  test("a long time has no more frames than are wanted, from its start to its end", () => {
    const frames = createFrames<number>(1000, 1, 200);
    expect([frames.count, frames.time(0), frames.time(100), frames.time(200)]).toEqual([200, 0, 500, 1000]);
    for (let time = 0; time <= 1000; time += 5) frames.add(0, time, time);
    for (const position of [0, 1, 77, 200]) expect(frames.at(0, position)).toBe(frames.time(position));
  });

  test("a run that begins again replaces its states", () => {
    const frames = createFrames<number>(4, 1, 200);
    for (const time of [0, 1, 2]) frames.add(0, time, time);
    frames.add(0, 0, 7);
    expect([frames.size, frames.reached, frames.at(0, 4)]).toEqual([1, 0, 7]);
    expect(createFrames(4, 1, 200).at(0, 2)).toBeNull();
  });

  test("what led to a position goes back so many states and no further", () => {
    const frames = createFrames<number>(9, 1, 200);
    for (let time = 0; time <= 9; ++time) frames.add(0, time, 9 - time);
    expect(frames.before(0, 5, 3)).toEqual([6, 5, 4]);
    expect(frames.before(0, 0, 3)).toEqual([9]);
  });
});
