// What every reader needs, on any page: to reach it by Tab, to see where the focus is, to hit it with a finger.
import { expect, type Locator, type Page } from "@playwright/test";

/** Tab goes on to this element: it is reached, and seen, and nothing lies on it. */
export async function tabTo(page: Page, element: Locator, key = "Tab"): Promise<void> {
  const focused = () => element.evaluate((one) => one === document.activeElement || one.matches(":focus-within"));
  for (let k = 0; k < 150 && !(await focused()); ++k) await page.keyboard.press(key);
  await expect(element, "reached by Tab").toBeFocused();
  const covered = await element.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found === null || !(one.contains(found) || found.contains(one)) ? (found?.outerHTML ?? "nothing") : "";
  });
  expect(covered, "what lies on it").toBe("");
}

/** Targets smaller than 24 x 24 px that have not that much room of their own either (WCAG 2.5.8), one line each. */
export function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24;
    const seen = (one: Element) =>
      one.checkVisibility({ visibilityProperty: true }) && !one.closest(".visually-hidden, .skip");
    const selector =
      'button, a[href], input, select, textarea, summary, [role="slider"], [role="application"], [tabindex="0"]';
    const all = [...document.querySelectorAll(selector)].filter((one) => seen(one) && !one.matches(":disabled"));
    // The label of a box is pressed like the box.
    const boxOf = (one: Element) => {
      const label = one.matches("input[type=checkbox], input[type=radio]") ? one.closest("label") : null;
      return (label ?? one).getBoundingClientRect();
    };
    const boxes = all.map(boxOf);
    const away = (px: number, { left, right, top, bottom }: DOMRect, py: number) =>
      Math.hypot(Math.max(left - px, 0, px - right), Math.max(top - py, 0, py - bottom));
    return all.flatMap((one, k) => {
      const box = boxes[k] as DOMRect;
      if (box.width < 2 || box.height < 2) return [];
      if (box.width >= LEAST - 0.5 && box.height >= LEAST - 0.5) return [];
      // A link in a sentence is as tall as the sentence's lines.
      if (one.matches("a") && getComputedStyle(one).display === "inline") return [];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const alone = all.every((other, j) => {
        if (j === k || one.contains(other) || other.contains(one)) return true;
        return away(x, boxes[j] as DOMRect, y) >= LEAST / 2;
      });
      return alone ? [] : [`${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`];
    });
  });
}

/** Frames that what has the focus may take to come to rest. */
const LOOKS = 90;

/**
 * Tab through the page, to its end or so many times: a sentence for each element that is focused off the screen, or under something
 * that lies on all of it (WCAG 2.4.11).
 */
export async function focusWalk(page: Page, most = 200): Promise<{ problems: string[]; reached: number }> {
  const problems: string[] = [];
  let reached = 0;
  for (; reached < most; ++reached) {
    await page.keyboard.press("Tab");
    let problem = await page.evaluate(coveredFocus);
    // What has the focus may be on its way: a sheet that opens with it, a page that scrolls.
    for (let k = 0; k < LOOKS && problem !== "" && problem !== "end"; ++k) {
      await page.evaluate(() => new Promise((after) => requestAnimationFrame(after)));
      problem = await page.evaluate(coveredFocus);
    }
    if (problem === "end") break;
    if (problem !== "") problems.push(problem);
  }
  return { problems, reached };
}

/** In the page: "end" where nothing has the focus, "" where it is seen, otherwise what is wrong. */
function coveredFocus(): string {
  const one = document.activeElement;
  if (one === null || one === document.body) return "end";
  const { left, right, top, bottom } = one.getBoundingClientRect();
  // Its part on the screen, in nine places: it may be larger than the screen, and a corner may be round.
  const [x0, x1] = [Math.max(0, left), Math.min(innerWidth, right)];
  const [y0, y1] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  const name = one.outerHTML.slice(0, 120);
  if (x1 - x0 < 1 || y1 - y0 < 1) return `off the screen: ${name}`;
  const places = [0.15, 0.5, 0.85].flatMap((a) => [0.15, 0.5, 0.85].map((b) => [a, b] as const));
  const free = places.filter(([a, b]) => {
    const found = document.elementFromPoint(x0 + a * (x1 - x0), y0 + b * (y1 - y0));
    return found !== null && (one.contains(found) || found.contains(one));
  });
  return free.length === 0 ? `covered: ${name}` : "";
}

/** What is focused by Tab without an outline, for as many times. */
export async function bareFocus(page: Page, times = 60): Promise<string[]> {
  const bare: string[] = [];
  for (let k = 0; k < times; ++k) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      // A slider's thumb has it.
      if (
        one === document.body ||
        one.matches(".slider") ||
        (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0)
      )
        return "";
      return one.outerHTML.slice(0, 120);
    });
    if (found !== "") bare.push(found);
  }
  return bare;
}

/** From now on, what is said to those who do not see the page. @returns what has been said so far, in order */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const heard: string[] = [];
    new MutationObserver(() => {
      const text = document.querySelector("#announcer")?.textContent ?? "";
      if (text !== "" || heard.at(-1) !== "") heard.push(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return heard;
  });
  return () => heard.evaluate((all) => all.filter((text, k) => text !== "" && text !== all[k - 1]));
}

/** Waits for what is said from now on, in its order: a sentence is gone after a while, however late a test asks for it. */
export async function hearing(page: Page): Promise<(what: string) => Promise<void>> {
  const heard = await listen(page);
  let from = 0;
  return async (what) => {
    await expect.poll(async () => (await heard()).slice(from).join("\n")).toContain(what);
    from = (await heard()).findIndex((text, k) => k >= from && text.includes(what));
  };
}

/** Text that is cut off, and words that stick out of what is pressed: one line for each such element. */
export function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hides = /hidden|clip/;
    const all = [...document.body.querySelectorAll<HTMLElement>("*")];
    return all.flatMap((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest(".visually-hidden, svg, select, option"))
        return [];
      if (one.matches("input, textarea, canvas, html, body") || !one.textContent?.trim()) return [];
      // What lies on a picture has no text of its own; a long number in a table is seen whole where it is edited.
      if (one.matches(".reader, .points td:not(.points-answer)")) return [];
      const { overflowX, overflowY, clipPath } = getComputedStyle(one);
      if (clipPath !== "none") return [];
      const [out, down] = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
      const pressed = one.matches("button, .segment, summary") && getComputedStyle(one).display !== "inline";
      const cutX = out > 1 && (hides.test(overflowX) || (pressed && overflowX === "visible"));
      // A button beside it shows the rest.
      if (one.nextElementSibling?.matches('[aria-expanded="false"]')) return [];
      // What a line of text has below its letters is no text.
      const cutY = down > 3 && hides.test(overflowY);
      if (!cutX && !cutY) return [];
      return [`${out} x ${down} px: ${one.outerHTML.slice(0, 130)} "${one.textContent.slice(0, 40)}"`];
    });
  });
}

/** What scrolls sideways and is no picture, table or formula: one line each. */
export function wide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const page = root.scrollWidth > root.clientWidth ? [`the page, by ${root.scrollWidth - root.clientWidth} px`] : [];
    const all = [...document.body.querySelectorAll<HTMLElement>("*")];
    const boxes = all.filter((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.scrollWidth <= one.clientWidth + 1) return false;
      if (!/auto|scroll/.test(getComputedStyle(one).overflowX)) return false;
      return (
        !one.matches("table, [role=tablist], .katex, pre, textarea") &&
        !one.querySelector("table, canvas, .katex, math, svg, pre")
      );
    });
    return [...page, ...boxes.map((one) => one.outerHTML.slice(0, 130))];
  });
}

/** Spaces around text as WCAG 1.4.12 has them. @returns takes them away */
export async function spaced(page: Page): Promise<() => Promise<void>> {
  // A sheet that a script makes is no inline style to the page's policy.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  return () =>
    page.evaluate(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    });
}

/** Choices whose chosen one looks like the others: one line for each group. */
export function alike(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const look = (one: Element) => {
      const { backgroundColor, borderColor, borderWidth, outlineStyle, color, boxShadow, fontWeight } =
        getComputedStyle(one);
      const { backgroundColor: below, borderColor: edge } = getComputedStyle(one, "::after");
      return [
        backgroundColor,
        borderColor,
        borderWidth,
        outlineStyle,
        color,
        boxShadow,
        fontWeight,
        below,
        edge,
      ].join();
    };
    const chosen =
      '[aria-selected="true"][role="tab"], [aria-pressed="true"], [aria-current="true"], .segment input:checked';
    return [...document.querySelectorAll(chosen)].flatMap((one) => {
      const at = one.closest(".segment") ?? one;
      if (!at.checkVisibility()) return [];
      const other = [...(at.parentElement?.children ?? [])].find(
        (each) => each !== at && each.matches(at.localName) && !each.matches('[aria-pressed="true"]'),
      );
      if (other === undefined) return [];
      const looks = (each: Element) => [each, ...each.querySelectorAll("span")].map(look).join();
      return looks(at) === looks(other) ? [at.outerHTML.slice(0, 130)] : [];
    });
  });
}
