// What the stage remembers.
import type { Table } from "../../../../host/lab.ts";

export const DIGITS = {} as const satisfies Table;
