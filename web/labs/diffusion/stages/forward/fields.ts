import type { Table } from "../../../../host/lab.ts";

export const FORWARD = {} as const satisfies Table;
