// Where a user is in a tour, what is kept of it, and that every lab has a tour with words, of at most six steps.
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Judged } from "../../web/host/lab.ts";
import { breakStep, mendStep } from "../../web/host/tour/claims.ts";
import { keepStep, keptStep } from "../../web/host/tour/kept.ts";
import { Progress } from "../../web/host/tour/progress.ts";
import { MOST_STEPS, type Seen, type Tour, tour } from "../../web/host/tour/step.ts";
import { labList } from "../../web/registry.ts";

interface State {
  readonly n: number;
}
const seen = (n: number, results: readonly Judged[] = []): Seen<State> => ({
  state: { n },
  results: new Map(results.map((result) => [result.id, result])),
  answers: [],
});
/** Each step: n is larger than when it began. */
const larger = tour<State, Judged>(
  [1, 2, 3].map((k) => ({
    say: `step ${k}`,
    at: [],
    came: (now, before) => (now.state.n > before.state.n ? `n is ${now.state.n}` : null),
  })),
);

describe("progress", () => {
  it("waits until the step is done, whatever else happens, and keeps to the newest numbers then", () => {
    const progress = new Progress(larger, 0, seen(5));
    expect(progress.look(seen(3))).toBe(false);
    expect(progress.came).toBeNull();
    expect(progress.look(seen(6))).toBe(true);
    expect(progress.look(seen(6))).toBe(false);
    expect(progress.look(seen(7))).toBe(true);
    expect(progress.came).toBe("n is 7");
    // Undone: it has been done all the same.
    expect(progress.look(seen(5))).toBe(false);
    expect(progress.came).toBe("n is 7");
    expect(progress.already).toBe(false);
  });

  it("begins a step with what holds then", () => {
    const progress = new Progress(larger, 0, seen(0));
    progress.look(seen(4));
    progress.go(1, seen(4));
    expect([progress.at, progress.came]).toEqual([1, null]);
    progress.look(seen(4));
    expect(progress.came).toBeNull();
    progress.look(seen(5));
    expect(progress.came).toBe("n is 5");
    progress.go(-1, seen(5));
    expect([progress.at, progress.came]).toEqual([0, null]);
    progress.go(-1, seen(5));
    expect(progress.at).toBe(0);
  });

  it("says of what is done already that it is", () => {
    const holds: Tour = tour<State, Judged>([{ say: "", at: [], came: ({ state }) => (state.n > 2 ? "yes" : null) }]);
    expect(new Progress(holds, 0, seen(3)).already).toBe(true);
    expect(new Progress(holds, 0, seen(1)).already).toBe(false);
  });

  it("takes a first verdict for what was so before, and only a later one for what was done", () => {
    const holds: Judged = { id: "9z", broken: false, verdict: "pass", checks: [{ verdict: "pass" }] };
    const broken: Judged = { id: "9z", broken: true, verdict: "fail", checks: [{ verdict: "fail" }] };
    const steps: Tour = [mendStep("9z", { say: "", came: "{checks}" })];
    // The claim is still being checked when the step begins.
    const late = new Progress(steps, 0, seen(0));
    expect(late.came).toBeNull();
    late.look(seen(0, [holds]));
    expect([late.came, late.already]).toEqual(["1", true]);
    const done = new Progress(steps, 0, seen(0));
    done.look(seen(0, [broken]));
    done.look(seen(0));
    done.look(seen(0, [holds]));
    expect([done.came, done.already]).toEqual(["1", false]);
  });

  it("begins anew at a step that there is not", () => {
    for (const from of [-1, 3, 1.5, Number.NaN]) expect(new Progress(larger, from, seen(0)).at).toBe(0);
    const last = new Progress(larger, 2, seen(0));
    expect([last.at, last.last]).toEqual([2, true]);
  });
});

describe("break and mend", () => {
  const judged = (broken: boolean, ...verdicts: ("pass" | "fail")[]): Judged => ({
    ...{ id: "9z", broken, verdict: verdicts.includes("fail") ? "fail" : "pass" },
    checks: verdicts.map((verdict) => ({ verdict })),
  });
  const broke = breakStep<State, Judged>("9z", { say: "", came: "{failing} of {checks}" });
  const mended = mendStep<State, Judged>("9z", { say: "", came: "{checks}" });
  it("count the checks, and take nothing else for it", () => {
    const [none, ok, bad] = [[], [judged(false, "pass", "pass")], [judged(true, "fail", "pass", "fail")]];
    const unnoticed = [judged(true, "pass")];
    const dishonest = [judged(false, "fail")];
    const came = (step: typeof broke, results: readonly Judged[]) => step.came(seen(0, results), seen(0));
    expect([none, ok, bad, unnoticed, dishonest].map((each) => came(broke, each))).toEqual([
      null,
      null,
      "2 of 3",
      null,
      null,
    ]);
    expect([none, ok, bad, unnoticed, dishonest].map((each) => came(mended, each))).toEqual([
      null,
      "2",
      null,
      null,
      null,
    ]);
  });
});

describe("what is kept", () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  afterEach(() => vi.unstubAllGlobals());

  it("is the step, until the tour is over", () => {
    vi.stubGlobal("localStorage", storage());
    keepStep("a", 3);
    expect([keptStep("a"), keptStep("b")]).toEqual([3, null]);
    keepStep("a", null);
    expect(keptStep("a")).toBeNull();
  });

  it("is read with care", () => {
    const kept = storage();
    vi.stubGlobal("localStorage", kept);
    for (const text of ["", "-1", "12", "1e1", "x", "__proto__"]) {
      kept.setItem("proofground-tour-c", text);
      expect(keptStep("c")).toBeNull();
    }
    kept.setItem("proofground-tour-c", "4");
    expect(keptStep("c")).toBe(4);
  });

  it("is kept for the visit where the browser refuses to", () => {
    const refuse = () => {
      throw new Error("refused");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    keepStep("d", 2);
    expect(keptStep("d")).toBe(2);
    keepStep("d", null);
    expect(keptStep("d")).toBeNull();
  });
});

describe("every lab", () => {
  const labs = resolve(import.meta.dirname, "../../web/labs");
  const found = readdirSync(labs).filter((id) => readdirSync(resolve(labs, id)).includes("tour.ts"));

  it("has a tour", () => expect(found.sort()).toEqual(labList.labs.map(({ id }) => id).sort()));

  it.each(found)(
    "%s: at most six steps, with short words, each with a target and a sentence of numbers",
    async (id) => {
      const { default: steps } = (await import(`../../web/labs/${id}/tour.ts`)) as { default: Tour };
      const { tour: words } = (await import(`../../web/labs/${id}/messages/tour.en.ts`)) as {
        tour: Record<string, { say: string; came: string }>;
      };
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
      expect(steps.map(({ say }) => say)).toEqual(Object.values(words).map(({ say }) => say));
      for (const { at } of steps) expect(at.length).toBeGreaterThan(0);
      for (const { say, came } of Object.values(words)) {
        expect(say.length).toBeGreaterThan(8);
        expect(say.length).toBeLessThanOrEqual(100);
        expect(came.length).toBeLessThanOrEqual(190);
      }
      // Where nothing was done, nothing came of it: no step is done by an empty page.
      const state = labList.labs.find((lab) => lab.id === id)?.model();
      const { default: model } = (await state) ?? { default: null };
      if (model === null) throw new Error(`${id} is not in the registry`);
      const now: Seen = { state: model.initial(), results: new Map(), answers: [] };
      expect(steps.map((step) => step.came(now, now))).toEqual(steps.map(() => null));
    },
  );
});
