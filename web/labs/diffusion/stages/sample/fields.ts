import type { Table } from "../../../../host/lab.ts";

export const SAMPLE = {} as const satisfies Table;
