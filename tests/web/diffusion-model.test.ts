import { describe, expect, it } from "vitest";
import { checkField } from "../../web/host/fields.ts";
import { packState, readState } from "../../web/host/url.ts";
import { claimsRequest } from "../../web/labs/diffusion/claims.ts";
import { dataAndSchedule, scheduleSpec } from "../../web/labs/diffusion/data-and-schedule.ts";
import { CLAIMS, KNOTS, STAGES } from "../../web/labs/diffusion/fields.ts";
import { presets as presetWords } from "../../web/labs/diffusion/messages/presets.en.ts";
import model, { chosen } from "../../web/labs/diffusion/model.ts";
import { claimStart, PRESET_IDS, presetFields, presetGroup } from "../../web/labs/diffusion/presets.ts";
import { forwardRequest } from "../../web/labs/diffusion/stages/forward/request.ts";
import { knotSteps, knotsOf, withKnot } from "../../web/labs/diffusion/stages/forward/scene.ts";
import { type DiffusionState, TABLE } from "../../web/labs/diffusion/state.ts";

const stateOf = (change: Partial<DiffusionState>): DiffusionState => ({ ...model.initial(), ...change });
const base = model.base as NonNullable<typeof model.base>;

async function throughLink(state: DiffusionState): Promise<DiffusionState> {
  // The first starting state as it is needs nothing after its name.
  const packed = (await packState(model, state)) || null;
  const read = await readState(model, { lab: model.id, claim: null, packed, widget: false });
  expect(read.refusal).toBeNull();
  return read.state;
}

describe("the state through a link", () => {
  it("keeps a schedule drawn by hand", async () => {
    const knots = [-3.5, -3, -2.75, -2, -2.2, -1.9, -1, -0.6, -0.0005];
    const state = stateOf({ schedule: "drawn", knots, T: 321, t: 200 });
    expect(await throughLink(state)).toEqual(state);
    expect(scheduleSpec(await throughLink(state))).toEqual({ kind: "drawn", T: 321, knots });
  });

  it("keeps points of the user's own, in their order", async () => {
    const points = [0.123, -1.5, 2, 0, -20, 20];
    const state = stateOf({ preset: "own", dataset: "own", points, spread: 0.2 });
    expect(await throughLink(state)).toEqual(state);
  });

  it("refuses half a point and a schedule without its knots", () => {
    expect(model.inconsistency(stateOf({ dataset: "own", points: [1, 2, 3] }))).toBe("sizes");
    expect(model.inconsistency(stateOf({ schedule: "drawn", knots: [-2] }))).toBe("knots");
    expect(model.inconsistency(stateOf({ schedule: "drawn", knots: Array(KNOTS).fill(-2) }))).toBeNull();
  });
});

describe("starting states", () => {
  it("are many, of every kind, and each says what it shows", () => {
    expect(PRESET_IDS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(PRESET_IDS.map(presetGroup))).toEqual(new Set(["data", "chain", "edge", "own"]));
    expect(Object.keys(presetWords).sort()).toEqual([...PRESET_IDS].sort());
    for (const id of PRESET_IDS) expect(presetWords[id].about.length).toBeGreaterThan(40);
  });

  it.each(PRESET_IDS)("%s fits the table, agrees with itself and looks at a step of its chain", async (id) => {
    const state = base.state(id);
    expect(state.preset).toBe(id);
    for (const [name, field] of Object.entries(TABLE))
      expect(checkField(name, field, state[name as keyof DiffusionState])).toBeNull();
    expect(model.inconsistency(state)).toBeNull();
    expect(state.t).toBeLessThanOrEqual(state.T);
    expect(await throughLink(state)).toEqual(state);
    // Only data that are still to be drawn leave nothing to solve.
    expect(dataAndSchedule(state) === null).toBe(id === "own");
  });

  it("show a data set as it is, before any noise", () => {
    const shown = PRESET_IDS.filter((id) => presetGroup(id) === "data").map((id) => forwardRequest(base.state(id))?.t);
    expect(shown).toEqual(shown.map(() => 0));
    expect(shown.length).toBeGreaterThan(4);
  });

  it("leave the stage open for data sets, and open one where it matters", () => {
    for (const id of PRESET_IDS) expect("stage" in presetFields(id)).toBe(presetGroup(id) !== "data");
  });
});

describe("a starting state that is chosen", () => {
  const before = stateOf({ race: true, width: 32, particles: 500, trails: false, stage: "train", claim: "4a", t: 70 });

  it("brings its data, and leaves training and sampling as they were set", () => {
    const { race, width, particles, trails, ...after } = chosen(before, "letters");
    expect({ race, width, particles, trails }).toEqual({ race: true, width: 32, particles: 500, trails: false });
    expect(after).toMatchObject({ preset: "letters", dataset: "letters", n: 600, stage: "train", claim: "4a", t: 0 });
  });

  it("leaves nothing else behind, whatever was chosen before", () => {
    const stage = "forward";
    for (const id of PRESET_IDS) {
      const after = chosen(chosen(stateOf({}), "uneven"), id);
      expect({ ...after, stage }, id).toEqual({ ...base.state(id), stage });
    }
  });
});

describe("a claim's deep link", () => {
  it.each(CLAIMS)("%s opens a stage on a step at which it can be checked", (id) => {
    const state = model.forClaim(id);
    expect(state.claim).toBe(id);
    expect(state.stage).toBe(claimStart(id).stage);
    expect(STAGES).toContain(state.stage);
    const request = claimsRequest(state, [id]);
    expect(request?.claims).toHaveLength(1);
    expect(request?.claims[0]).toMatchObject({ id, broken: false });
    expect(model.inconsistency(state)).toBeNull();
  });
});

describe("knots", () => {
  const beta = Float64Array.from({ length: 200 }, (_, k) => 1e-4 * 1.04 ** k);

  it("stand evenly over the chain, the first at its first step and the last at its last", () => {
    expect(knotSteps(200)[0]).toBe(1);
    expect(knotSteps(200).at(-1)).toBe(200);
    expect(knotSteps(200)).toHaveLength(KNOTS);
    expect(knotSteps(1)).toEqual([1]);
  });

  it("begin where the present schedule passes; a drag changes one and makes the schedule drawn", () => {
    const state = stateOf({ schedule: "linear", T: 200 });
    const knots = knotsOf(state, beta) as readonly number[];
    knots.forEach((knot, k) => {
      const step = Math.round(knotSteps(200)[k] as number);
      expect(knot).toBeCloseTo(Math.log10(beta[step - 1] as number), 2);
    });
    const moved = withKnot(knots, 3, -1.2345678);
    expect(moved.schedule).toBe("drawn");
    expect(moved.knots).toEqual(knots.map((knot, k) => (k === 3 ? -1.235 : knot)));
    expect(knotsOf(stateOf({ ...moved, T: 200 }), null)).toEqual(moved.knots);
  });

  it("stay where a beta may be, and are unknown before the schedule is", () => {
    const flat = Array(KNOTS).fill(-2);
    expect((withKnot(flat, 0, 3).knots as readonly number[])[0]).toBe(-0.0005);
    expect((withKnot(flat, 0, -40).knots as readonly number[])[0]).toBe(-9);
    expect(model.inconsistency(stateOf(withKnot(flat, 8, 0)))).toBeNull();
    expect(knotsOf(stateOf({ schedule: "linear", T: 200 }), null)).toBeNull();
    // The answer is still of another chain.
    expect(knotsOf(stateOf({ schedule: "linear", T: 100 }), beta)).toBeNull();
  });
});
