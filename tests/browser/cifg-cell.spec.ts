// The stage Cell: the tape is drawn, every number can be edited, the scrubber lights one equation at a time, the dial answers, a broken
// claim is marked, an entry of the ledger lights its way.
import type { Locator } from "@playwright/test";
import { cell as words } from "../../web/labs/cifg/messages/cell.en.ts";
import { findings, inEach, LAYOUTS, shot, sideways } from "./support/eyes.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

type Reading = string | number | readonly number[];

const read = (lab: Lab): Promise<Readonly<Record<string, Reading>>> =>
  lab.page.locator(".cell-picture").evaluate((element) => {
    const { testReadings } = element as HTMLElement & { testReadings?: () => Record<string, Reading> };
    return testReadings?.() ?? {};
  });
const number = async (lab: Lab, name: string) => Number((await read(lab))[name]);
const list = async (lab: Lab, name: string) => [...((await read(lab))[name] as readonly number[])];
const entry = (lab: Lab, id: string) => lab.page.locator(`[data-cell="${id}"]`);
const equation = (lab: Lab) => lab.page.locator(".equation");

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (box === null) throw new Error("not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What the tape's canvas shows, as an image. */
const painted = (lab: Lab) =>
  lab.page
    .locator(".cell-tape canvas")
    .evaluateAll((layers) => layers.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join());

async function drag(lab: Lab, locator: Locator, dx: number, dy: number): Promise<void> {
  const { x, y } = await middle(locator);
  await lab.page.mouse.move(x, y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(x + dx, y + dy, { steps: 5 });
  await lab.page.mouse.up();
  await lab.settled();
}

test("a number is dragged, moved by keys and typed; the tape answers; a gesture is one undo", async ({ lab }) => {
  await lab.open("#lab=cifg");
  const before = { h: await list(lab, "h"), image: await painted(lab) };
  expect(before.h).toHaveLength(18);
  expect(await number(lab, "values")).toBe(48);
  const weight = entry(lab, "W_f-0-0");
  await expect(weight).toHaveValue("0.8");
  await drag(lab, weight, 40, 0);
  await expect(weight).toHaveValue("1.2");
  expect(await list(lab, "h")).not.toEqual(before.h);
  expect(await painted(lab)).not.toBe(before.image);
  await drag(lab, weight, 0, -10);
  await expect(weight).toHaveValue("1.3");
  await lab.undo();
  await lab.undo();
  await lab.settled();
  await expect(weight).toHaveValue("0.8");
  expect(await list(lab, "h")).toEqual(before.h);
  // A press without a drag is for typing; arrows move, with Alt finely.
  await weight.click();
  await expect(weight).toBeFocused();
  await lab.page.keyboard.type("-2,5");
  await lab.page.keyboard.press("Enter");
  await expect(weight).toHaveValue("-2.5");
  await lab.page.keyboard.press("ArrowUp");
  await expect(weight).toHaveValue("-2.4");
  await lab.page.keyboard.press("Alt+ArrowDown");
  await expect(weight).toHaveValue("-2.41");
  await lab.page.keyboard.press("Tab");
  await expect(entry(lab, "W_f-0-1")).toBeFocused();
  await weight.fill("seven");
  await weight.press("Enter");
  await expect(lab.toast).toContainText("seven");
  await expect(weight).toHaveValue("-2.41");
  // Every other kind of number is on the tape, too.
  for (const id of ["b_c-1-0", "x-1-2", "h0-0-0", "c0-2-0"]) {
    await lab.settled();
    const old = await list(lab, "c");
    await entry(lab, id).fill("0.77");
    await entry(lab, id).press("Enter");
    await lab.settled();
    expect(await list(lab, "c"), id).not.toEqual(old);
  }
  const loss = await number(lab, "loss");
  await entry(lab, "g-0-5").fill("-3");
  await entry(lab, "g-0-5").press("Enter");
  await lab.settled();
  expect(await number(lab, "loss")).not.toBe(loss);
});

/** Drag a number by synthetic moves. @returns which elements changed at the last moves: in the event, and with the answer's tape */
const changedByMoves = (locator: Locator, moves: number) =>
  locator.evaluate(async (cell, count) => {
    const view = document.querySelector<HTMLElement>(".picture-view");
    if (view === null) throw new Error("no picture");
    // There is no real pointer to capture.
    cell.setPointerCapture = () => undefined;
    const send = (type: string, clientX: number) =>
      cell.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, pointerType: "mouse", clientX, bubbles: true, cancelable: true }),
      );
    const named = (records: readonly MutationRecord[]) => {
      const elements = records.map(({ target }) => (target instanceof Element ? target : target.parentElement));
      return [...new Set(elements)].map((element) => element?.classList[0] ?? element?.nodeName ?? "").sort();
    };
    // Each call is told of one task, so that what follows by a timer is not in the answer's.
    let answered: (records: MutationRecord[]) => void = () => undefined;
    const watch = new MutationObserver((records) => {
      const drawn = records.some(({ attributeName }) => attributeName === "data-frames");
      if (drawn && view.dataset.current === "true") answered(records);
    });
    watch.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    const changed: { event: string[]; answer: string[] }[] = [];
    send("pointerdown", 0);
    for (let k = 1; k <= count; ++k) {
      const answer = new Promise<MutationRecord[]>((resolve) => {
        answered = resolve;
      });
      watch.takeRecords();
      send("pointermove", 10 * k);
      const event = named(watch.takeRecords());
      changed.push({ event, answer: named(await answer) });
    }
    watch.disconnect();
    send("pointerup", 10 * count);
    // The first move begins the gesture: its number is marked, and can be undone from now on.
    return changed.slice(1);
  }, moves);

test("each move of a drag changes its number, its bar and the tape; all else follows, and is there when it is let go", async ({
  lab,
}) => {
  await lab.open("#lab=cifg");
  const weight = entry(lab, "W_f-0-0");
  const share = (id: string) =>
    lab.page.locator(`.cell-entry:has([data-cell="${id}"]) .cell-bar`).evaluate((bar) => {
      return Number((bar as HTMLElement).style.getPropertyValue("--share"));
    });
  // The largest weight is 1.1; this one is 0.8, the one beside it -0.5.
  expect(await share("W_f-0-0")).toBe(0.73);
  expect(await share("W_f-0-1")).toBe(-0.45);
  const [result, text] = [
    await lab.page.locator("[data-result]").getAttribute("data-result"),
    await lab.page.locator(".cell-dial-words").textContent(),
  ];
  // From 0.8 to 2: on the way it becomes the largest, to which all others' bars are drawn.
  for (const { event, answer } of await changedByMoves(weight, 12)) {
    const bars = event.filter((name) => name === "cell-bar").length;
    expect(bars).toBeLessThanOrEqual(1);
    expect(event.slice(bars)).toEqual(["cell-number", "picture-view"]);
    expect(answer).toEqual(["picture-view"]);
  }
  await lab.settled();
  await expect(weight).toHaveValue("2");
  expect(await share("W_f-0-0")).toBe(1);
  expect(await share("W_f-0-1")).toBe(-0.25);
  await expect(lab.page.locator("[data-result]")).not.toHaveAttribute("data-result", result ?? "");
  await expect(lab.page.locator(".cell-dial-words")).not.toHaveText(text ?? "");
  const h = await list(lab, "h");
  await expect(lab.page.locator("[data-result]")).toHaveAttribute("data-result", String(h[15]));
  await lab.undo();
  await lab.settled();
  await expect(weight).toHaveValue("0.8");
  expect(await share("W_f-0-1")).toBe(-0.45);
  // A number is laid out alone: it is in a block, and nothing around it depends on its digits.
  const style = await weight.evaluate((cell) => {
    const around = getComputedStyle(cell.parentElement ?? cell);
    return { contain: getComputedStyle(cell).contain, around: around.display };
  });
  expect(style).toEqual({ contain: "size layout", around: "block" });
});

test("the scrubber goes forward and back, lights one equation with its numbers, and a press on the tape lights one", async ({
  lab,
}) => {
  await lab.open(await stateLink("cifg", { at: 0 }));
  await expect(lab.page.locator(".equation-none")).toBeVisible();
  expect(await number(lab, "values")).toBe(0);
  const on = lab.page.locator("[data-play=forward]");
  await on.click();
  await expect(equation(lab)).toHaveAttribute("data-equation", "z_f");
  const { h0, x } = { h0: "0.1", x: "0.9" };
  await expect(equation(lab)).toContainText(`0.8 · ${x} + (−0.5) · (−0.4)`);
  await expect(equation(lab)).toContainText(`0.5 · ${h0} + (−0.4) · (−0.2)`);
  // ... and its result is what the library says of it.
  await lab.page.locator(".stepper-scrub").focus();
  await lab.page.keyboard.press(".");
  await expect(equation(lab)).toHaveAttribute("data-equation", "f");
  const f = await list(lab, "f");
  await expect(lab.page.locator("[data-result]")).toHaveAttribute("data-result", String(f[0]));
  await lab.page.keyboard.press(",");
  await expect(equation(lab)).toHaveAttribute("data-equation", "z_f");
  expect(await number(lab, "values")).toBe(1);
  // Backward: it begins at t = T, and the deltas known grow by one an equation.
  await lab.page.locator(".segment:has(input[value=backward])").click();
  expect(await number(lab, "deltas")).toBe(48);
  await lab.page.locator("[data-play=first]").click();
  expect(await number(lab, "deltas")).toBe(0);
  await on.click();
  await expect(equation(lab)).toHaveAttribute("data-equation", "dh");
  await expect(equation(lab)).toHaveAttribute("data-t", "6");
  await expect(equation(lab)).toContainText(words.equation.last);
  await on.click();
  await on.click();
  await expect(equation(lab)).toHaveAttribute("data-equation", "dc");
  expect(await number(lab, "deltas")).toBe(3);
  const dc = await list(lab, "dc");
  await expect(lab.page.locator("[data-result]")).toHaveAttribute("data-result", String(dc[15]));
  // It plays by itself, to the end.
  await lab.page.locator("[data-play=speed]").selectOption("25");
  await lab.page.locator("[data-play=play]").click();
  await expect(equation(lab)).toHaveAttribute("data-equation", "dz_c", { timeout: 15_000 });
  await expect.poll(() => number(lab, "deltas")).toBe(48);
  // The place of the lit number is pressed again after everything is known: the same equation, another one after another press.
  const [px = 0, py = 0] = await list(lab, "place");
  const box = await lab.page.locator(".cell-tape").boundingBox();
  await lab.page.mouse.click((box?.x ?? 0) + px + 50, (box?.y ?? 0) + py);
  await expect(equation(lab)).toHaveAttribute("data-equation", "dc~");
  await expect(equation(lab)).toHaveAttribute("data-t", "1");
});

test("sizes change and keep what both have; the smallest and the largest cell are drawn; the link brings them back", async ({
  lab,
}) => {
  await lab.open("#lab=cifg");
  const first = (await list(lab, "h"))[0];
  const set = async (field: string, value: number) => {
    const input = lab.page.locator(`.control[data-field="${field}"] input:not([type=range])`);
    await input.fill(String(value));
    await input.press("Enter");
    await lab.settled();
  };
  await set("T", 12);
  expect(await list(lab, "h")).toHaveLength(36);
  expect((await list(lab, "h"))[0]).toBe(first);
  await set("dh", 4);
  await set("dx", 4);
  expect(await list(lab, "h")).toHaveLength(48);
  expect((await list(lab, "h"))[0]).toBe(first);
  await expect(entry(lab, "U_o-3-3")).toHaveValue("0");
  // The tape scrolls in its own box, with the lit step in view.
  const box = lab.page.locator(".cell-scroll");
  expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth && element.scrollLeft > 0)).toBe(
    true,
  );
  const link = await lab.link();
  const h = await list(lab, "h");
  for (const field of ["T", "dh", "dx"]) await set(field, 1);
  expect(await list(lab, "h")).toHaveLength(1);
  expect(await number(lab, "values")).toBe(8);
  await lab.page.goto("about:blank");
  await lab.open("", link);
  expect(await list(lab, "h")).toEqual(h);
});

test("the dial moves b_f, and c_t stays on its segment", async ({ lab }) => {
  await lab.open(await stateLink("cifg", { at: 7 }));
  const handle = lab.page.locator("[data-handle=dial]");
  const { x, y } = await middle(handle);
  const size = await handle.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
  const before = await list(lab, "f");
  await lab.page.mouse.move(x, y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(x + 60, y, { steps: 4 });
  await lab.page.mouse.up();
  await lab.settled();
  const after = await list(lab, "f");
  expect(after[0]).toBeGreaterThan(before[0] as number);
  expect(after[1]).toBe(before[1]);
  expect(Number(await entry(lab, "b_f-0-0").inputValue())).toBeGreaterThan(0.5);
  await lab.undo();
  await lab.settled();
  expect(await list(lab, "f")).toEqual(before);
  // Wide open, by the keyboard: nothing is written, and it says so.
  await entry(lab, "b_f-0-0").fill("40");
  await entry(lab, "b_f-0-0").press("Enter");
  await lab.settled();
  await expect(lab.page.locator(".cell-dial")).toContainText(words.dial.keeps);
  await handle.focus();
  const wide = Number(await handle.getAttribute("aria-valuenow"));
  await lab.page.keyboard.press("ArrowLeft");
  await lab.settled();
  expect(Number(await handle.getAttribute("aria-valuenow"))).toBeLessThan(wide);
});

test("a broken claim has its wrong deltas on the tape beside the right ones, and in the table", async ({ lab }) => {
  const open = async (broken: readonly string[]) =>
    lab.load(await stateLink("cifg", { pass: "backward", broken, claim: "none" }));
  await open([]);
  const intact = { image: await painted(lab), height: await number(lab, "height") };
  expect(await number(lab, "wrong")).toBe(0);
  await open(["3b:lost-minus"]);
  expect(await number(lab, "wrong")).toBeGreaterThan(10);
  expect(await number(lab, "height")).toBeGreaterThan(intact.height);
  expect(await painted(lab)).not.toBe(intact.image);
  await expect(lab.page.locator(".cell-tape")).toHaveAttribute("aria-label", /3b/);
  await expect(lab.page.locator(".equation-wrong")).toBeVisible();
  // The table says both.
  await lab.page.locator(".cell-table > summary").click();
  await expect(lab.page.locator(".cell-table .cell-wrong").first()).toBeVisible();
  await expect(lab.page.locator(".cell-table tbody tr[data-unit]")).toHaveCount(21);
});

test("on every size nothing overflows but the tape, the lit step is in view, and nobody is kept out", async ({
  lab,
}) => {
  await lab.open(await stateLink("cifg", { pass: "backward", at: 28 }));
  await inEach(lab.page, LAYOUTS, async (_, theme) => {
    await lab.settled();
    expect(await sideways(lab.page)).toBe(0);
    const seen = await lab.page.locator(".cell-scroll").evaluate(
      (element, place) => {
        const at = place - element.scrollLeft;
        return at > 0 && at < element.clientWidth;
      },
      (await list(lab, "place"))[0] as number,
    );
    expect(seen).toBe(true);
    await shot(lab.page, theme, "cifg-cell", true);
  });
  // In the middle of the way back, and with every equation computed.
  expect(await findings(lab.page, "heading-order")).toEqual([]);
  await lab.page.locator("[data-play=last]").click();
  await lab.settled();
  expect(await findings(lab.page, "heading-order")).toEqual([]);
});

test("an entry of the ledger lights its way on the tape: under the pointer, in focus, by arrow keys, and pinned", async ({
  lab,
}) => {
  await lab.open(await stateLink("cifg", { pass: "backward", ledgerOf: "h", ledgerT: 2 }));
  const dark = await painted(lab);
  const at = (source: number, path: number) => lab.page.locator(`[data-entry="${source} ${path}"]`);
  const lit = lab.page.locator(".below-ledger td[data-lit] button");
  const said = lab.page.locator(".below-sentence");
  const changed = (from: string) => expect.poll(() => painted(lab)).not.toBe(from);
  await at(5, 1).hover();
  await expect(lit).toHaveAttribute("data-entry", "5 1");
  await expect(said).toContainText("loss of step 5");
  await changed(dark);
  const throughForget = await painted(lab);
  await lab.page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);
  await expect.poll(() => painted(lab)).toBe(dark);
  // One stop of Tab; the arrows go on from it, over what has no path. The loss itself stands alone in its row and its column.
  await at(2, 0).focus();
  await lab.page.keyboard.press("ArrowDown");
  await expect(at(3, 1)).toBeFocused();
  await lab.page.keyboard.press("ArrowLeft");
  await expect(at(2, 0)).toBeFocused();
  await at(3, 1).focus();
  await lab.page.keyboard.press("ArrowRight");
  await lab.page.keyboard.press("ArrowDown");
  await expect(at(4, 2)).toBeFocused();
  await expect(lit).toHaveAttribute("data-entry", "4 2");
  await changed(throughForget);
  // Pinned it stays when the focus goes, until it is pressed again.
  await lab.page.keyboard.press("Enter");
  await expect(at(4, 2)).toHaveAttribute("aria-pressed", "true");
  await lab.page.locator(".below-table summary").first().focus();
  await expect(lit).toHaveAttribute("data-entry", "4 2");
  await at(4, 2).click();
  await lab.page.locator(".below-table summary").first().focus();
  await lab.page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);
  await expect.poll(() => painted(lab)).toBe(dark);
});
