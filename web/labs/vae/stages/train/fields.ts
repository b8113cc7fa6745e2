// What the stage remembers.
import type { Table } from "../../../../host/lab.ts";

export const TRAIN = {} as const satisfies Table;
