// What the stage remembers.
import type { Table } from "../../../../host/lab.ts";

export const BOUND = {} as const satisfies Table;
