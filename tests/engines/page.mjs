// What the checks ask a page: bodies of functions that run in it, and waiting until an answer is good.
import { pause } from "./child.mjs";

/** How long the page may take for an answer, ms. Without a graphics card, and beside other work, WebKit draws slowly. */
const WAIT_MS = 120_000;

/** How many colours the pictures have, counted until it is clear that they are drawn. */
export const COLOURS = `
  const colours = new Set();
  for (const canvas of document.querySelectorAll("canvas")) {
    if (canvas.width === 0 || canvas.height === 0) continue;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    for (const colour of new Uint32Array(data.buffer)) {
      colours.add(colour);
      if (colours.size >= 20) return colours.size;
    }
  }
  return colours.size;`;

/** Where the site opened from disk leads to, once it has said that it cannot work there. */
export const WAY_OUT = `
  const sentence = document.querySelector("#proofground > .late");
  return sentence !== null && getComputedStyle(sentence).visibility === "visible" ? sentence.querySelector("a").href : "";`;

export const CURRENT = `return document.querySelector(".picture-view")?.dataset.current === "true";`;
export const CLAIMS = `return [...document.querySelectorAll(".proof-chip[data-claim]")].map(({ dataset }) => dataset.claim);`;
/** The verdict of the open claim. @param {string} claim */
export const verdictOf = (claim) => `
  const chip = document.querySelector('.proof-chip[data-claim="${claim}"]') ?? document.querySelector('[data-open-claim="${claim}"]');
  return chip?.dataset.verdict ?? "none";`;

/** What an element has told the page that it stands on (pages/element.html). */
export const TOLD = `return window.told;`;
/** Give an element the state that it has. */
export const SAME_STATE = `
  const element = document.querySelector("proofground-lab");
  element.state = element.state;`;

/** What stands on the page, for a report. */
export const WORDS = `return location.href + " " + document.body.innerText.replace(/\\s+/g, " ").slice(0, 200);`;

export const STAGES = `return [...document.querySelectorAll(".stage-tab")].map(({ dataset }) => dataset.stage);`;
/** @param {string} stage */
export const enter = (stage) => `document.querySelector('.stage-tab[data-stage="${stage}"]').click();`;
/** A stage is there when its picture is: it says so itself. @param {string} stage */
export const entered = (stage) => `
  const { dataset } = document.querySelector(".picture-view");
  return dataset.stage === "${stage}" && dataset.current === "true";`;

/** Begin the training of this stage, where it has one. */
export const START = `
  const button = document.querySelector("[data-run=start]");
  button?.click();
  return button !== null;`;
export const STEPS = `return Number(document.querySelector(".picture-view")?.dataset.steps ?? 0);`;
export const PAUSE = `document.querySelector("[data-run=pause]")?.click();`;

/** Give the first number of the parameters another value, as a user does. @returns its field and that value, null without one */
export const CHANGE = `
  for (const control of document.querySelectorAll(".control[data-field]")) {
    const slider = control.querySelector("input[type=range]");
    if (slider === null || slider.disabled || slider.offsetParent === null) continue;
    const middle = (Number(slider.min) + Number(slider.max)) / 2;
    slider.value = String(Number(slider.value) > middle ? slider.min : slider.max);
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
    return { field: control.dataset.field, value: slider.value };
  }
  return null;`;
/** @param {string} field */
export const sliderOf = (field) =>
  `return document.querySelector('.control[data-field="${field}"] input[type=range]')?.value ?? "none";`;
export const LINK = `return location.hash;`;

/** Open the sheet about the page, where the fingerprint is computed. */
export const ABOUT = `document.querySelector('.header button[title="About"]').click();`;
/** By lab: its short hash and what it comes to. */
export const FINGERPRINT = `
  const rows = [...document.querySelectorAll("tr[data-fingerprint]")];
  if (rows.length === 0 || rows.some(({ dataset }) => dataset.state === "waits")) return null;
  return Object.fromEntries(
    rows.map((row) => [row.dataset.fingerprint, row.dataset.state + " " + row.querySelector("code").textContent]),
  );`;

/** Give the teacher's page a hand-in, as somebody who pastes it. @param {string} text */
export const handIn = (text) => `
  const area = document.querySelector(".paste textarea");
  if (area === null) return false;
  area.value = ${JSON.stringify(text)};
  area.form.requestSubmit();
  return true;`;
/** Each answer's task with what its replay found, once all are replayed. */
export const JUDGED = `
  const rows = [...document.querySelectorAll("table.answers tbody tr")];
  if (rows.length === 0 || rows.some(({ dataset }) => dataset.finding === "waits")) return null;
  return rows.map((row) => [row.dataset.task, row.dataset.finding, row.querySelector("[data-done]")?.dataset.done].join(" "));`;

/**
 * Ask the page until the answer is good, or it takes too long.
 * @param {import("./engine.mjs").Engine} engine
 * @param {string} script
 * @param {(value: unknown) => boolean} good
 * @param {{ frame?: boolean }} [where]
 * @returns {Promise<unknown>} the last answer
 */
export async function until(engine, script, good, where) {
  for (const end = Date.now() + WAIT_MS; ; await pause(50)) {
    const late = Date.now() > end;
    // A frame that is still being loaded has no answer.
    const value = await engine.evaluate(script, where).catch((error) => {
      if (late) throw error;
      return undefined;
    });
    if (late || good(value)) return value;
  }
}
