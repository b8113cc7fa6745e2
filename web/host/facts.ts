// What is said of a picture that leaves the page, in a file or on paper: what it shows, of which data, with which parameters. Read
// from the page itself, so that it is what the reader saw.
import type { ControlSpec, PgControls } from "./controls.ts";
import { formatNumber } from "./format-number.ts";
import type { Field } from "./lab.ts";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import { print as words } from "./messages/print.en.ts";
import { isHidden } from "./restraints.ts";

export interface Facts {
  /** The title of the page: the lab's, and ours. */
  readonly page: string;
  /** The open claim, "" for none. */
  readonly claim: string;
  readonly data: string;
  /** The step that a player is at, as it says it, "" where nothing is played. */
  readonly step: string;
  /** What the page says against its picture, "" for nothing. */
  readonly caveat: string;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  /** The paper's letter, "" for none. */
  readonly symbol: string;
  readonly label: string;
  readonly value: string;
}

/** Significant digits of a parameter. */
const DIGITS = 6;

/** The text of an element on one line. */
export const lineOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();

export function factsOf(root: ParentNode): Facts {
  const article = root.querySelector<HTMLElement>("[data-open-claim]");
  const claim = lineOf(article?.querySelector("h3"));
  const broken = article?.dataset.broken;
  const preset = root.querySelector<HTMLSelectElement>("[data-control=preset]");
  const form = root.querySelector<PgControls>("pg-controls");
  return {
    page: document.title,
    claim: broken === undefined ? claim : format(words.broken, { claim, broken }),
    data: lineOf(preset?.selectedOptions[0]),
    step: lineOf(root.querySelector(".stepper-caption")),
    caveat: lineOf(root.querySelector("[data-caveat]")),
    parameters: form === null ? [] : parametersOf(form),
  };
}

/** Which data, and at which step they are shown. */
export function dataLine({ data, step }: Pick<Facts, "data" | "step">): string {
  const name = format(words.data, { name: data });
  return step === "" ? name : name + words.join + step;
}

/** What the form shows, in its order. */
export function parametersOf({
  groups,
  table,
  state,
}: Pick<PgControls, "groups" | "table" | "state">): readonly Parameter[] {
  return groups.flatMap(({ controls }) =>
    controls.flatMap((spec) => {
      const field = table[spec.field];
      const text =
        field && !isHidden(spec.field) && !spec.hidden?.(state) ? textOf(field, state[spec.field], spec) : null;
      if (text === null) return [];
      const value = spec.unit ? `${text} ${spec.unit}` : text;
      return [{ symbol: spec.symbol ?? "", label: spec.label, value }];
    }),
  );
}

/** null for lists, which are data. */
function textOf(
  field: Field,
  value: unknown,
  { options }: Pick<ControlSpec<Record<string, unknown>>, "options">,
): string | null {
  switch (field.kind) {
    case "number":
    case "maybe-number":
      return value === null ? en.controls.auto : formatNumber(value as number, DIGITS);
    case "choice":
      return options?.[String(value)] ?? null;
    case "flag":
      return value === true ? words.on : words.off;
    case "text":
      return String(value);
    default:
      return null;
  }
}

/** All parameters on one line, by their letters. */
export function parameterLine(parameters: readonly Parameter[]): string {
  return parameters
    .map(({ symbol, label, value }) =>
      symbol === ""
        ? format(words.choice, { name: label, value })
        : format(words.value, { name: format(words.withWords, { symbol, label }), value }),
    )
    .join(words.join);
}
