// All that the model is given, as small matrices of numbers to drag or type.
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { type Typed, textOf } from "../../../../host/slider.ts";
import { type NumberCell, numberCell } from "../../../../kit/number-cell/number-cell.ts";
import { typesetHtml } from "../../../../kit/typeset.ts";
import type { Role } from "../../../../plot/palette.ts";
import { SHARED } from "../../fields.ts";
import { bound } from "../../messages/bound.en.ts";
import type { VaeState } from "../../state.ts";

const words = bound.numbers;

const LISTS = ["D", "b", "x", "qMean", "qVar"] as const;
type List = (typeof LISTS)[number];

const LETTERS: Readonly<Record<List, string>> = { D: "D", b: "b", x: "x", qMean: "m", qVar: "σ²" };
const GROUPS = [
  { id: "model", role: "dual", lists: ["D", "b"] },
  { id: "x", role: "accent", lists: ["x"] },
  { id: "q", role: "primal", lists: ["qMean", "qVar"] },
] as const satisfies readonly { id: keyof typeof words.groups; role: Role; lists: readonly List[] }[];

const columnsOf = (list: List, { dz }: Pick<VaeState, "dz">) => (list === "D" ? dz : 1);

export interface Numbers {
  update(): void;
  dispose(): void;
}

export function mountNumbers(
  root: HTMLElement,
  store: Store<VaeState>,
  notify: (text: string, tone: "plain" | "trouble") => void,
  carried: (now: boolean) => void,
): Numbers {
  const host = document.createElement("section");
  host.className = "bound-numbers";
  host.setAttribute("aria-label", words.label);
  root.append(host);
  let drawn = "";
  let cells: { list: List; index: number; cell: NumberCell }[] = [];

  function cellOf(list: List, index: number, columns: number): HTMLElement {
    const { min, max } = SHARED[list];
    const [row, column] = [Math.floor(index / columns) + 1, (index % columns) + 1];
    const cell = numberCell({
      id: `${list}-${index}`,
      label: format(columns === 1 ? words.entry : words.entries, { name: words.names[list], row, column }),
      ...{ field: list, min, max, carried },
      change: (value, gesture) =>
        store.patch({ [list]: store.state[list].map((old, k) => (k === index ? value : old)) }, { gesture }),
      refused(typed: Typed, text: string) {
        const ends = { min: textOf(min), max: textOf(max) };
        if (typed.ok) notify(format(words.moved, { text, value: textOf(typed.value), ...ends }), "plain");
        else notify(format(words.refused, { text }), "trouble");
      },
    });
    cells.push({ list, index, cell });
    return cell.host;
  }

  function figure(list: List): HTMLElement {
    const columns = columnsOf(list, store.state);
    const element = document.createElement("div");
    element.className = "cell-matrix";
    element.dataset.matrix = list;
    const letter = document.createElement("span");
    letter.className = "cell-letter";
    letter.append(...typesetHtml(LETTERS[list]));
    const grid = document.createElement("div");
    grid.className = "cell-grid";
    const bracket = document.createElement("div");
    bracket.className = "cell-bracket";
    for (const each of [grid, bracket]) each.style.setProperty("--columns", String(columns));
    bracket.append(...store.state[list].map((_, index) => cellOf(list, index, columns)));
    grid.append(bracket);
    element.append(letter, grid);
    return element;
  }

  function build(): void {
    cells = [];
    host.replaceChildren(
      ...GROUPS.map(({ id, role, lists }) => {
        const group = document.createElement("div");
        group.className = "bound-group";
        group.style.setProperty("--own", `var(--${role})`);
        const title = document.createElement("h2");
        title.textContent = words.groups[id];
        const row = document.createElement("div");
        row.className = "bound-row";
        row.append(...lists.map(figure));
        group.append(title, row);
        return group;
      }),
    );
  }

  function update(): void {
    const { state } = store;
    const sizes = LISTS.map((list) => state[list].length).join(" ");
    if (sizes !== drawn) {
      const before = drawn;
      drawn = sizes;
      build();
      // One that was dragged while the sizes changed is gone.
      if (before !== "") carried(false);
    }
    const most = new Map(LISTS.map((list) => [list, Math.max(1, ...state[list].map(Math.abs))]));
    for (const { list, index, cell } of cells) {
      const value = state[list][index] ?? 0;
      cell.show(value, value / (most.get(list) ?? 1));
    }
  }
  update();
  return { update, dispose: () => host.remove() };
}
