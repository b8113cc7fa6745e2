// Where everything stands on the tape, CSS px. Time goes from left to right; each step is a cell. Down a cell: the loss g_t, the lane of c,
// a row for each of f, c~ and o (first z, then what becomes of it), the lane of h, and x_t, which enters below.
import type { CifgProblem } from "../../../../../wasm/lib/types.ts";
import type { BlockId } from "./quantities.ts";

type Sizes = Pick<CifgProblem, "dx" | "dh" | "T">;

/** Each with what stands in it. */
export const ROWS = {
  ...{ g: ["g"], c: ["c"], f: ["z_f", "f"], "c~": ["z_c", "c~"], o: ["z_o", "o"], h: ["h"], x: ["x"] },
} as const satisfies Readonly<Record<string, readonly BlockId[]>>;
export type Row = keyof typeof ROWS;
const ORDER = Object.keys(ROWS) as Row[];

export interface Block {
  readonly id: BlockId;
  /** 0: the starting states. */
  readonly t: number;
  /** The box of its numbers; its letter stands above it. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly units: number;
  /** Height of one unit's number; it has two lines where wrong deltas stand over the right ones. */
  readonly line: number;
  readonly lines: 1 | 2;
}

export interface Tape {
  readonly sizes: Sizes;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly Block[];
  /** The cell of step t, 1..T. */
  readonly cell: number;
  readonly start: number;
  /** The part of a cell that is drawn as a box. */
  readonly top: number;
  readonly bottom: number;
  /** From the left of a cell: where x and h go up to the gates; where c~ goes up to c; where h goes up to the loss. */
  readonly bus: number;
  readonly riser: number;
  readonly exit: number;
}

/** Room of a letter over its numbers, and of a gap between rows. */
const LETTER = 14;
const GAP = 9;
/** Least width of a cell, and what is in it: the gutters and the least widths of z, of the gates, of the states. */
const LEAST = 162;
const GUTTERS = { bus: 11, z: 4, riser: 10, exit: 5 } as const;
const WIDTHS = { z: 37, gate: 57, state: 38 } as const;
/** What each of them has of a cell's further width: a gate's box holds two numbers. */
const SHARES = { z: 0.25, gate: 0.5, state: 0.25 } as const;
/** Where the tape scrolls anyway, bold numbers have their room as well. */
const ROOMY = 178;
/** Left and right of the cells. */
const START = 50;
const END = 8;
/** A cell wider than this would be pulled apart. */
const MOST = 300;

/** Height of one number: few units have more room. */
/** One of two lines. */
const DOUBLED = 14;
const lineOf = (dh: number) => (dh === 1 ? 20 : dh === 2 ? 17 : dh === 3 ? 15 : 14);

const unitsOf = (row: Row, { dx, dh }: Sizes) => (row === "x" ? dx : dh);

/**
 * @param room width on the screen: the tape is at least as wide, and in the middle of it  @param head kept free at the top, for the legend
 * @param doubled rows with wrong deltas over the right ones
 */
export function layTape(sizes: Sizes, room: number, head: number, doubled: ReadonlySet<Row> = new Set()): Tape {
  const { dh, T } = sizes;
  const each = Math.floor((room - START - END) / T);
  const cell = each < LEAST ? ROOMY : Math.min(MOST, each);
  const natural = START + T * cell + END;
  const free = Math.max(0, Math.floor((room - natural) / 2));
  const start = free + START;
  const lineIn = (row: Row) => (doubled.has(row) ? 2 * DOUBLED : lineOf(dh));
  const tops = new Map<Row, number>();
  let y = head;
  for (const row of ORDER) {
    tops.set(row, y + LETTER);
    y += LETTER + unitsOf(row, sizes) * lineIn(row) + GAP;
  }
  const topOf = (row: Row) => tops.get(row) as number;
  const widthOf = (part: keyof typeof WIDTHS) => WIDTHS[part] + SHARES[part] * (cell - LEAST);
  const [z, gate, state] = [widthOf("z"), widthOf("gate"), widthOf("state")];
  const zLeft = GUTTERS.bus;
  const gateLeft = zLeft + z + GUTTERS.z;
  const stateLeft = gateLeft + gate + GUTTERS.riser;
  const blocks: Block[] = [];
  const add = (id: BlockId, t: number, row: Row, x: number, width: number) => {
    const units = unitsOf(row, sizes);
    const line = lineIn(row);
    const lines = doubled.has(row) ? 2 : 1;
    blocks.push({ id, t, x, y: topOf(row), width, height: units * line, units, line, lines });
  };
  add("c", 0, "c", free + 4, START - 10);
  add("h", 0, "h", free + 4, START - 10);
  for (let t = 1; t <= T; ++t) {
    const left = start + (t - 1) * cell;
    add("g", t, "g", left + stateLeft, state);
    add("c", t, "c", left + stateLeft, state);
    add("z_f", t, "f", left + zLeft, z);
    add("f", t, "f", left + gateLeft, gate);
    add("z_c", t, "c~", left + zLeft, z);
    add("c~", t, "c~", left + gateLeft, gate);
    add("z_o", t, "o", left + zLeft, z);
    add("o", t, "o", left + gateLeft, gate);
    add("h", t, "h", left + stateLeft, state);
    add("x", t, "x", left + zLeft, z + GUTTERS.z + gate / 2);
  }
  return {
    ...{ sizes, blocks, cell, start },
    width: natural + 2 * free,
    height: Math.ceil(y - GAP + 4),
    top: topOf("c") - LETTER - GAP / 2,
    bottom: topOf("h") + dh * lineIn("h") + GAP / 2,
    bus: 5,
    riser: stateLeft - GUTTERS.riser / 2,
    exit: cell - GUTTERS.exit / 2,
  };
}

export function blockOf({ blocks }: Tape, id: BlockId, t: number): Block {
  const found = blocks.find((block) => block.id === id && block.t === t);
  if (found === undefined) throw new Error(`no block ${id} at ${t}`);
  return found;
}

/** What is at a pixel: a block and one of its units. Its letter counts as the first unit. */
export function numberAt({ blocks }: Tape, px: number, py: number): { block: Block; unit: number } | null {
  const block = blocks.find(
    ({ x, y, width, height }) => px >= x - 2 && px <= x + width + 2 && py >= y - LETTER && py <= y + height + 2,
  );
  if (block === undefined) return null;
  return { block, unit: Math.max(0, Math.min(block.units - 1, Math.floor((py - block.y) / block.line))) };
}

/** The left edge of a step's cell; of t = 0 the starting states'. */
export const leftOf = ({ start, cell }: Pick<Tape, "start" | "cell">, t: number) =>
  t === 0 ? start - START : start + (t - 1) * cell;
