// Which data set edited data are told of by.
import { describe, expect, it } from "vitest";
import { createStore } from "../../web/host/store.ts";
import { packState, readState } from "../../web/host/url.ts";
import { infoOf } from "../../web/kit/points/data-panel.ts";
import { editedFrom } from "../../web/kit/points/state.ts";
import { svddData } from "../../web/labs/svdd/data-panel.ts";
import { weighPoint } from "../../web/labs/svdd/edits.ts";
import svdd from "../../web/labs/svdd/model.ts";
import { svrData } from "../../web/labs/svr/data-panel.ts";
import { addPoint, movePoint, removePoint } from "../../web/labs/svr/edits.ts";
import svr from "../../web/labs/svr/model.ts";
import { bringData, presetData } from "../../web/labs/svr/presets.ts";
import type { SvrState } from "../../web/labs/svr/state.ts";

await bringData("sinc");

const title = (state: SvrState) => infoOf(state, svrData.presets)?.title;

describe("edited data", () => {
  it("keep the name of their data set through every edit, and undo gives the set itself back", () => {
    const store = createStore(svr.initial());
    const first = title(store.state);
    expect(first).toBeTruthy();
    store.patch(addPoint(store.state, 1, 2) ?? {});
    expect([store.state.preset, title(store.state)]).toEqual(["own", first]);
    store.patch(movePoint(store.state, 0, 3, 4));
    store.patch(removePoint(store.state, 1));
    expect([store.state.preset, title(store.state)]).toEqual(["own", first]);
    for (let k = 0; k < 3; ++k) store.undo();
    expect([store.state.preset, store.state.origin]).toEqual([svr.initial().preset, ""]);
    store.redo();
    expect(title(store.state)).toBe(first);
    store.patch(presetData("sinc"));
    expect([store.state.origin, title(store.state)]).toEqual([
      "",
      infoOf({ preset: "sinc", origin: "" }, svrData.presets)?.title,
    ]);
  });

  it("do so in the table, by weight and in a link", async () => {
    const row = svrData.edited(svrData.rows(svr.initial()), svr.initial());
    expect(title({ ...svr.initial(), ...row })).toBe(title(svr.initial()));
    const heavier = { ...svdd.initial(), ...weighPoint(svdd.initial(), 0, 3) };
    expect(infoOf(heavier, svddData.presets)?.id).toBe(svdd.initial().preset);
    const edited = { ...svr.initial(), ...movePoint(svr.initial(), 0, 1, 1) };
    const packed = await packState(svr, edited);
    const { state } = await readState(svr, { lab: "svr", claim: null, packed, widget: false });
    expect([state.preset, title(state)]).toEqual(["own", title(svr.initial())]);
  });

  it("are nobody's but the user's once they are imported, or nothing is left", () => {
    const edited = { ...svr.initial(), ...movePoint(svr.initial(), 0, 1, 1) };
    const imported = { xNames: ["a"], d: 1, x: [1, 2], target: { name: "b", values: [3, 4] } };
    const taken = { ...edited, ...svrData.imported(imported, edited), preset: "own" } as SvrState;
    expect(title(taken)).toBeUndefined();
    expect(editedFrom({ preset: "sinc", origin: "", x: [], d: 1 }).origin).toBe("");
    expect(infoOf({ preset: "own", origin: "no such set" }, svrData.presets)).toBeUndefined();
  });
});
