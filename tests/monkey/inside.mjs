// What runs inside the page, before its own scripts: it notes what must not happen, and finds what can be acted on. One function, since it
// is sent there as text.

/** What the page under test has of it. @typedef {ReturnType<typeof inside>} Inside */

/**
 * @param {string} shareLabel the words of the button that copies the address
 * @param {string} brokenWords the source of a regular expression: no text of the page fits it
 */
export function inside(shareLabel, brokenWords) {
  /** @type {string[]} */
  const faults = [];
  const note = (/** @type {string} */ text) => {
    if (faults.length < 20) faults.push(text);
  };
  addEventListener("securitypolicyviolation", (event) =>
    note(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );

  // What is written on a picture. Of a mark, a coordinate that is no number says that it is not there: a canvas leaves it out.
  const BAD = new RegExp(brokenWords);
  const pen = CanvasRenderingContext2D.prototype;
  for (const name of /** @type {const} */ (["fillText", "strokeText"])) {
    const own = pen[name];
    Object.defineProperty(pen, name, {
      value(/** @type {Parameters<typeof own>} */ ...values) {
        if (BAD.test(values[0]) || !Number.isFinite(values[1]) || !Number.isFinite(values[2]))
          note(`canvas: ${name}(${values.join(", ")}) ${new Error().stack?.split("\n").slice(2, 6).join(" < ")}`);
        return own.apply(this, values);
      },
    });
  }

  // What takes one away from the page, or waits for somebody.
  window.print = () => undefined;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download === "") HTMLElement.prototype.click.call(this);
  };
  let copied = "";
  Object.defineProperty(Clipboard.prototype, "writeText", {
    value: async (/** @type {string} */ text) => {
      copied = text;
    },
  });

  /** @param {Element} element */
  const isThere = (element) =>
    element instanceof HTMLElement &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.matches(":disabled, [aria-disabled=true]") &&
    element.closest("[inert]") === null;
  /** In the dialog that is open, where one is. @param {string} selector @returns {HTMLElement[]} */
  const found = (selector) => {
    const dialogs = [...document.querySelectorAll("dialog[open]")];
    const root = dialogs.at(-1) ?? document;
    return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)].filter(isThere));
  };
  /** @template T @param {readonly T[]} list @param {number} pick */
  const chosen = (list, pick) => list[Math.min(list.length - 1, Math.floor(pick * list.length))];
  const named = (/** @type {Element | undefined} */ element) => {
    if (element === undefined) return "nothing";
    const field = element.closest("[data-field]")?.getAttribute("data-field");
    const words = element.getAttribute("aria-label") ?? element.getAttribute("title") ?? element.textContent ?? "";
    return `${field ?? element.tagName.toLowerCase()} ${words.trim().replace(/\s+/g, " ").slice(0, 40)}`.trim();
  };
  const tell = (/** @type {Element} */ element) => {
    for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true }));
  };

  return {
    /** @param {string} selector @param {number} pick */
    press(selector, pick) {
      // What prints, leaves the origin or opens a window of the system's is no part of the page.
      const element = chosen(
        found(selector).filter(
          (each) => !(each instanceof HTMLAnchorElement) || each.hash !== "" || each.getAttribute("href") === "#",
        ),
        pick,
      );
      const name = named(element);
      if (element instanceof HTMLAnchorElement) element.removeAttribute("target");
      element?.click();
      return name;
    },
    /** @param {number} pick @param {number} to share of the way @param {string} among which sliders */
    slide(pick, to, among) {
      const element = chosen(found(among), pick);
      if (!(element instanceof HTMLInputElement)) return "no slider";
      const [min, max] = [Number(element.min), Number(element.max)];
      element.value = String(min + to * (max - min));
      tell(element);
      return `${named(element)} = ${element.value}`;
    },
    /** @param {number} pick @param {string} text */
    type(pick, text) {
      const element = chosen(found("input[type=text], input:not([type]), textarea:not([readonly])"), pick);
      if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return "no box";
      element.focus();
      element.value = text;
      tell(element);
      element.blur();
      return `${named(element)} = ${JSON.stringify(text)}`;
    },
    /** A menu, or a switch. @param {number} pick @param {number} to */
    choose(pick, to) {
      const element = chosen(found("select, input[type=radio], input[type=checkbox]"), pick);
      if (element instanceof HTMLSelectElement) {
        const option = chosen(
          [...element.options].filter(({ disabled }) => !disabled),
          to,
        );
        if (option === undefined) return "no option";
        element.value = option.value;
        tell(element);
        return `${named(element)} = ${option.value}`;
      }
      element?.click();
      return named(element);
    },
    /** Where on the screen this share of a picture is. @param {number} pick @param {number} x @param {number} y */
    place(pick, x, y) {
      const element = chosen(found("canvas"), pick);
      if (element === undefined) return null;
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const box = element.getBoundingClientRect();
      return { x: box.left + x * box.width, y: box.top + y * box.height };
    },
    /** The address of what is there; null where it is too long, or no lab is open. @param {number} patience ms */
    async link(patience) {
      copied = "";
      const button = document.querySelector(
        `.header button[aria-label="${shareLabel}"], .header button[title="${shareLabel}"]`,
      );
      if (!(button instanceof HTMLElement)) return null;
      button.click();
      for (const end = performance.now() + patience; copied === "" && performance.now() < end; )
        await new Promise((done) => setTimeout(done, 10));
      return copied === "" ? null : copied.replace(/^[^#]*/, "");
    },
    /** The newest answer is to what is on screen. */
    rests() {
      const { dataset } = /** @type {HTMLElement} */ (document.querySelector(".picture-view")) ?? { dataset: {} };
      return (
        (dataset.current === "true" &&
          dataset.pending === "0" &&
          document.querySelector("[data-verdict=checking]") === null) ||
        document.querySelector(".picture-view") === null
      );
    },
    /** What is wrong now. */
    wrong() {
      const list = faults.splice(0);
      for (const chip of document.querySelectorAll(".proof-chip[data-claim][data-verdict=fail]:not([data-broken])"))
        list.push(`claim: ${chip.getAttribute("data-claim")} fails and is not broken`);
      // biome-ignore lint/performance/useDomNodeTextContent: of what is out of sight nobody reads anything
      const words = document.body.innerText;
      const labels = [...document.querySelectorAll("[aria-label], [title], [aria-valuetext], [alt]")].flatMap((each) =>
        ["aria-label", "title", "aria-valuetext", "alt"].map((name) => each.getAttribute(name) ?? ""),
      );
      for (const text of [words, ...labels]) {
        const at = text.search(BAD);
        // What somebody has typed is shown as it came.
        if (at >= 0) list.push(`words: ${text.slice(Math.max(0, at - 60), at + 40).replace(/\s+/g, " ")}`);
      }
      return list;
    },
    /** Two frames are drawn. */
    frames: () =>
      new Promise((/** @type {(done: null) => void} */ done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(null))),
      ),
  };
}
