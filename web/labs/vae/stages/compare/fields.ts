// What the stage remembers.
import type { Table } from "../../../../host/lab.ts";

export const COMPARE = {} as const satisfies Table;
