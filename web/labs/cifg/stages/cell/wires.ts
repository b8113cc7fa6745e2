// The lines of the tape: from what to what a number goes, and which of them an equation or a path of the ledger uses.
import { type Block, blockOf, leftOf, type Tape } from "./layout.ts";
import type { Place } from "./scrubber.ts";

export const WIRES = [
  "c-in", "c-mid", "c-out", "f-up", "cand", "bus-f", "bus-c", "bus-o", "h-in", "x-in", "zf", "zc", "zo", "tanh", "o", "h-out", "loss",
] as const; // biome-ignore format: names
export type WireId = (typeof WIRES)[number];

export interface Wire {
  readonly id: WireId;
  readonly t: number;
  /** x, y in turn. */
  readonly points: readonly number[];
}

/** A last edge on the way back: from the loss of step `source` into h_t or c_t; by path: 0 the loss, 1 U_f, 2 U_o, 3 U_c, 4 the cell. */
export interface LedgerPath {
  readonly to: "h" | "c";
  readonly source: number;
  readonly path: number;
  /** 1..T */
  readonly t: number;
}

export interface Nodes {
  /** f * c_{t-1}; the sum; (1 - f) * c~; o * tanh c. */
  readonly keep: readonly [number, number];
  readonly sum: readonly [number, number];
  readonly write: readonly [number, number];
  readonly out: readonly [number, number];
}

const middle = ({ y, height }: Block) => y + height / 2;
const right = ({ x, width }: Block) => x + width;

/** Where the products and the sum of a step stand. */
export function nodesOf(tape: Tape, t: number): Nodes {
  const left = leftOf(tape, t);
  const [c, f, o] = [blockOf(tape, "c", t), blockOf(tape, "f", t), blockOf(tape, "o", t)];
  const lane = middle(c);
  return {
    keep: [f.x + f.width / 3, lane],
    sum: [left + tape.riser, lane],
    write: [left + tape.riser, middle(f)],
    out: [c.x + c.width / 2, middle(o)],
  };
}

/** All lines of step t. */
export function wiresOf(tape: Tape, t: number): Wire[] {
  const left = leftOf(tape, t);
  const block = (id: Parameters<typeof blockOf>[1], at = t) => blockOf(tape, id, at);
  const { keep, sum, out } = nodesOf(tape, t);
  const [c, h, g, x] = [block("c"), block("h"), block("g"), block("x")];
  const before = { c: block("c", t - 1), h: block("h", t - 1) };
  const bus = left + tape.bus;
  const lane = middle(h);
  const wire = (id: WireId, ...points: number[]): Wire => ({ id, t, points });
  const gate = (id: "f" | "c" | "o", z: Block) => wire(`bus-${id}`, bus, lane, bus, middle(z), z.x, middle(z));
  const step = (id: "zf" | "zc" | "zo", z: Block, to: Block) => wire(id, right(z), middle(z), to.x, middle(to));
  const exit = left + tape.exit;
  return [
    wire("c-in", right(before.c), keep[1], ...keep),
    wire("c-mid", ...keep, ...sum),
    wire("c-out", ...sum, c.x, sum[1]),
    wire("f-up", keep[0], block("f").y, ...keep),
    wire("cand", right(block("c~")), middle(block("c~")), sum[0], middle(block("c~")), ...sum),
    wire("h-in", right(before.h), lane, bus, lane),
    wire("x-in", x.x, middle(x), bus, middle(x), bus, lane),
    gate("f", block("z_f")),
    gate("c", block("z_c")),
    gate("o", block("z_o")),
    step("zf", block("z_f"), block("f")),
    step("zc", block("z_c"), block("c~")),
    step("zo", block("z_o"), block("o")),
    wire("tanh", out[0], c.y + c.height, ...out),
    wire("o", right(block("o")), out[1], ...out),
    wire("h-out", ...out, out[0], h.y),
    wire("loss", right(h), lane, exit, lane, exit, middle(g), right(g), middle(g)),
  ];
}

/** The lines that an equation uses, of its own step and of the next one. */
export function wiresOfEquation({ pass, t, of }: Place, T: number): readonly { id: WireId; t: number }[] {
  const here = (...ids: WireId[]) => ids.map((id) => ({ id, t }));
  const next = (...ids: WireId[]) => (t < T ? ids.map((id) => ({ id, t: t + 1 })) : []);
  if (pass === "forward")
    switch (of) {
      case "z_f":
        return here("x-in", "h-in", "bus-f");
      case "z_o":
        return here("x-in", "h-in", "bus-o");
      case "z_c":
        return here("x-in", "h-in", "bus-c");
      case "f":
        return here("zf");
      case "o":
        return here("zo");
      case "c~":
        return here("zc");
      case "c":
        return here("c-in", "c-mid", "c-out", "f-up", "cand");
      case "h":
        return here("tanh", "o", "h-out");
    }
  switch (of) {
    case "h":
      return [...here("loss"), ...next("h-in", "bus-f", "bus-o", "bus-c")];
    case "o":
      return here("o", "h-out", "tanh");
    case "c":
      return [...here("tanh", "h-out", "o"), ...next("c-in", "c-mid", "c-out", "f-up")];
    case "f":
      return here("f-up", "c-in", "c-mid", "c-out");
    case "c~":
      return here("cand", "c-out");
    case "z_f":
      return here("zf");
    case "z_o":
      return here("zo");
    case "z_c":
      return here("zc");
  }
}

/** The lines of a path of the ledger: its last edge, and in between both lanes, which carry all ways there are. */
export function wiresOfPath({ to, source, path, t }: LedgerPath): {
  readonly last: readonly { id: WireId; t: number }[];
  readonly between: readonly { id: WireId; t: number }[];
} {
  const at = (when: number, ...ids: WireId[]) => ids.map((id) => ({ id, t: when }));
  const throughH = to === "c" && path < 4 ? at(t, "tanh", "h-out") : [];
  if (path === 0) return { last: [...at(t, "loss"), ...throughH], between: [] };
  const gate = (["f", "o", "c"] as const)[path - 1];
  const edge =
    gate === undefined ? at(t + 1, "c-in", "c-mid", "c-out") : at(t + 1, "h-in", `bus-${gate}`, `z${gate}` as WireId);
  const between = [];
  for (let s = t + 2; s <= source; ++s) between.push(...at(s, "c-in", "c-mid", "c-out", "h-in"));
  return { last: [...edge, ...throughH], between: [...between, ...at(source, "loss")] };
}
