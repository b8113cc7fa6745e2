// What the monkey can do, drawn by fast-check from a seed. An action names no lab, control or place: `pick` chooses among whatever is
// on the page at that moment, so that a list of actions can lose some of its entries and still be carried out.
import fc from "fast-check";

/** @typedef {{ do: string, pick?: number, to?: number, x?: number, y?: number, dx?: number, dy?: number, text?: string, message?: unknown }} Action */

// Without fast-check's liking for the ends of a range: the first button of a page is no more telling than any other.
const share = fc.noBias(fc.integer({ min: 0, max: 999 })).map((k) => k / 1000);

/** What is typed into boxes: numbers of every size and shape, and what is none. */
const typed = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc.double({ min: 0, max: 10, noNaN: true }).map((value) => value.toPrecision(3)),
  fc.integer({ min: -3, max: 300 }).map(String),
  fc.constantFrom(
    "",
    " ",
    "-",
    ".",
    "0",
    "-0",
    "1e-300",
    "1e400",
    "-1e99",
    "1,5",
    "1.5.2",
    "0x10",
    "٣",
    "½",
    "1e",
    "−2",
  ),
  fc.string({ maxLength: 12 }),
);

const keys = fc.constantFrom(
  ...["Tab", "Shift+Tab", "Enter", "Space", "Escape", "Delete", "Backspace", "Home", "End", "PageUp", "PageDown"],
  ...[
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Shift+ArrowRight",
    "Control+z",
    "Control+Shift+z",
    "Control+y",
    "Control+a",
  ],
  ...["+", "-", "0", "?", "a", "e"],
);

/** How a link comes to harm. */
const harm = fc.constantFrom("none", "none", "cut", "flip", "garbage", "door", "other", "claim", "bare", "wrapped");

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom("", "1c1", "2.5c", "dark", "light", "C", "data", "kernel"),
);
const message = fc.record(
  {
    proofground: fc.oneof(
      { arbitrary: fc.constant(1), weight: 9 },
      { arbitrary: fc.constantFrom(0, 2, "1"), weight: 1 },
    ),
    type: fc.constantFrom("get-state", "set-state", "open", "set", "get-verdicts", "undo", "redo", "nonsense"),
    id: json,
    state: fc.oneof(
      fc.dictionary(fc.constantFrom("C", "epsilon", "nu", "x", "y", "kernel", "T", "seed", "claim", "stage"), json),
      json,
    ),
    lab: fc.oneof(fc.constantFrom("svr", "svdd", "cifg", "vae", "diffusion"), json),
    q: json,
    theme: json,
    lang: json,
    hide: json,
    lock: json,
  },
  { requiredKeys: ["proofground", "type"] },
);

/** @param {boolean} framed */
const action = (framed) =>
  fc.oneof(
    { weight: 14, arbitrary: fc.record({ do: fc.constant("slide"), pick: share, to: share }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant("type"), pick: share, text: typed }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant("choose"), pick: share, to: share }) },
    { weight: 20, arbitrary: fc.record({ do: fc.constant("press"), pick: share }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("tab"), pick: share }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant("claim"), pick: share }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant("train"), pick: share }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant("click"), pick: share, x: share, y: share }) },
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant("drag"), pick: share, x: share, y: share, dx: share, dy: share }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("wheel"), pick: share, x: share, y: share, dy: share }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant("key"), text: keys }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("undo", "redo") }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("link"), pick: share, text: harm, to: share }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("resize"), pick: share }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("media"), pick: share }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("offline", "online") }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("kill"), pick: share }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("rest") }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("edit-and-undo"), pick: share, to: share }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("open-link") }) },
    { weight: framed ? 12 : 0, arbitrary: fc.record({ do: fc.constant("message"), message }) },
  );

/** @param {number} seed @param {number} count @param {boolean} framed @returns {Action[]} */
export function draw(seed, count, framed) {
  return /** @type {Action[]} */ (fc.sample(action(framed), { seed, numRuns: count }));
}
