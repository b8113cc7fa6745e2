// The statements of a lab on the front door, each with its verdict: in word, shape and colour.
import type { LabEntry } from "../host/entry.ts";
import { format } from "../host/messages/format.ts";
import type { DoorResult, Still } from "./door.ts";
import { element } from "./element.ts";
import { en as words } from "./messages/en.ts";

type Shown = keyof typeof words.verdict;
const SIGNS: Readonly<Record<Shown, string>> = { pass: "✓", fail: "✗", vacuous: "–", checking: "◌", unasked: "○" };

/** null: nothing is known, and nothing asked; a claim that is not in it is being checked. */
export type Verdicts = ReadonlyMap<string, DoorResult["verdict"]> | null;

export interface Statements {
  readonly element: HTMLElement;
  show(verdicts: Verdicts): void;
}

/** Problem and title of a lab. */
export const nameOf = ({ problem }: LabEntry): HTMLElement => element("small", {}, format(words.problem, { problem }));

export function createStatements(entry: LabEntry, { claims }: Still): Statements {
  const items = claims.map(({ id, name, title }) => {
    const sign = element("span", { class: "door-sign", "aria-hidden": "true" });
    const verdict = element("span", { class: "door-verdict" });
    const number = element("span", { class: "door-name" }, name);
    const link = element("a", { class: "door-link", href: `#lab=${entry.id}&q=${id}` }, number, ` ${title}`);
    return { id, sign, verdict, row: element("li", { "data-claim": id }, sign, link, verdict) };
  });

  function show(verdicts: Verdicts): void {
    for (const { id, sign, verdict, row } of items) {
      const shown = verdicts === null ? "unasked" : (verdicts.get(id) ?? "checking");
      if (row.dataset.verdict === shown) continue;
      row.dataset.verdict = shown;
      sign.textContent = SIGNS[shown];
      verdict.textContent = words.verdict[shown];
    }
  }
  show(null);
  return {
    element: element(
      "section",
      { class: "door-list", "data-lab": entry.id },
      element("h3", {}, nameOf(entry), ` ${entry.title}`),
      element("ul", {}, ...items.map(({ row }) => row)),
    ),
    show,
  };
}

/** In one line. */
export function glance(total: number, verdicts: Verdicts): string {
  if (verdicts === null) return format(words.unchecked, { total });
  if (verdicts.size < total) return format(words.checking, { done: verdicts.size, total });
  return format(words.holds, { pass: [...verdicts.values()].filter((verdict) => verdict === "pass").length, total });
}
