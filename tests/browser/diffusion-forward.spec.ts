// The forward stage of the diffusion lab: steps, particles, the brush, a schedule that is dragged, data from outside.

import { format } from "../../web/host/messages/format.ts";
import { importing } from "../../web/host/messages/import.en.ts";
import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import { MAX_COORDINATE } from "../../web/labs/diffusion/fields.ts";
import { data as dataWords } from "../../web/labs/diffusion/messages/data.en.ts";
import { claimStart, PRESET_IDS } from "../../web/labs/diffusion/presets.ts";
import { expect, type Lab, test } from "./support/lab.ts";

/** The step that the link of claim 4a opens on. */
const START = claimStart("4a").t ?? 0;

const canvas = (lab: Lab) => lab.page.locator(".forward-canvas");
const reading = async (lab: Lab, name: string) => (await lab.picture.getAttribute(`data-${name}`)) ?? "";
const numbers = async (lab: Lab, name: string) => (await reading(lab, name)).split(" ").map(Number);

async function shows(lab: Lab, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await expect(lab.picture).toHaveAttribute(`data-${name}`, value);
  await lab.settled();
}

/** A pixel of the picture's first panel, by shares of it. */
async function at(lab: Lab, across: number, down: number): Promise<{ x: number; y: number }> {
  const box = await canvas(lab).boundingBox();
  if (box === null) throw new Error("no picture");
  return { x: box.x + 60 + across * (box.width / 2 - 90), y: box.y + 40 + down * (box.height - 100) };
}

async function drag(lab: Lab, path: readonly (readonly [number, number])[]): Promise<void> {
  const [first, ...rest] = await Promise.all(path.map(([across, down]) => at(lab, across, down)));
  await lab.page.mouse.move(first?.x ?? 0, first?.y ?? 0);
  await lab.page.mouse.down();
  for (const { x, y } of rest) await lab.page.mouse.move(x, y, { steps: 6 });
  await lab.page.mouse.up();
}

const tool = (lab: Lab, name: "look" | "draw" | "erase") =>
  lab.page.locator(`.stage-choices .segment:has(input[value=${name}])`).click();

test.beforeEach(async ({ lab }) => {
  await lab.open("#q=4a");
  await shows(lab, { stage: "forward", t: String(START) });
});

test("t moves by keyboard and mouse: particles, density and moments follow, and both ways agree", async ({ lab }) => {
  const before = { first: await reading(lab, "first"), peak: await reading(lab, "peak") };
  const [exact, closed, walked] = [
    await numbers(lab, "exact"),
    await numbers(lab, "closed"),
    await numbers(lab, "walked"),
  ];
  for (const measured of [closed, walked])
    for (const [k, value] of measured.entries()) expect(Math.abs(value / (exact[k] ?? 0) - 1)).toBeLessThan(0.2);
  const alphaBar = Number(await reading(lab, "alpha-bar"));
  const beta = Number(await reading(lab, "beta"));
  await lab.page.locator(".stepper-scrub").focus();
  await lab.page.keyboard.press("ArrowRight");
  await shows(lab, { t: String(START + 1) });
  expect(await reading(lab, "first")).not.toBe(before.first);
  expect(await reading(lab, "peak")).not.toBe(before.peak);
  const next = Number(await reading(lab, "alpha-bar"));
  expect(next / alphaBar).toBeCloseTo(1 - Number(await reading(lab, "beta")), 9);
  expect(beta).toBeGreaterThan(0);
  // A press in a lane goes to the step under it.
  const lane = lab.page.locator(".lane[data-lane=alphaBar]");
  await lane.scrollIntoViewIfNeeded();
  const box = await lane.boundingBox();
  await lab.page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 12, (box?.y ?? 0) + 60);
  await expect.poll(async () => Number(await reading(lab, "t"))).toBeGreaterThan(190);
  await lab.settled();
  expect(Number(await reading(lab, "kl"))).toBeLessThan(0.01);
  await lab.page.locator(".stepper-scrub").focus();
  await lab.page.keyboard.press("Home");
  await shows(lab, { t: "0", kl: "Infinity" });
});

test("the read-out says q_t where the pointer is, and at the keyboard's cross", async ({ lab }) => {
  const middle = await at(lab, 0.5, 0.5);
  await lab.page.mouse.move(middle.x, middle.y);
  await expect(lab.page.locator(".forward-readout")).toBeVisible();
  await expect.poll(async () => Number(await reading(lab, "read"))).toBeGreaterThan(0.02);
  await lab.page.mouse.move(5, 5);
  await expect(lab.page.locator(".forward-readout")).toBeHidden();
  await canvas(lab).focus();
  await lab.page.keyboard.press("ArrowUp");
  await expect(lab.page.locator(".forward-readout")).toContainText("x₂");
});

test("the brush adds points at equal distances, the eraser takes them, and undo takes back a stroke", async ({
  lab,
}) => {
  await lab.choose("own");
  await shows(lab, { empty: "true", tool: "draw" });
  // The claim that is open has nothing to be checked with: it says that, and nothing of particles.
  const claim = lab.page.locator('[data-open-claim="4a"]');
  await expect(claim.locator(".proof-reason")).toHaveText(proofPage.noDataYet);
  await expect(claim.locator("figcaption").first()).toHaveText("");
  await drag(lab, [
    [0.3, 0.3],
    [0.7, 0.3],
  ]);
  await shows(lab, { empty: "false", t: "0" });
  await lab.settled();
  const stroke = Number(await reading(lab, "n"));
  expect(stroke).toBeGreaterThan(15);
  await drag(lab, [
    [0.3, 0.7],
    [0.7, 0.7],
  ]);
  await expect.poll(async () => Number(await reading(lab, "n"))).toBeGreaterThan(2 * stroke - 3);
  await lab.settled();
  const both = await reading(lab, "n");
  await tool(lab, "erase");
  await drag(lab, [
    [0.3, 0.3],
    [0.7, 0.3],
  ]);
  await shows(lab, { n: String(Number(both) - stroke) });
  await lab.undo();
  await shows(lab, { n: both });
  await lab.undo();
  await shows(lab, { n: String(stroke) });
  // Without a mouse: the cross draws, too.
  await tool(lab, "draw");
  await canvas(lab).focus();
  await lab.page.keyboard.press("ArrowUp");
  await lab.page.keyboard.press("Enter");
  await shows(lab, { n: String(stroke + 1) });
  const link = await lab.link();
  await lab.page.goto("about:blank");
  await lab.open("", link);
  await shows(lab, { n: String(stroke + 1) });
});

test("drawing on a named set adds to its points", async ({ lab }) => {
  await tool(lab, "draw");
  await shows(lab, { t: "0", edited: "400" });
  const { x, y } = await at(lab, 0.5, 0.1);
  await lab.page.mouse.click(x, y);
  await shows(lab, { n: "401" });
  await expect(lab.page.locator("[data-control=preset]")).toHaveValue("own");
});

test("a knot that is dragged makes the schedule one's own; the link brings it back, undo the old one", async ({
  lab,
}) => {
  const before = Number(await reading(lab, "beta"));
  const knot = lab.page.locator("[data-handle=knot-4]");
  await knot.scrollIntoViewIfNeeded();
  const box = await knot.boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await lab.page.mouse.move(x, y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(x, y - 12, { steps: 4 });
  await lab.page.mouse.up();
  await expect(lab.page.locator("input[value=drawn]")).toBeChecked();
  await expect.poll(async () => Number(await reading(lab, "beta"))).toBeGreaterThan(1.2 * before);
  await lab.settled();
  await knot.focus();
  const dragged = Number(await knot.getAttribute("aria-valuenow"));
  await lab.page.keyboard.press("ArrowDown");
  await expect.poll(async () => Number(await knot.getAttribute("aria-valuenow"))).toBeLessThan(dragged);
  await lab.settled();
  const drawn = { beta: await reading(lab, "beta"), exact: await reading(lab, "exact") };
  const link = await lab.link();
  await lab.undo();
  await lab.undo();
  await expect(lab.page.locator("input[value=cosine]")).toBeChecked();
  await expect.poll(async () => Number(await reading(lab, "beta"))).toBe(before);
  await lab.page.goto("about:blank");
  await lab.open("", link);
  await shows(lab, drawn);
  await expect(lab.page.locator("input[value=drawn]")).toBeChecked();
});

test("a table is brought in standardised; one without a width is refused, and the old data stay", async ({ lab }) => {
  const paste = async (text: string) => {
    await lab.page.locator("[data-action=import]").click();
    await lab.page.locator(".import textarea").fill(text);
    await lab.page.getByRole("button", { name: importing.apply }).click();
  };
  await paste("u,v\n5,5\n5,5\n5,5\n");
  await expect(lab.toast.filter({ hasText: dataWords.same })).toBeVisible();
  await shows(lab, { n: "400" });
  await paste("u,v,w\n1000,1,7\n3000,1,8\n2000,2,9\n2000,0,7\n");
  await shows(lab, { n: "4", t: "0" });
  const rows = await Promise.all([0, 1, 2, 3].map((row) => lab.row(row, 2)));
  const square = rows.flat().reduce((sum, value) => sum + value * value, 0);
  expect(square / 8).toBeCloseTo(1, 4);
  expect(rows.reduce((sum, [x = 0]) => sum + x, 0)).toBeCloseTo(0, 5);
  await lab.undo();
  await shows(lab, { n: "400" });
});

test("the table changes coordinates and refuses those too far out", async ({ lab }) => {
  await lab.choose("two-points");
  await lab.page.locator("[data-stage=forward][role=tab]").click();
  await shows(lab, { n: "2" });
  await lab.cell(0, 0).click();
  await lab.page.keyboard.type("0.5");
  await lab.page.keyboard.press("Enter");
  await lab.settled();
  expect(await lab.row(0, 2)).toEqual([0.5, 0]);
  await lab.cell(1, 0).click();
  await lab.page.keyboard.type("400");
  await lab.page.keyboard.press("Enter");
  await expect(lab.toast.filter({ hasText: "400" })).toContainText(
    format(dataWords.tooFar, { value: "400", most: MAX_COORDINATE }),
  );
  expect(await lab.row(1, 2)).toEqual([1, 0]);
});

test("every starting state is drawn in the forward stage", async ({ lab }) => {
  for (const preset of PRESET_IDS) {
    await lab.page.locator("[data-control=preset]").selectOption(preset);
    await lab.page.locator("[data-stage=forward][role=tab]").click();
    await shows(lab, { stage: "forward", empty: String(preset === "own") });
    if (preset !== "own") expect(Number(await reading(lab, "count"))).toBe(1000);
  }
});

test("letters are typed, and what is none of them is refused", async ({ lab }) => {
  await lab.choose("letters");
  const first = await reading(lab, "first");
  const box = lab.page.locator(".control[data-field=text] input");
  await box.fill("ab");
  await box.press("Enter");
  await expect(box).toHaveValue("AB");
  await expect.poll(() => reading(lab, "first")).not.toBe(first);
  await lab.settled();
  await box.fill("7");
  await box.press("Enter");
  await expect(box).toHaveAttribute("aria-invalid", "true");
});

test("files: the picture, the data, the schedule", async ({ lab }) => {
  const save = async (id: string) => {
    await lab.page.locator(".export-open").click();
    const waiting = lab.page.waitForEvent("download");
    await lab.page.locator(`[data-export=${id}]`).click();
    const stream = await (await waiting).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  };
  const svg = await save("svg");
  expect(svg).toContain("<svg");
  expect(svg).toContain("data:image/png");
  expect((await save("data")).trim().split("\r\n")).toHaveLength(401);
  const schedule = (await save("schedule")).trim().split("\r\n");
  expect(schedule).toHaveLength(201);
  expect(schedule[START]?.split(",")[1]).toBe(await reading(lab, "beta"));
});

test.describe("with a finger", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a stroke draws, and a knot is dragged", async ({ lab }) => {
    // Without a claim: its link leads down to it, whenever it has come.
    await lab.load("#lab=diffusion");
    await lab.choose("own");
    await shows(lab, { tool: "draw" });
    await canvas(lab).evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await canvas(lab).boundingBox();
    const session = await lab.page.context().newCDPSession(lab.page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    const [x, y] = [(box?.x ?? 0) + 120, (box?.y ?? 0) + 200];
    await touch("touchStart", x, y);
    for (let k = 1; k <= 10; ++k) await touch("touchMove", x + 12 * k, y + 3 * k);
    await touch("touchEnd", 0, 0);
    await expect.poll(async () => Number(await reading(lab, "n"))).toBeGreaterThan(5);
    await lab.settled();
    const knot = lab.page.locator("[data-handle=knot-4]");
    // In the middle: the sheet of the controls covers the lower end.
    await knot.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const held = await knot.boundingBox();
    const before = Number(await knot.getAttribute("aria-valuenow"));
    const [kx, ky] = [(held?.x ?? 0) + (held?.width ?? 0) / 2, (held?.y ?? 0) + (held?.height ?? 0) / 2];
    await touch("touchStart", kx, ky);
    for (let k = 1; k <= 5; ++k) await touch("touchMove", kx, ky - 3 * k);
    await touch("touchEnd", 0, 0);
    await expect.poll(async () => Number(await knot.getAttribute("aria-valuenow"))).toBeGreaterThan(before + 0.1);
  });
});
